import type { Brief } from '../../../core/format/brief';
import { isSlug } from '../../../core/format/slug';
import { type RelatedLine, relatedLineOf } from '../../../core/graph/lists-back';
import { claimOf } from '../../../core/workspace/entry';
import { Bytes } from '../cache/bytes';
import { joinNumbers, Numbers } from '../cache/numbers';

/** What checking other briefs takes of a brief. */
export interface Facts {
  /** Where it stands in the list of slugs. */
  readonly place: number;
  readonly title: string;
  readonly claims: string | null;
  /** Slugs of the Related line that are well-formed. */
  readonly related: readonly string[];
  readonly line: RelatedLine | null;
}

/** The facts of many briefs, in columns: they go from one thread to another. */
export interface FactColumns {
  /** Of each brief the title, what it claims, and each text of its Related line; by line, in UTF-16. */
  readonly texts: Uint8Array;
  /** Of each brief its place, the number of texts, line and start of the Related line; of each text from, and whether it is a slug. */
  readonly numbers: Uint32Array;
}

/** Gives texts as they are: what is made of them copies them. */
export const SAME = { one: (text: string) => text };

export class FactsWriter {
  readonly #texts = new Bytes();
  readonly #numbers = new Numbers();

  /** @param brief null where it can't be read */
  add(place: number, slug: string, brief: Brief | null): void {
    const line = brief && relatedLineOf(brief, SAME);
    const items = line?.slugs ?? [];
    const numbers = this.#numbers;
    numbers.push(place);
    numbers.push(items.length);
    numbers.push(line?.line ?? 0);
    numbers.push(line?.start ?? 0);
    let texts = `${brief?.title?.value.text.trim() ?? ''}\n${(brief && claimOf(slug, brief)) ?? ''}\n`;
    items.forEach(({ from, text }, at) => {
      texts += `${text}\n`;
      numbers.push(from);
      numbers.push(brief?.related?.items[at]?.closed && isSlug(text) ? 1 : 0);
    });
    this.#texts.write(texts, 'utf16le');
  }

  get columns(): FactColumns {
    return { texts: this.#texts.all, numbers: this.#numbers.all };
  }
}

/** The facts of the briefs, in the order in which they were added. */
export function readFacts({ texts, numbers }: FactColumns): Facts[] {
  const lines = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength)
    .toString('utf16le')
    .split('\n');
  const facts: Facts[] = [];
  let text = 0;
  for (let at = 0; at < numbers.length; ) {
    const title = lines[text++] ?? '';
    const claims = lines[text++] || null;
    const [place = 0, count = 0, line = 0, start = 0] = numbers.subarray(at, at + 4);
    at += 4;
    const slugs: RelatedLine['slugs'][number][] = [];
    const related: string[] = [];
    for (let item = 0; item < count; item++, at += 2) {
      const slug = lines[text++] ?? '';
      const from = numbers[at] ?? 0;
      slugs.push({ from, to: from + slug.length, text: slug });
      if (numbers[at + 1] === 1) related.push(slug);
    }
    facts.push({ place, title, claims, related, line: count > 0 ? { slugs, line, start } : null });
  }
  return facts;
}

export const joinFacts = (first: FactColumns, second: FactColumns): FactColumns => ({
  texts: Buffer.concat([first.texts, second.texts]),
  numbers: joinNumbers(first.numbers, second.numbers),
});
