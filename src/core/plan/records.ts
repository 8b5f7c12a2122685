import type { TextEdit } from '../text/edit';
import { type JsonNode, scanJson } from '../workspace/json';
import { withoutMembers } from '../workspace/records';
import type { Draft } from './draft';
import { refuse } from './drafts';

/** The records of a file that is a list, and what is changed in them: each keeps its other bytes. */
export class Records {
  readonly #root: JsonNode;
  readonly #source: string;

  constructor(readonly draft: Draft) {
    const scan = scanJson(draft.text);
    if (!scan.ok || scan.root.kind !== 'array') {
      refuse(`${draft.file} has a fault. Mend it in a text editor first.`);
    }
    this.#root = scan.root;
    this.#source = draft.text;
  }

  get items(): readonly JsonNode[] {
    return this.#root.items;
  }

  /** The text of a member; null where there is none or it is no text. */
  text(record: JsonNode, key: string): string | null {
    const value = memberOf(record, key);
    return value ? this.read(value) : null;
  }

  /** The text that a value is; null where it is none. */
  read({ from, to, kind }: JsonNode): string | null {
    if (kind !== 'scalar' || this.#source[from] !== '"') return null;
    return String(JSON.parse(this.#source.slice(from, to)));
  }

  /** The texts of a member that is a list of them. */
  texts(record: JsonNode, key: string): string[] {
    const items = memberOf(record, key)?.items ?? [];
    return items.flatMap((item) => this.read(item) ?? []);
  }

  /** The first record whose `key` is a text; compared in NFC. */
  find(key: string, text: string): JsonNode | null {
    const wanted = text.normalize('NFC');
    return this.items.find((item) => this.text(item, key)?.normalize('NFC') === wanted) ?? null;
  }

  /** Sets a member to a text that it did not have; puts it behind `after` where it is missing. */
  set(record: JsonNode, key: string, text: string): TextEdit[] {
    const value = memberOf(record, key);
    return value ? replaced(value, JSON.stringify(text)) : [];
  }

  /** Makes a list of texts end with these. */
  append(record: JsonNode, key: string, texts: readonly string[]): TextEdit[] {
    if (texts.length === 0) return [];
    const printed = texts.map((text) => JSON.stringify(text)).join(', ');
    const list = memberOf(record, key);
    const last = list?.items.at(-1);
    if (last) return [{ from: last.to, to: last.to, insert: `, ${printed}` }];
    if (list) return replaced(list, `[${printed}]`);
    const end = record.entries.findLast((entry) => entry.key === 'name') ?? record.entries.at(-1);
    const at = end?.to ?? record.from + 1;
    const lead = end ? ', ' : '';
    return [{ from: at, to: at, insert: `${lead}${JSON.stringify(key)}: [${printed}]` }];
  }

  /** Gives a record members that it does not have, behind those that it has. */
  add(record: JsonNode, members: Readonly<Record<string, string | readonly string[]>>): TextEdit[] {
    const printed = Object.entries(members).map(([key, value]) => {
      const text = Array.isArray(value)
        ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
        : JSON.stringify(value);
      return `${JSON.stringify(key)}: ${text}`;
    });
    const at = record.entries.at(-1)?.to;
    if (printed.length === 0 || at === undefined) return [];
    return [{ from: at, to: at, insert: `, ${printed.join(', ')}` }];
  }

  /** Takes records out, each with a comma beside it. */
  remove(gone: (item: JsonNode) => boolean): TextEdit[] {
    const { items } = this;
    return withoutMembers(items, (index) => gone(items[index] as JsonNode));
  }

  /**
   * The edits of a record whose `key` becomes `text`. It moves to its new place where the file is
   * sorted and written evenly, so that moving it back gives the old bytes; else it stays.
   */
  moved(record: JsonNode, key: string, text: string, edits: readonly TextEdit[]): TextEdit[] {
    const index = this.items.indexOf(record);
    const to = this.#isEven(key) ? this.#placeFor(index, key, text) : index;
    if (to === index) return [...edits];
    const gap = this.#gap(0);
    const written = this.#with(record, edits);
    const next = this.items[to + (to > index ? 1 : 0)];
    const last = this.items.at(-1) ?? record;
    const insert = next
      ? { from: next.from, to: next.from, insert: written + gap }
      : { from: last.to, to: last.to, insert: gap + written };
    return [...this.remove((item) => item === record), insert];
  }

  /** The record's text with edits inside it. */
  #with({ from, to }: JsonNode, edits: readonly TextEdit[]): string {
    let at = from;
    let text = '';
    for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
      text += this.#source.slice(at, edit.from) + edit.insert;
      at = edit.to;
    }
    return text + this.#source.slice(at, to);
  }

  #gap(index: number): string {
    const { items } = this;
    return this.#source.slice(items[index]?.to ?? 0, items[index + 1]?.from ?? 0);
  }

  #isEven(key: string): boolean {
    if (this.items.length < 2) return false;
    const ids = this.items.map((item) => this.text(item, key));
    const gap = this.#gap(0);
    return ids.every((id, index) => {
      if (index === 0) return id !== null;
      return id !== null && (ids[index - 1] ?? '') < id && this.#gap(index - 1) === gap;
    });
  }

  /** Where in the list without it the record belongs. */
  #placeFor(index: number, key: string, text: string): number {
    const others = this.items.filter((_, at) => at !== index);
    const place = others.findIndex((item) => (this.text(item, key) ?? '') > text);
    return place < 0 ? others.length : place;
  }
}

export function memberOf(record: JsonNode, key: string): JsonNode | null {
  return record.entries.findLast((entry) => entry.key === key)?.value ?? null;
}

function replaced({ from, to }: JsonNode, insert: string): TextEdit[] {
  return [{ from, to, insert }];
}
