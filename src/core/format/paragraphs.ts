import type { Range } from '../text/range';
import type { Link, Value } from './brief';
import { isBlank, type Line } from './lines';
import { inlineLinks } from './links';
import { linesValue } from './value';

const BULLET = /[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/y;
const QUOTE = /[ \t]*>[ \t]?/y;
const HEADING = /#{1,6}[ \t]+/y;
const INDENT = /[ \t]*/y;
/** Addresses, which are not Markdown. */
const ADDRESS = /(?:[ \t]+Source|Canonical):/y;

/** The inline links of all lines, paragraph by paragraph: a link never runs out of its paragraph. */
export function linksOf(source: string, lines: readonly Line[]): Link[] {
  const links: Link[] = [];
  let paragraph: Range[] = [];
  let quoted = false;
  let mark = source.indexOf('](');
  if (mark < 0) return [];
  const close = () => {
    const first = paragraph[0];
    const last = paragraph.at(-1);
    if (first && mark >= 0 && mark < first.from) mark = source.indexOf('](', first.from);
    if (last && mark >= 0 && mark < last.to) {
      links.push(...inlineLinks(linesValue(source, paragraph)));
    }
    paragraph = [];
  };
  for (const line of lines) {
    if (!line.open || isBlank(source, line) || startsWith(ADDRESS, source, line.from)) {
      close();
      quoted = false;
      continue;
    }
    const quote = prefix(QUOTE, source, line.from);
    const heading = prefix(HEADING, source, line.from);
    const bullet = quote || heading ? 0 : prefix(BULLET, source, line.from);
    if (heading || bullet || Boolean(quote) !== quoted) close();
    quoted = Boolean(quote);
    const indent = quote || heading || bullet || prefix(INDENT, source, line.from);
    paragraph.push({ from: Math.min(line.from + indent, line.to), to: line.to });
    if (heading) close();
  }
  close();
  return links;
}

function prefix(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex - at : 0;
}

function startsWith(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

const WIKI = /\[\[([^[\]\n]*)(\]\])?/g;

/** The `[[slug]]` links of a line's value. */
export function wikiLinks(value: Value): Link[] {
  return [...value.text.matchAll(WIKI)].map((match) => {
    const from = value.from + match.index;
    const target = match[1] ?? '';
    return {
      kind: 'wiki',
      from,
      to: from + match[0].length,
      text: null,
      target: {
        from: from + 2,
        to: from + 2 + target.length,
        text: target,
        lineStarts: [from + 2],
      },
      closed: match[2] !== undefined,
    };
  });
}
