import type { Pointed } from '../../../core/graph/references';
import { splitNames } from '../../../core/format/names';
import type { Brief } from '../../../core/format/brief';
import { linkTarget } from '../../../core/format/target';
import type { Knowledge } from '../../../core/workspace/knowledge';
import type { Range } from '../../../core/text/range';

/** Where a brief points at something: its links in the order of the text, then the Entities line. */
export function placesOf(
  brief: Brief,
  { kind, slug }: Pick<Pointed, 'kind' | 'slug'>,
  { settings, entities }: Pick<Knowledge, 'settings' | 'entities'>,
): Range[] {
  const links = brief.links.filter((link) => {
    const target = linkTarget(link, settings.prefix);
    return target.kind === kind && target.slug === slug;
  });
  const line = kind === 'entity' ? brief.entities?.value : undefined;
  if (!line) return links;
  const names = splitNames(line, (name) => entities.isName(name));
  return [...links, ...names.filter(({ text }) => entities.byName(text)?.slug === slug)];
}

/** The place after the caret; the first one where there is none. */
export const nextPlace = (places: readonly Range[], caret: number): Range | undefined =>
  places.find(({ from }) => from > caret) ?? places[0];
