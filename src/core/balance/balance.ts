import type { Brief } from '../format/brief';
import { parse } from '../format/parse';
import { linkTarget } from '../format/target';
import type { GraphView } from '../graph/view';
import type { Knowledge } from '../workspace/knowledge';
import { echoesOf } from './echoes';
import { type Counted, gapsOf } from './gaps';
import { expectedOf, matrixOf, sharesOf } from './shares';
import { takesOfBrief, takesOfRecord } from './takes';
import type { Balance } from './types';

/** The texts of so many briefs are read for takes of the same words; of more, only sources are compared. */
export const MOST_READ = 200;

/** The balance of briefs, from their records; slugs that are not there are passed over. */
export function balanceOf(view: GraphView, slugs: Iterable<string>): Balance {
  const records = [...new Set(slugs)].flatMap((slug) => view.record(slug) ?? []);
  const read = records.length <= MOST_READ;
  const briefs = records.map((record) => {
    const text = read && record.takes.length > 0 ? view.text(record.slug) : null;
    const takes = takesOfRecord(record, text === null ? null : parse(text));
    return { takes, entities: record.entities };
  });
  return balance(briefs, view);
}

/** The balance of a brief as it stands in its text. */
export function balanceOfBrief(slug: string, brief: Brief, knowledge: Knowledge): Balance {
  const entities: Record<string, number> = {};
  for (const link of brief.links) {
    const target = linkTarget(link, knowledge.settings.prefix);
    if (target.kind === 'entity') entities[target.slug] = (entities[target.slug] ?? 0) + 1;
  }
  return balance([{ takes: takesOfBrief(slug, brief), entities }], knowledge);
}

function balance(briefs: readonly Counted[], knowledge: Knowledge): Balance {
  const takes = briefs.flatMap((brief) => brief.takes);
  const lenses = sharesOf(
    takes.map(({ lens }) => lens),
    expectedOf('lens', knowledge),
  );
  const regions = sharesOf(
    takes.map(({ region }) => region),
    expectedOf('region', knowledge),
  );
  const languages = takes.map(({ lang }) => lang);
  const outlets = takes.map(({ outlet }) => outlet);
  return {
    briefs: briefs.length,
    takes: takes.length,
    ...echoesOf(takes),
    lenses,
    regions,
    languages: sharesOf(languages, expectedOf('lang', knowledge)),
    outlets: sharesOf(outlets, []),
    matrix: matrixOf(takes, lenses, regions),
    gaps: gapsOf(briefs, knowledge),
  };
}
