import type { Brief, Value } from '../format/brief';
import type { BriefRecord, TakeRecord } from '../graph/record';
import { readWebAddress } from '../workspace/address';

/** A take as it is counted; names are in NFC. */
export interface CountedTake {
  readonly slug: string;
  /** Its place among the brief's takes, from 0. */
  readonly index: number;
  readonly outlet: string;
  readonly region: string;
  readonly lang: string;
  readonly lens: string;
  readonly source: string;
  /** What it says and quotes; empty where the text was not read. */
  readonly said: readonly string[];
}

/** The lens of takes that have none yet. */
export const UNLABELLED = 'unlabelled';

export function takesOfRecord({ slug, takes }: BriefRecord, brief: Brief | null): CountedTake[] {
  return takes.map((take, index) => counted(slug, index, take, saidIn(brief, index)));
}

export function takesOfBrief(slug: string, brief: Brief): CountedTake[] {
  let index = 0;
  return brief.lenses.flatMap(({ name, takes }) =>
    takes.map(({ outlet, region, lang, source }) => {
      const take = {
        outlet: outlet.text.trim(),
        region: region.text.trim(),
        lang: lang.text.trim(),
        lens: name.text.trim(),
        source: source?.text.trim() ?? '',
      };
      return counted(slug, index, take, saidIn(brief, index++));
    }),
  );
}

function counted(
  slug: string,
  index: number,
  take: Omit<TakeRecord, 'quoted'>,
  said: readonly string[],
): CountedTake {
  return {
    slug,
    index,
    outlet: take.outlet.normalize('NFC'),
    region: take.region.normalize('NFC'),
    lang: take.lang,
    lens: take.lens.normalize('NFC') || UNLABELLED,
    source: take.source,
    said,
  };
}

function saidIn(brief: Brief | null, index: number): string[] {
  const take = brief?.takes[index];
  const text = (value: Value | null | undefined) => value?.text.trim() ?? '';
  return [text(take?.summary), text(take?.quote)].filter(Boolean);
}

/** What two spellings of one source share: host without `www.`, path without a last `/`, query. */
export function sourceKey(source: string): string {
  const address = readWebAddress(source);
  if (!address) return source;
  const query = /\?[^#]*/.exec(source)?.[0] ?? '';
  return address.host.replace(/^www\./, '') + address.path.replace(/\/+$/, '') + query;
}
