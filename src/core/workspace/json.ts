import { LineIndex } from '../text/lines';
import type { Place } from '../text/lines';
import type { Range } from '../text/range';

/** A value of a JSON text and where it stands. */
export interface JsonNode extends Range {
  /** The members of an array; empty for all else. */
  readonly items: readonly JsonNode[];
  /** The members of an object; empty for all else. */
  readonly entries: readonly JsonEntry[];
  readonly kind: 'object' | 'array' | 'scalar';
}

/** A member of an object; its range runs from the key to the end of the value. */
export interface JsonEntry extends Range {
  readonly key: string;
  readonly value: JsonNode;
}

/** Why a text is not JSON, as a clause, and where. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault };

/** Parses a JSON text; a byte-order mark at its start is allowed. */
export function parseJson(text: string): JsonRead {
  try {
    return { ok: true, value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
  } catch {
    // The engine's message names a place in some versions only: find it ourselves.
    const scan = scanJson(text);
    const fault = scan.ok ? { offset: 0, message: 'it is not JSON' } : scan.fault;
    return { ok: false, fault };
  }
}

export type JsonScan =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly fault: JsonFault };

/** The places of all values of a JSON text, or the first fault. */
export function scanJson(text: string): JsonScan {
  const scanner = new Scanner(text);
  try {
    return { ok: true, root: scanner.document() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error };
    throw error;
  }
}

/** The node at a path of keys and indexes, or the deepest one above it that is there. */
export function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode {
  let node = root;
  for (const step of path) {
    const next =
      typeof step === 'number'
        ? node.items[step]
        : node.entries.findLast(({ key }) => key === step)?.value;
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Line and column of an offset. */
export function placeOf(text: string, offset: number): Place {
  return new LineIndex(text).place(offset);
}

class Fault extends Error implements JsonFault {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them by name
const STRING = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const DEEPEST = 200;

class Scanner {
  #at = 0;
  #depth = 0;

  constructor(readonly text: string) {
    if (text.startsWith('\uFEFF')) this.#at = 1;
  }

  document(): JsonNode {
    this.#space();
    const root = this.#value();
    this.#space();
    if (this.#at < this.text.length) this.#fail('there is more text after its end');
    return root;
  }

  #value(): JsonNode {
    const from = this.#at;
    const first = this.text[from];
    if (first === '{' || first === '[') {
      if (++this.#depth > DEEPEST) this.#fail('it is nested too deep');
      const node = first === '{' ? this.#object(from) : this.#array(from);
      this.#depth--;
      return node;
    }
    if (first === '"') this.#string();
    else if (!this.#take(SCALAR)) this.#fail('a value is expected here');
    return { from, to: this.#at, kind: 'scalar', items: [], entries: [] };
  }

  #array(from: number): JsonNode {
    const items: JsonNode[] = [];
    this.#members(']', () => items.push(this.#value()));
    return { from, to: this.#at, kind: 'array', items, entries: [] };
  }

  #object(from: number): JsonNode {
    const entries: JsonEntry[] = [];
    this.#members('}', () => {
      const start = this.#at;
      if (this.text[start] !== '"') this.#fail('a key in double quotes is expected here');
      const key = this.#string();
      this.#space();
      if (this.text[this.#at] !== ':') this.#fail('a colon is expected after the key');
      this.#at++;
      this.#space();
      const value = this.#value();
      entries.push({ from: start, to: this.#at, key, value });
    });
    return { from, to: this.#at, kind: 'object', items: [], entries };
  }

  /** Reads members up to `close`; the scanner stands at the opening bracket. */
  #members(close: string, read: () => void): void {
    this.#at++;
    this.#space();
    if (this.text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      read();
      this.#space();
      const next = this.text[this.#at];
      if (next !== ',' && next !== close) this.#fail(`a comma or “${close}” is expected here`);
      this.#at++;
      if (next === close) return;
      this.#space();
      if (this.text[this.#at] === close) this.#fail('a comma stands before nothing');
    }
  }

  #string(): string {
    const from = this.#at;
    if (!this.#take(STRING)) this.#fail('the text in double quotes is not closed or badly escaped');
    return String(JSON.parse(this.text.slice(from, this.#at)));
  }

  #space(): void {
    this.#take(SPACE);
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fail(message: string): never {
    const end = this.#at >= this.text.length;
    throw new Fault(this.#at, end ? 'it ends too early' : message);
  }
}
