import { SECTION_HEADINGS, SECTION_KINDS, type Section, type SectionKind } from './brief';
import { isBlank, type Line } from './lines';
import { plainValue } from './value';

const KINDS = new Map<string, SectionKind>(
  SECTION_KINDS.map((kind) => [SECTION_HEADINGS[kind], kind]),
);

/** A section with the lines of its body. */
export interface OpenSection {
  readonly section: Section;
  readonly lines: readonly Line[];
}

export function isSectionHeading(source: string, line: Line): boolean {
  return line.open && source.startsWith('## ', line.from);
}

/** One section for each heading; `lines` start with one, and `end` is where the last section ends. */
export function readSections(source: string, lines: readonly Line[], end: number): OpenSection[] {
  const sections: OpenSection[] = [];
  const seen = new Set<SectionKind>();
  const starts = lines.flatMap((line, index) => (isSectionHeading(source, line) ? [index] : []));
  starts.forEach((start, index) => {
    const heading = lines[start] as Line;
    const until = starts[index + 1] ?? lines.length;
    const to = lines[until]?.from ?? end;
    const body = lines.slice(start + 1, until);
    const name = plainValue(source, heading.from + 3, heading.to);
    const kind = KINDS.get(name.text.trimEnd()) ?? null;
    const duplicate = kind !== null && seen.has(kind);
    if (kind) seen.add(kind);
    const written = body.filter((line) => !isBlank(source, line));
    const first = written[0];
    const last = written.at(-1);
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
        content: first && last ? { from: first.from, to: last.to } : null,
      },
    });
  });
  return sections;
}
