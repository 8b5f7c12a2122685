import { type Brief, SECTION_KINDS, type Section, type SectionKind } from '../format/brief';
import { printSection } from '../format/print';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

/** The line break that a brief uses: that of its first line. */
export function lineBreakOf(source: string): '\n' | '\r\n' {
  const at = source.indexOf('\n');
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n';
}

/** `text` with the brief's line breaks. */
export function broken(brief: Brief, text: string): string {
  const lineBreak = lineBreakOf(brief.source);
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

/** An insert, written with `\n` and put in with the brief's line breaks. */
export function insertAt(brief: Brief, at: number, text: string): TextEdit {
  return { from: at, to: at, insert: broken(brief, text) };
}

/** The section that is read as `kind`. */
export function sectionOf(brief: Brief, kind: SectionKind): Section | null {
  return brief.sections.find((section) => section.kind === kind && !section.duplicate) ?? null;
}

/** The end of the text of a section, without the blank lines after it. */
export function endOf(section: Section): number {
  return section.content?.to ?? section.heading.to;
}

/** The end of what stands above the first section, without the blank lines after it. */
export function endOfTop(brief: Brief): number {
  const start = brief.source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = Math.min(
    brief.sections[0]?.from ?? brief.source.length,
    brief.rule?.from ?? brief.source.length,
    brief.canonical?.from ?? brief.source.length,
  );
  return Math.max(start, start + brief.source.slice(start, end).trimEnd().length);
}

/** Where a missing section goes: behind the nearest section before it, else under the top. */
export function anchorOf(brief: Brief, kind: SectionKind): number {
  for (let at = SECTION_KINDS.indexOf(kind) - 1; at >= 0; at--) {
    const before = sectionOf(brief, SECTION_KINDS[at] as SectionKind);
    if (before) return endOf(before);
  }
  return endOfTop(brief);
}

/** The insert of a section that is missing, in its place, with a body that may be empty. */
export function sectionInsert(brief: Brief, kind: SectionKind, body: string): TextEdit {
  const at = anchorOf(brief, kind);
  return insertAt(brief, at, spaced(brief, at, printSection(kind, body)));
}

/** A block with a blank line above it, and a line break below where the rest of a line follows. */
export function spaced(brief: Brief, at: number, block: string): string {
  const { source } = brief;
  const top = at === 0 || (at === 1 && source.charCodeAt(0) === 0xfeff);
  const follows = at < source.length && source[at] !== '\n' && source[at] !== '\r';
  return `${top ? '' : '\n\n'}${block}${follows ? '\n\n' : ''}`;
}

/**
 * The first text of a section that holds none: between blank lines that are there already, so that
 * emptying and filling a section does not grow it.
 */
export function fillInsert(brief: Brief, section: Section, text: string): TextEdit {
  const blank = brief.source.slice(section.heading.to, section.to);
  const breaks = [...blank.matchAll(/\n/g)].map((match) => section.heading.to + match.index + 1);
  const isLast = section.to === brief.source.length;
  const at = breaks[1];
  if (at === undefined || (breaks.length === 2 && !isLast)) {
    return insertAt(brief, section.heading.to, `\n\n${text}`);
  }
  return insertAt(brief, at, breaks.length === 3 && !isLast ? `${text}\n` : text);
}

/**
 * The removal of whole lines with the line break after them; with the one before them at the end
 * of the text, or where another edit stands at their end (`keepAfter`).
 */
export function cutLines(brief: Brief, range: Range, keepAfter = false): TextEdit {
  const { source } = brief;
  const lineBreak = source.indexOf('\n', range.to);
  const clear = lineBreak >= 0 && source.slice(range.to, lineBreak).trim() === '';
  if (clear && !keepAfter) return { from: range.from, to: lineBreak + 1, insert: '' };
  return { from: endOfLineBefore(source, range.from), to: range.to, insert: '' };
}

function endOfLineBefore(source: string, at: number): number {
  if (source[at - 1] !== '\n') return at;
  return source[at - 2] === '\r' ? at - 2 : at - 1;
}
