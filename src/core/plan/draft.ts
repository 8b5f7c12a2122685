import type { TextEdit } from '../text/edit';
import { sortEdits } from '../text/edit';
import { LineIndex } from '../text/lines';
import { type KeyedEdit, Pieces } from './pieces';
import type { PlannedChange } from './types';
import type { PlannedEdits } from './whole';

/** A file's text while a plan is made. Edits of one key are one change, wanted or left out together. */
export class Draft {
  /** Its new name, relative to the workspace; null once it is to be deleted. */
  to: string | null;
  readonly #pieces: Pieces;
  readonly #needed = new Set<string>();
  #keys = 0;

  /** @param before null for a file that is not there yet */
  constructor(
    readonly file: string,
    readonly slug: string | null,
    readonly before: string | null,
  ) {
    this.to = file;
    this.#pieces = new Pieces(before ?? '');
  }

  get text(): string {
    return this.#pieces.text;
  }

  get isTouched(): boolean {
    return this.to !== this.file || this.before === null || this.#pieces.edits().length > 0;
  }

  /** One change of one or several stretches of the text as it is now. */
  change(edits: readonly TextEdit[], optional: boolean): void {
    this.changeEach([edits], optional);
  }

  /** A change for each group of edits; all offsets are in the text as it is now. */
  changeEach(groups: readonly (readonly TextEdit[])[], optional: boolean): void {
    const keyed = groups.flatMap((edits) => {
      const key = `${this.#keys++}`;
      if (!optional) this.#needed.add(key);
      return edits.map((edit) => ({ ...edit, key }));
    });
    // From the end, so that the offsets of those before it stay true.
    const sorted = sortEdits(keyed) as (TextEdit & { readonly key: string })[];
    for (const edit of sorted.toReversed()) this.#pieces.edit(edit, edit.key);
  }

  /** A change for each line of the text as it is now. */
  changeLines(edits: readonly TextEdit[], optional: boolean): void {
    const lines = new LineIndex(this.text);
    const byLine = new Map<number, TextEdit[]>();
    for (const edit of edits) {
      const { line } = lines.place(edit.from);
      byLine.set(line, [...(byLine.get(line) ?? []), edit]);
    }
    this.changeEach([...byLine.values()], optional);
  }

  /** Its changes in the order of the text. */
  changes(): PlannedEdits[] {
    const before = this.before ?? '';
    const lines = new LineIndex(before);
    return grouped(this.#pieces.edits()).map((edits, index) => ({
      change: this.#shown(`${this.file}#${index}`, edits, before, lines),
      edits: edits.map(({ from, to, insert }) => ({ from, to, insert })),
    }));
  }

  #shown(id: string, edits: readonly KeyedEdit[], before: string, lines: LineIndex): PlannedChange {
    const shown = stretches(edits, before).map((stretch) => linesOf(stretch, before));
    return {
      id,
      line: lines.place(edits[0]?.from ?? 0).line,
      before: shown.map((lines) => lines.before).join('\n'),
      after: shown.map((lines) => lines.after).join('\n'),
      optional: !edits.some(({ keys }) => keys.some((key) => this.#needed.has(key))),
    };
  }
}

/** The edits that share a key, directly or by others, together; in the order of the text. */
function grouped(edits: readonly KeyedEdit[]): KeyedEdit[][] {
  const byKey = new Map<string, KeyedEdit[]>();
  for (const edit of edits) {
    const groups = new Set(edit.keys.flatMap((key) => [byKey.get(key) ?? []]));
    const group = [...groups].flat().concat(edit);
    for (const { keys } of group) for (const key of keys) byKey.set(key, group);
  }
  return [...new Set(byKey.values())]
    .map((group) => group.toSorted((a, b) => a.from - b.from))
    .sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
}

/** Edits of one run of whole lines. */
interface Stretch {
  readonly from: number;
  /** After the line break of its last line, or at the end of the text. */
  readonly to: number;
  readonly edits: KeyedEdit[];
}

function stretches(edits: readonly KeyedEdit[], before: string): Stretch[] {
  const found: Stretch[] = [];
  for (const edit of edits) {
    const from = before.lastIndexOf('\n', edit.from - 1) + 1;
    const whole = edit.to > edit.from && before[edit.to - 1] === '\n' && edit.from === from;
    const end = whole ? edit.to - 1 : before.indexOf('\n', edit.to);
    const to = end < 0 ? before.length : end + 1;
    const last = found.at(-1);
    if (last && from < last.to) {
      found[found.length - 1] = {
        from: last.from,
        to: Math.max(to, last.to),
        edits: [...last.edits, edit],
      };
    } else found.push({ from, to, edits: [edit] });
  }
  return found;
}

function linesOf({ from, to, edits }: Stretch, before: string): { before: string; after: string } {
  const old = before.slice(from, to);
  let at = from;
  let after = '';
  for (const edit of edits) {
    after += before.slice(at, edit.from) + edit.insert;
    at = Math.max(edit.to, at);
  }
  after += before.slice(at, Math.max(to, at));
  return { before: bare(old), after: bare(after) };
}

const bare = (lines: string): string => lines.replace(/\r?\n$/, '');
