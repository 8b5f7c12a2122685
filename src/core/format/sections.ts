import type { Range } from '../text/range';
import { SECTION_HEADINGS, SECTION_KINDS, type Section, type SectionKind } from './brief';
import type { Line } from './lines';
import { plainValue } from './value';

const KINDS = new Map<string, SectionKind>(
  SECTION_KINDS.map((kind) => [SECTION_HEADINGS[kind], kind]),
);

const HASH = 35;

/** A section with the lines of its body. */
export interface OpenSection {
  readonly section: Section;
  readonly lines: readonly Line[];
}

export function isSectionHeading(source: string, line: Line): boolean {
  return line.mark === HASH && line.open && source.startsWith('## ', line.from);
}

/**
 * One section for each heading; `lines` start with one, and `end` is where the last section ends.
 * @param seen the kinds above these lines; those of these lines are added
 */
export function readSections(
  source: string,
  lines: readonly Line[],
  end: number,
  seen: Set<SectionKind>,
): OpenSection[] {
  const sections: OpenSection[] = [];
  for (let start = 0; start < lines.length; ) {
    let until = start + 1;
    while (until < lines.length && !isSectionHeading(source, lines[until] as Line)) until++;
    const heading = lines[start] as Line;
    const body = lines.slice(start + 1, until);
    const name = plainValue(source, heading.from + 3, heading.to);
    const kind = KINDS.get(name.text) ?? KINDS.get(name.text.trimEnd()) ?? null;
    const duplicate = kind !== null && seen.has(kind);
    if (kind) seen.add(kind);
    const to = lines[until]?.from ?? end;
    sections.push({
      lines: body,
      section: {
        kind,
        duplicate,
        from: heading.from,
        to,
        heading: { from: heading.from, to: heading.to },
        name,
        body: { from: heading.next, to },
        content: contentOf(body),
      },
    });
    start = until;
  }
  return sections;
}

function contentOf(lines: readonly Line[]): Range | null {
  let first = 0;
  while (lines[first]?.blank) first++;
  let last = lines.length - 1;
  while (last > first && lines[last]?.blank) last--;
  const from = lines[first]?.from;
  return from === undefined ? null : { from, to: lines[last]?.to ?? from };
}
