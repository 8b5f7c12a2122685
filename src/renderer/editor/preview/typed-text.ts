import type { ChangeSet } from '@codemirror/state';
import { formatPath, type FieldPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Brief, Value } from '../../../core/format/brief';
import { difference } from '../../../core/text/edit';
import { contains, type Range } from '../../../core/text/range';
import { splitBlocks } from './blocks';
import { type Runs, runsOf } from './markdown';
import { rangesOf } from './ranges';

/** One change of the source: `[from, to)` before it, and how much longer the text is after it. */
interface Change extends Range {
  readonly longer: number;
}

/** Which run of words: the field, its block, and the run's number in it; -1 for the block as it is written. */
interface At {
  readonly field: string;
  readonly block: number;
  readonly run: number;
}

interface Place extends At {
  readonly node: Text;
}

/**
 * Writes what is typed within a run of words straight into the page, past React: a key costs a
 * fraction of a drawing. All else (a mark of Markdown, a part that comes or goes) is left to React,
 * which must find the page as it left it: `takeBack` comes before it draws again.
 */
export class TypedText {
  #place: Place | null = null;
  /** What React has drawn in the place. */
  #drawn = '';
  #ranges: { readonly brief: Brief | null; readonly offsets: readonly number[] } = NO_RANGES;
  #blocks = { text: '', blocks: [''] };
  #runs: Runs & { readonly text: string; readonly isLine: boolean } = NO_RUNS;

  /** True where the page is ahead of what React has drawn. */
  get isAhead(): boolean {
    return this.#place !== null;
  }

  /** @returns false where the page, which shows `before`, is not touched */
  show(page: Element, before: Brief, after: Brief, changes: ChangeSet): boolean {
    const change = onlyChange(changes);
    const path = change && fieldAt(before, change);
    if (!change || !path) return false;
    const was = readField(before, path);
    const is = readField(after, path);
    if (
      !was ||
      !is ||
      !isWithin(was, is, change) ||
      !this.#isSameElsewhere(before, after, change)
    ) {
      return false;
    }
    return this.#write(page, path, was.text, is.text);
  }

  /** Leaves the page as React has drawn it. */
  takeBack(): void {
    if (this.#place) this.#place.node.data = this.#drawn;
    this.#place = null;
  }

  /**
   * True where every part stands where the change has taken it: as the text outside of the change
   * is the same, so is then what all other parts say.
   */
  #isSameElsewhere(before: Brief, after: Brief, { from, to, longer }: Change): boolean {
    const was = this.#ranges.brief === before ? this.#ranges.offsets : rangesOf(before);
    const is = rangesOf(after);
    this.#ranges = { brief: after, offsets: is };
    if (was.length !== is.length) return false;
    for (let index = 0; index < was.length; index++) {
      const offset = was[index] ?? 0;
      const now = is[index];
      const isBefore = offset <= from && now === offset;
      if (!isBefore && !(offset >= to && now === offset + longer)) return false;
    }
    return true;
  }

  #write(page: Element, path: FieldPath, was: string, is: string): boolean {
    const isProse = path.field === 'summary' || path.field === 'why';
    const block = isProse ? this.#blockOf(was, is) : { at: 0, was, is };
    if (!block) return false;
    const name = formatPath(path);
    const ahead =
      this.#place?.field === name && this.#place.block === block.at ? this.#place : null;
    const element = ahead ? null : elementOf(page, name, isProse ? block.at : null);
    // What is far from sight stands there as it is written.
    const isPlain = ahead ? ahead.run < 0 : element?.classList.contains('pv-block-plain');
    const isLine = !isProse && path.field !== 'take.summary';
    const run = isPlain ? { ...block, at: -1 } : this.#runOf(block.was, block.is, isLine);
    if (run === 'same') return true;
    return run !== null && this.#put({ field: name, block: block.at, run: run.at }, run, element);
  }

  /** The one block that differs. */
  #blockOf(was: string, is: string): Differing | null {
    const before = this.#blocks.text === was ? this.#blocks.blocks : splitBlocks(was);
    this.#blocks = { text: is, blocks: splitBlocks(is) };
    return onlyDifference(before, this.#blocks.blocks);
  }

  /** The one run of words that differs where all else of the Markdown is the same, or none does. */
  #runOf(was: string, is: string, isLine: boolean): Differing | 'same' | null {
    const known = this.#runs;
    const before = known.text === was && known.isLine === isLine ? known : runsOf(was, isLine);
    this.#runs = { ...runsOf(is, isLine), text: is, isLine };
    const { shape, texts } = this.#runs;
    if (before.shape !== shape) return null;
    const isSame = before.texts.every((text, index) => text === texts[index]);
    return isSame ? 'same' : onlyDifference(before.texts, texts);
  }

  #put(at: At, run: Differing, element: Element | null): boolean {
    const ahead = this.#place;
    // One place at a time: what is typed elsewhere is drawn.
    if (ahead && !(isSameRun(ahead, at) && ahead.node.data === run.was)) return false;
    const node = ahead?.node ?? onlyText(element, run.was);
    const edit = difference(run.was, run.is);
    if (!node?.isConnected || !edit || run.was === '' || run.is === '') return false;
    if (!ahead) this.#drawn = run.was;
    this.#place = { ...at, node };
    // Not the whole text: what stands before and after keeps its shapes.
    node.replaceData(edit.from, edit.to - edit.from, edit.insert);
    return true;
  }
}

const NO_RANGES = { brief: null, offsets: [] };
const NO_RUNS = { shape: '', texts: [], text: '', isLine: false };

interface Differing {
  readonly at: number;
  readonly was: string;
  readonly is: string;
}

function onlyDifference(was: readonly string[], is: readonly string[]): Differing | null {
  if (was.length !== is.length) return null;
  const at = was.findIndex((text, index) => text !== is[index]);
  const last = was.findLastIndex((text, index) => text !== is[index]);
  return at < 0 || at !== last ? null : { at, was: was[at] ?? '', is: is[at] ?? '' };
}

const isSameRun = (a: At, b: At): boolean =>
  a.field === b.field && a.block === b.block && a.run === b.run;

/** @param block null for the whole field */
function elementOf(page: Element, field: string, block: number | null): Element | null {
  const element = page.querySelector(`[data-field="${field}"]`);
  return block === null ? element : (element?.querySelector(`[data-block="${block}"]`) ?? null);
}

/** The text node that holds exactly these words; null where there is none or more than one. */
function onlyText(element: Element | null, words: string): Text | null {
  if (!element) return null;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let found: Text | null = null;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!(node instanceof Text) || node.data !== words) continue;
    if (found) return null;
    found = node;
  }
  return found;
}

function onlyChange(changes: ChangeSet): Change | null {
  let count = 0;
  let only: Change | null = null;
  changes.iterChangedRanges((from, to, fromB, toB) => {
    count++;
    only = { from, to, longer: toB - fromB - (to - from) };
  });
  return count === 1 ? only : null;
}

/** The field of prose that the change is made in. */
function fieldAt(brief: Brief, change: Change): FieldPath | null {
  for (const field of ['title', 'dek', 'summary', 'why'] as const) {
    if (holds(readField(brief, { field }), change)) return { field };
  }
  const watch = brief.watch.findIndex(({ value }) => holds(value, change));
  if (watch >= 0) return { field: 'watch', index: watch };
  const index = brief.takes.findIndex((take) => contains(take, change));
  const take = brief.takes[index];
  if (take && holds(take.summary, change)) return { field: 'take.summary', index };
  return take && holds(take.quote, change) ? { field: 'take.quote', index } : null;
}

const holds = (value: Value | null, change: Change): boolean =>
  value !== null && contains(value, change);

/** True where the value is what it was but for the change. */
function isWithin(was: Value, is: Value, { longer }: Change): boolean {
  return is.from === was.from && is.to === was.to + longer;
}
