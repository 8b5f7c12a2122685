import type { Range } from '../text/range';
import type { NumberItem, Part, Related, Value } from './brief';
import type { Line } from './lines';
import { wikiLinks } from './paragraphs';
import { linesValue, plainValue, sliceValue } from './value';

const DASH = 45;
const SPACE = 32;

/** Bullets of a section, and its lines that belong to none. */
export interface Bullets {
  readonly items: readonly Part[];
  readonly rest: readonly Line[];
}

/** `- ` bullets; lines indented by two spaces or more, without a blank line between, go on with one. */
export function readBullets(source: string, lines: readonly Line[]): Bullets {
  const items: Part[] = [];
  const rest: Line[] = [];
  let current: Line[] = [];
  const close = () => {
    const first = current[0];
    if (first) items.push(bullet(source, first, current));
    current = [];
  };
  for (const line of lines) {
    if (line.open && isBullet(source, line)) {
      close();
      current = [line];
    } else if (current.length > 0 && isIndented(source, line)) current.push(line);
    else {
      close();
      if (!line.blank) rest.push(line);
    }
  }
  close();
  return { items, rest };
}

function bullet(source: string, first: Line, lines: readonly Line[]): Part {
  const contents: Range[] = [];
  for (const line of lines) contents.push(content(source, line, line === first ? 1 : 0));
  const value = linesValue(source, contents);
  return { from: first.from, to: value.to, value };
}

/** A line without its indent, or without its bullet of `mark` units and the space after it. */
export function content(source: string, line: Line, mark: number): Range {
  let from = line.from + mark;
  const most = mark > 0 ? from + 1 : line.to;
  while (from < most && from < line.to && source.charCodeAt(from) === SPACE) from++;
  return { from, to: line.to };
}

/** `- ` at the start of a line, or a `-` alone on it. */
export function isBullet(source: string, line: Line): boolean {
  if (line.mark !== DASH) return false;
  return line.to === line.from + 1 || source.charCodeAt(line.from + 1) === SPACE;
}

/** Two spaces or more before something. */
export function isIndented(source: string, line: Line): boolean {
  return line.mark === SPACE && !line.blank && source.charCodeAt(line.from + 1) === SPACE;
}

/** A bullet as `value, label`, split at its first `, `. */
export function readNumber(item: Part): NumberItem {
  const { value: whole } = item;
  const comma = whole.text.indexOf(', ');
  if (comma < 0) return { from: item.from, to: item.to, value: whole, label: null };
  return {
    from: item.from,
    to: item.to,
    value: sliceValue(whole, 0, comma),
    label: sliceValue(whole, comma + 2, whole.text.length),
  };
}

const GRAPH_LINE = /^- (Related|Entities):(?: |$)/;

/** The lines of Across the graph. */
export function readGraph(source: string, lines: readonly Line[]) {
  let related: Related | null = null;
  let entities: Part | null = null;
  const rest: Line[] = [];
  for (const line of lines) {
    const match =
      line.mark === DASH && line.open ? GRAPH_LINE.exec(source.slice(line.from, line.to)) : null;
    if (match?.[1] === 'Related' && !related) {
      const value = plainValue(source, line.from + match[0].length, line.to);
      related = { from: line.from, to: line.to, value, items: relatedItems(value) };
    } else if (match?.[1] === 'Entities' && !entities) {
      const value = plainValue(source, line.from + match[0].length, line.to);
      entities = { from: line.from, to: line.to, value };
    } else if (!line.blank) rest.push(line);
  }
  return { related, entities, rest };
}

function relatedItems(value: Value): Related['items'] {
  const items: Related['items'][number][] = [];
  for (const { from, to, target, closed } of wikiLinks(value)) {
    items.push({ from, to, slug: target, closed });
  }
  return items;
}
