import type { Range } from '../text/range';
import type { Link, Value } from './brief';
import type { Line } from './lines';
import { inlineLinks } from './links';
import { linesValue } from './value';

/** The inline links of all lines, paragraph by paragraph: a link never runs out of its paragraph. */
export function linksOf(source: string, lines: readonly Line[]): Link[] {
  const links: Link[] = [];
  let paragraph: Range[] = [];
  let quoted = false;
  let mark = source.indexOf('](');
  if (mark < 0) return links;
  const close = () => {
    if (paragraph.length === 0) return;
    const first = paragraph[0] as Range;
    const last = paragraph[paragraph.length - 1] as Range;
    if (mark >= 0 && mark < first.from) mark = source.indexOf('](', first.from);
    if (mark >= 0 && mark < last.to) inlineLinks(linesValue(source, paragraph), links);
    paragraph = [];
  };
  for (const line of lines) {
    if (!line.open || line.blank || isAddress(source, line)) {
      close();
      quoted = false;
      continue;
    }
    // Most lines start with a letter.
    const lead = line.mark > LAST_LEAD ? NO_LEAD : readLead(source, line.from);
    const isQuote = lead.kind === 'quote';
    if (lead.kind === 'heading' || lead.kind === 'bullet' || isQuote !== quoted) close();
    quoted = isQuote;
    paragraph.push(lead.to > line.from ? { from: Math.min(lead.to, line.to), to: line.to } : line);
    if (lead.kind === 'heading') close();
  }
  close();
  return links;
}

/** What stands before the text of a line, and where it ends. */
interface Lead {
  readonly kind: 'indent' | 'quote' | 'heading' | 'bullet';
  readonly to: number;
}

const NO_LEAD: Lead = { kind: 'indent', to: -1 };
/** `>`: no unit above it starts a lead. */
const LAST_LEAD = 62;

function readLead(source: string, from: number): Lead {
  const start = skipBlank(source, from);
  const unit = source.charCodeAt(start);
  if (unit === 62) {
    return { kind: 'quote', to: isBlankAt(source, start + 1) ? start + 2 : start + 1 };
  }
  if (unit === 35 && start === from) {
    let end = start;
    while (source.charCodeAt(end) === 35 && end - start < 6) end++;
    if (isBlankAt(source, end)) return { kind: 'heading', to: skipBlank(source, end) };
  }
  const bullet = afterBullet(source, start, unit);
  if (isBlankAt(source, bullet)) return { kind: 'bullet', to: skipBlank(source, bullet) };
  return { kind: 'indent', to: start };
}

/** Just after `-`, `*`, `+` or up to nine digits with `.` or `)`; -1 where none stands there. */
function afterBullet(source: string, at: number, unit: number): number {
  if (unit === 45 || unit === 42 || unit === 43) return at + 1;
  let end = at;
  while (isDigit(source.charCodeAt(end)) && end - at < 9) end++;
  const closer = source.charCodeAt(end);
  return end > at && (closer === 46 || closer === 41) ? end + 1 : -1;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isBlankAt(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit === 32 || unit === 9;
}

function skipBlank(source: string, from: number): number {
  let at = from;
  while (isBlankAt(source, at)) at++;
  return at;
}

/** Lines of addresses, which are not Markdown. */
function isAddress(source: string, line: Line): boolean {
  if (line.mark === 67) return source.startsWith('Canonical:', line.from);
  if (line.mark !== 32 && line.mark !== 9) return false;
  return source.startsWith('Source:', skipBlank(source, line.from));
}

/** The `[[slug]]` links of a line's value. */
export function wikiLinks(value: Value): Link[] {
  const { text } = value;
  const links: Link[] = [];
  for (let at = text.indexOf('[['); at >= 0; ) {
    let end = at + 2;
    while (end < text.length && !endsWiki(text.charCodeAt(end))) end++;
    const closed = text.startsWith(']]', end);
    const from = value.from + at;
    const target = {
      from: from + 2,
      to: value.from + end,
      text: text.slice(at + 2, end),
      lineStarts: [from + 2],
    };
    const to = closed ? target.to + 2 : target.to;
    links.push({ kind: 'wiki', from, to, text: null, target, closed });
    at = text.indexOf('[[', closed ? end + 2 : end);
  }
  return links;
}

function endsWiki(unit: number): boolean {
  return unit === 91 || unit === 93 || unit === 10;
}
