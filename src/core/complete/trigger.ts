import { fieldAt } from '../fields/table';
import type { Brief } from '../format/brief';
import { onFirstUse } from '../text/on-first-use';
import type { Range } from '../text/range';

/** What is being typed at the caret: a choice replaces `[from, to)`. */
export interface Trigger extends Range {
  readonly kind: 'entity' | 'brief';
  /** What was typed after the mark. */
  readonly query: string;
  /** Which form a link takes here: Markdown in prose, `[[slug]]` in Across the graph. */
  readonly form: 'inline' | 'wiki';
}

/** A query does not go on for longer than a name does. */
const LONGEST_QUERY = 80;
// Raw texts are written in ASCII: one other letter in them doubles what the built page takes.
const WORD = String.raw`[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'\u2019&/-]*`;
const BRIEF = /\[\[([^[\]\n]*)$/u;
const BRACKET = /(?<![\\!\]])\[([^[\]()\n]*)$/u;
// After a letter it is an e-mail address; four words on, a sentence.
const atSign = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?<![^\s([{"'\u201c\u2018\u00ab\u2014\u2013])@((?:${WORD}(?: ${WORD}){0,3} ?)?)$`,
      'u',
    ),
);

/**
 * The completion that the text before the caret asks for: `[` or `@` in prose for entities, `[[`
 * for briefs; null in all other text, in quotes, code, links, and fields without links.
 */
export function completionAt(brief: Brief, offset: number): Trigger | null {
  const { source } = brief;
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.slice(Math.max(lineStart, offset - LONGEST_QUERY), offset);
  if (!before.includes('[') && !before.includes('@')) return null;
  const found = mark(before);
  if (!found) return null;
  const { kind, query } = found;
  const from = offset - found.length;
  const form = formAt(brief, from, offset);
  if (!form || (form === 'wiki' && kind === 'entity')) return null;
  if (isInLinkOrCode(brief, from, offset, lineStart)) return null;
  const to = offset + closingAt(source, offset, kind, source[from]);
  return { kind, query, form, from, to };
}

/** The letters of names: they make neither a link nor code of the text around them. */
const names = onFirstUse(() => /^(?:\[{0,2}|@)[\p{L}\p{M}\p{N} .'’&/-]*$/u);

/**
 * What a completion asks for after more was typed in it, or something taken out: what `completionAt`
 * would find, without a parsed brief. Null where only that can tell.
 * @param typed the text from the trigger's start to the caret
 * @param ahead the text behind the caret, to the end of its line
 */
export function completionOn(trigger: Trigger, typed: string, ahead: string): Trigger | null {
  if (typed.length > LONGEST_QUERY || !names().test(typed) || !names().test(trigger.query))
    return null;
  const found = mark(typed);
  if (found?.length !== typed.length) return null;
  const { kind, query } = found;
  // One bracket may be no mark where two were one, and two may be the start of a link.
  if (kind !== trigger.kind && (kind === 'entity' || ahead.includes(']('))) return null;
  const to = trigger.from + typed.length + closingAt(ahead, 0, kind, typed[0]);
  return { ...trigger, kind, query, to };
}

function mark(before: string): { kind: Trigger['kind']; query: string; length: number } | null {
  const wiki = BRIEF.exec(before);
  if (wiki) return { kind: 'brief', query: wiki[1] ?? '', length: wiki[0].length };
  const match = BRACKET.exec(before) ?? atSign().exec(before);
  const query = match?.[1] ?? '';
  // A bracket or an at sign with a space after it is one of the text's own.
  if (!match || /^\s/.test(query)) return null;
  return { kind: 'entity', query, length: match[0].length };
}

/** An editor that closes brackets has put some behind the caret: they belong to the choice. */
function closingAt(
  source: string,
  offset: number,
  kind: Trigger['kind'],
  first: string | undefined,
): number {
  const closing = kind === 'brief' ? ']]' : first === '[' ? ']' : '';
  let length = 0;
  while (length < closing.length && source[offset + length] === closing[length]) length++;
  return length;
}

const FORMS: Readonly<Record<string, Trigger['form']>> = {
  dek: 'inline',
  summary: 'inline',
  why: 'inline',
  watch: 'inline',
  'number.label': 'inline',
  'take.summary': 'inline',
  related: 'wiki',
};

function formAt(brief: Brief, from: number, offset: number): Trigger['form'] | null {
  const field = fieldAt(brief, from) ?? fieldAt(brief, offset);
  if (field) return FORMS[field.path.field] ?? null;
  const island = brief.islands.find((part) => part.from <= from && from <= part.to);
  if (!island || typeof island.where !== 'number') return null;
  return brief.sections[island.where]?.kind === 'graph' ? 'wiki' : 'inline';
}

function isInLinkOrCode(brief: Brief, from: number, offset: number, lineStart: number): boolean {
  const { source, links } = brief;
  const inside = links.some(
    (link) =>
      link.kind === 'inline' &&
      ((link.from < from && from < link.to) || (link.from < offset && offset < link.to)),
  );
  if (inside) return true;
  const paragraph = source.slice(paragraphStart(source, lineStart), from);
  const line = source.slice(lineStart, from);
  if (/\]\([^)\s]*$/.test(line)) return true;
  const comment = paragraph.lastIndexOf('<!--');
  if (comment >= 0 && !paragraph.includes('-->', comment)) return true;
  return endsInCode(paragraph, source.slice(from), lineStart - (from - paragraph.length));
}

function paragraphStart(source: string, lineStart: number): number {
  const blank = /\n[ \t]*\r?\n(?![\s\S]*\n[ \t]*\r?\n)/.exec(
    source.slice(Math.max(0, lineStart - 4000), lineStart),
  );
  return blank
    ? Math.max(0, lineStart - 4000) + blank.index + blank[0].length
    : Math.max(0, lineStart - 4000);
}

/** True where a run of backticks before the end is still open: closed further on, or on this very line. */
function endsInCode(before: string, after: string, lineAt: number): boolean {
  const runs = [...before.matchAll(/(?<!\\)`+/g)];
  let open: RegExpExecArray | null = null;
  for (const run of runs) {
    if (!open) open = run;
    else if (run[0].length === open[0].length) open = null;
  }
  if (!open) return false;
  const paragraph = after.split(/\n[ \t]*\r?\n/, 1)[0] ?? '';
  return open.index >= lineAt || paragraph.includes(open[0]);
}
