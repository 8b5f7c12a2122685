import { partsOf } from '../fields/parts';
import { type Brief, SECTION_KINDS, type SectionKind } from '../format/brief';
import { printSection } from '../format/print';
import type { TextEdit } from '../text/edit';
import { anchorOf, insertAt, sectionOf, spaced } from './places';
import type { EditResult } from './result';
import { settle } from './settle';

/** Inserts a section that is missing, empty, in its place. Nothing where it is there. */
export function insertSection(brief: Brief, kind: SectionKind): EditResult {
  return insertSections(brief, [kind]);
}

/** Inserts all sections that are missing, each in its place. */
export function insertMissingSections(brief: Brief): EditResult {
  return insertSections(brief, SECTION_KINDS);
}

function insertSections(brief: Brief, kinds: readonly SectionKind[]): EditResult {
  const missing = kinds.filter((kind) => !sectionOf(brief, kind));
  const anchors = new Map<number, string[]>();
  for (const kind of missing) {
    const at = anchorOf(brief, kind);
    anchors.set(at, [...(anchors.get(at) ?? []), printSection(kind, '')]);
  }
  const edits: TextEdit[] = [...anchors].map(([at, headings]) =>
    insertAt(brief, at, spaced(brief, at, headings.join('\n\n'))),
  );
  let parts = partsOf(brief);
  for (const kind of missing) parts = { ...parts, ...EMPTY[kind] };
  return settle(brief, edits, { parts }, edits[0] ?? { from: 0, to: 0 });
}

const EMPTY = {
  summary: { summary: '' },
  numbers: { numbers: [] },
  why: { why: '' },
  watch: { watch: [] },
  takes: { lenses: [] },
  graph: {},
} as const;
