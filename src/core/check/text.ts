import type { Brief, Value } from '../format/brief';
import type { Range } from '../text/range';

/** The first line of a brief, without its line break and a byte-order mark. */
export function firstLine({ source }: Pick<Brief, 'source'>): Range {
  const from = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lineBreak = source.indexOf('\n', from);
  const to = lineBreak < 0 ? source.length : lineBreak;
  return { from, to: to > from && source.charCodeAt(to - 1) === 13 ? to - 1 : to };
}

/** The title's line, or the first one where there is no title. */
export function titleLine(brief: Brief): Range {
  return brief.title ?? firstLine(brief);
}

/** True for a value that is missing or holds no text. */
export function isEmpty(value: Value | null | undefined): boolean {
  if (!value || value.from === value.to) return true;
  const first = value.text.charCodeAt(0);
  // Letters are no white space, nor is most else below the spaces of print.
  return (first <= 32 || first === 0xa0 || first >= 0x1680) && value.text.trim() === '';
}

/** A stretch of a brief on one line, as it reads. */
export function oneLine(brief: Brief, range: Range): string {
  return brief.source.slice(range.from, range.to).replace(/\s+/g, ' ').trim();
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const LONGEST = 60;

/** A text in quotes for a message, cut where it is long. */
export function quoted(text: string): string {
  if (text.length <= LONGEST) return `“${text}”`;
  // Never half of a surrogate pair.
  return `“${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…”`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar day in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
