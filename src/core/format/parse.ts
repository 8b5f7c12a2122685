import type { Range } from '../text/range';
import type { Brief, Island, Part, SectionKind, Value } from './brief';
import { isBlank, type Line, scanLines } from './lines';
import { readBullets, readGraph, readNumber } from './lists';
import { linksOf, wikiLinks } from './paragraphs';
import { isSectionHeading, type OpenSection, readSections } from './sections';
import { readTakes } from './takes';
import { readTop } from './top';
import { linesValue, plainValue } from './value';

/** Reads any text as a brief. Never throws; what fits no rule is an island. */
export function parse(source: string): Brief {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = scanLines(source, start);
  const footer = readFooter(source, lines);
  const firstSection = lines.findIndex((line) => isSectionHeading(source, line));
  const topEnd = firstSection < 0 ? footer.at : Math.min(firstSection, footer.at);
  const top = readTop(source, lines.slice(0, topEnd), topEnd > 0);
  const sections = [
    ...readSections(
      source,
      lines.slice(topEnd, footer.at),
      lines[footer.at]?.from ?? source.length,
    ),
    ...readSections(source, lines.slice(footer.end), source.length),
  ];
  const first = (kind: SectionKind) =>
    sections.find(({ section }) => section.kind === kind && !section.duplicate);
  const numbers = readBullets(source, first('numbers')?.lines ?? []);
  const watch = readBullets(source, first('watch')?.lines ?? []);
  const takes = readTakes(source, first('takes')?.lines ?? []);
  const graph = readGraph(source, first('graph')?.lines ?? []);
  const allTakes = takes.lenses.flatMap((lens) => lens.takes);
  const links = linksOf(source, lines);
  return {
    source,
    title: top.title,
    dek: top.dek,
    meta: top.meta,
    sections: sections.map(({ section }) => section),
    summary: readProse(source, first('summary')),
    numbers: numbers.items.map(readNumber),
    why: readProse(source, first('why')),
    watch: watch.items,
    lenses: takes.lenses,
    takes: allTakes,
    related: graph.related,
    entities: graph.entities,
    rule: footer.rule,
    canonical: footer.canonical,
    links: graph.related
      ? [...links, ...wikiLinks(graph.related.value)].sort((a, b) => a.from - b.from)
      : links,
    islands: [
      ...islands(source, top.rest, 'top'),
      ...islands(source, footer.rest, 'footer'),
      ...sections.flatMap((open, where) => {
        if (open.section.kind === null || open.section.duplicate) {
          return islands(source, open.lines, where);
        }
        switch (open.section.kind) {
          case 'numbers':
            return islands(source, numbers.rest, where);
          case 'watch':
            return islands(source, watch.rest, where);
          case 'takes':
            return [
              ...islands(source, takes.rest, where),
              ...takes.entries.map((range) => ({ ...range, where, entry: true })),
              ...allTakes.flatMap((take) =>
                take.islands.map((range) => ({ ...range, where, entry: false })),
              ),
            ];
          case 'graph':
            return islands(source, graph.rest, where);
          default:
            return [];
        }
      }),
    ].sort((a, b) => a.from - b.from),
  };
}

/** The text of a prose section, from its first to its last line that is not blank. */
function readProse(source: string, open: OpenSection | undefined): Value | null {
  if (!open) return null;
  const { content, heading } = open.section;
  if (!content) return plainValue(source, heading.to, heading.to);
  const text = source.slice(content.from, content.to);
  if (!text.includes('\r')) return plainValue(source, content.from, content.to);
  return linesValue(
    source,
    open.lines.filter((line) => line.from >= content.from && line.to <= content.to),
  );
}

interface Footer {
  /** The index of the footer's first line; the number of lines where there is no footer. */
  readonly at: number;
  /** The index after its last line. */
  readonly end: number;
  readonly rule: Range | null;
  readonly canonical: Part | null;
  readonly rest: readonly Line[];
}

const CANONICAL = /^Canonical:(?: |$)/;

/** The last canonical line with the `---` above it, or a `---` with which the text ends. */
function readFooter(source: string, lines: readonly Line[]): Footer {
  let canonicalAt = -1;
  let lastWritten = -1;
  for (let at = lines.length - 1; at >= 0 && canonicalAt < 0; at--) {
    const line = lines[at] as Line;
    if (lastWritten < 0 && !isBlank(source, line)) lastWritten = at;
    if (line.open && source.startsWith('Canonical:', line.from)) canonicalAt = at;
  }
  const ruleAt = canonicalAt < 0 ? lastWritten : writtenBefore(source, lines, canonicalAt);
  const rule = isRule(source, lines[ruleAt]) ? (lines[ruleAt] as Line) : null;
  const at = rule ? ruleAt : canonicalAt < 0 ? lines.length : canonicalAt;
  const past = Math.max(canonicalAt, rule ? ruleAt : -1) + 1;
  const next = lines.findIndex((line, index) => index >= past && isSectionHeading(source, line));
  const end = at === lines.length ? at : next < 0 ? lines.length : next;
  const line = lines[canonicalAt];
  return {
    at,
    end,
    rule: rule && { from: rule.from, to: rule.to },
    canonical: line ? readCanonical(source, line) : null,
    rest: at === lines.length ? [] : lines.slice(past, end),
  };
}

function writtenBefore(source: string, lines: readonly Line[], before: number): number {
  let at = before - 1;
  while (at >= 0 && isBlank(source, lines[at] as Line)) at--;
  return at;
}

function isRule(source: string, line: Line | undefined): boolean {
  return line !== undefined && line.open && /^---+[ \t]*$/.test(source.slice(line.from, line.to));
}

function readCanonical(source: string, line: Line): Part {
  const text = source.slice(line.from, line.to);
  const mark = CANONICAL.exec(text)?.[0].length ?? 'Canonical:'.length;
  const to = line.from + Math.max(text.trimEnd().length, mark);
  return { from: line.from, to: line.to, value: plainValue(source, line.from + mark, to) };
}

/** Neighbouring lines of no part, as one island each run. */
function islands(source: string, lines: readonly Line[], where: Island['where']): Island[] {
  const found: (Island & { next: number })[] = [];
  for (const line of lines) {
    if (isBlank(source, line)) continue;
    const last = found.at(-1);
    const between = last ? source.slice(last.to, line.from) : 'x';
    if (last && between.trim() === '') {
      found[found.length - 1] = { ...last, to: line.to, next: line.next };
    } else found.push({ from: line.from, to: line.to, next: line.next, where, entry: false });
  }
  return found.map(({ from, to, entry }) => ({ from, to, where, entry }));
}
