import type { Range } from '../text/range';
import type { Brief, Island, Link, Part, Related, Section, SectionKind, Value } from './brief';
import { type Line, scanLines } from './lines';
import { readBullets, readGraph, readNumber } from './lists';
import { linksOf, wikiLinks } from './paragraphs';
import { isSectionHeading, type OpenSection, readSections } from './sections';
import { readTakes, type Takes } from './takes';
import { readTop, type Top } from './top';
import { linesValue, plainValue } from './value';

/** Reads any text as a brief. Never throws; what fits no rule is an island. */
export function parse(source: string): Brief {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = scanLines(source, start);
  const footer = readFooter(source, lines);
  const topEnd = Math.min(headingFrom(source, lines, 0), footer.at);
  const top = readTop(source, lines.slice(0, topEnd), topEnd > 0);
  const footerAt = lines[footer.at]?.from ?? source.length;
  const seen = new Set<SectionKind>();
  const open = readSections(source, lines.slice(topEnd, footer.at), footerAt, seen);
  if (footer.end < lines.length) {
    open.push(...readSections(source, lines.slice(footer.end), source.length, seen));
  }
  const sections: Section[] = [];
  for (const { section } of open) sections.push(section);
  const numbers = readBullets(source, linesOf(open, 'numbers'));
  const watch = readBullets(source, linesOf(open, 'watch'));
  const takes = readTakes(source, linesOf(open, 'takes'));
  const graph = readGraph(source, linesOf(open, 'graph'));
  const rests = { numbers: numbers.rest, watch: watch.rest, takes: takes.rest, graph: graph.rest };
  return {
    source,
    title: top.title,
    dek: top.dek,
    meta: top.meta,
    sections,
    summary: readProse(source, firstOf(open, 'summary')),
    numbers: numbers.items.map(readNumber),
    why: readProse(source, firstOf(open, 'why')),
    watch: watch.items,
    lenses: takes.lenses,
    takes: takes.lenses.flatMap((lens) => lens.takes),
    related: graph.related,
    entities: graph.entities,
    rule: footer.rule,
    canonical: footer.canonical,
    links: withWikiLinks(linksOf(source, lines), graph.related),
    islands: readIslands(source, { top, footer, open, rests, takes }),
  };
}

/** The place of the first section heading from a line on; the number of lines where there is none. */
function headingFrom(source: string, lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && !isSectionHeading(source, lines[at] as Line)) at++;
  return at;
}

function firstOf(open: readonly OpenSection[], kind: SectionKind): OpenSection | undefined {
  for (const one of open) if (one.section.kind === kind && !one.section.duplicate) return one;
  return undefined;
}

function linesOf(open: readonly OpenSection[], kind: SectionKind): readonly Line[] {
  return firstOf(open, kind)?.lines ?? [];
}

function withWikiLinks(links: Link[], related: Related | null): readonly Link[] {
  if (!related) return links;
  const last = links.at(-1);
  links.push(...wikiLinks(related.value));
  const isInOrder = !last || last.from < related.value.from;
  return isInOrder ? links : links.sort((a, b) => a.from - b.from);
}

interface Leftovers {
  readonly top: Top;
  readonly footer: Footer;
  readonly open: readonly OpenSection[];
  readonly rests: Readonly<Partial<Record<SectionKind, readonly Line[]>>>;
  readonly takes: Takes;
}

function readIslands(source: string, { top, footer, open, rests, takes }: Leftovers): Island[] {
  const found: Island[] = [];
  addIslands(found, source, top.rest, 'top');
  addIslands(found, source, footer.rest, 'footer');
  open.forEach(({ section, lines }, where) => {
    const isRead = section.kind !== null && !section.duplicate;
    addIslands(found, source, isRead ? (rests[section.kind] ?? []) : lines, where);
    if (section.kind !== 'takes' || section.duplicate) return;
    for (const { from, to } of takes.entries) found.push({ from, to, where, entry: true });
    for (const lens of takes.lenses) {
      for (const take of lens.takes) {
        for (const { from, to } of take.islands) found.push({ from, to, where, entry: false });
      }
    }
  });
  return found.length > 1 ? found.sort((a, b) => a.from - b.from) : found;
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

const LETTER_C = 67;
const DASH = 45;
const CANONICAL = /^Canonical:(?: |$)/;

/** The last canonical line with the `---` above it, or a `---` with which the text ends. */
function readFooter(source: string, lines: readonly Line[]): Footer {
  let canonicalAt = -1;
  let lastWritten = -1;
  for (let at = lines.length - 1; at >= 0 && canonicalAt < 0; at--) {
    const line = lines[at] as Line;
    if (lastWritten < 0 && !line.blank) lastWritten = at;
    if (line.mark === LETTER_C && line.open && source.startsWith('Canonical:', line.from))
      canonicalAt = at;
  }
  const ruleAt = canonicalAt < 0 ? lastWritten : writtenBefore(lines, canonicalAt);
  const rule = isRule(source, lines[ruleAt]) ? (lines[ruleAt] as Line) : null;
  const at = rule ? ruleAt : canonicalAt < 0 ? lines.length : canonicalAt;
  const past = Math.max(canonicalAt, rule ? ruleAt : -1) + 1;
  const end = at === lines.length ? at : headingFrom(source, lines, past);
  const line = lines[canonicalAt];
  return {
    at,
    end,
    rule: rule && { from: rule.from, to: rule.to },
    canonical: line ? readCanonical(source, line) : null,
    rest: at === lines.length ? [] : lines.slice(past, end),
  };
}

function writtenBefore(lines: readonly Line[], before: number): number {
  let at = before - 1;
  while (at >= 0 && lines[at]?.blank) at--;
  return at;
}

function isRule(source: string, line: Line | undefined): boolean {
  if (line?.mark !== DASH || !line.open) return false;
  return /^---+[ \t]*$/.test(source.slice(line.from, line.to));
}

function readCanonical(source: string, line: Line): Part {
  const text = source.slice(line.from, line.to);
  const mark = CANONICAL.exec(text)?.[0].length ?? 'Canonical:'.length;
  const to = line.from + Math.max(text.trimEnd().length, mark);
  return { from: line.from, to: line.to, value: plainValue(source, line.from + mark, to) };
}

/** Adds neighbouring lines of no part, as one island each run. */
function addIslands(
  found: Island[],
  source: string,
  lines: readonly Line[],
  where: Island['where'],
): void {
  let from = -1;
  let to = 0;
  for (const line of lines) {
    if (line.blank) continue;
    // A range once made is never changed: one that is, makes V8 throw away what it compiled for all.
    const goesOn = from >= 0 && source.slice(to, line.from).trim() === '';
    if (!goesOn && from >= 0) found.push({ from, to, where, entry: false });
    if (!goesOn) from = line.from;
    to = line.to;
  }
  if (from >= 0) found.push({ from, to, where, entry: false });
}
