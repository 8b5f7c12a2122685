import { Bytes } from './bytes';
import { joinNumbers, Numbers } from './numbers';

/** Texts by number, from 1; 0 stands for none. */
export interface TextColumns {
  /** All texts one after the other, two bytes a unit: read back without decoding. */
  readonly bytes: Uint8Array;
  /** Where each ends, in bytes. */
  readonly ends: Uint32Array;
}

/** Gives texts their numbers, most of them once each. */
export class TextsWriter {
  readonly #bytes = new Bytes();
  readonly #ends = new Numbers();
  /** The last text of each kind: what a kind says twice it says in turn, and a table of all is dear. */
  readonly #last: string[] = [];
  readonly #numbers: number[] = [];

  /** @param kind a small number, of texts that are likely to be the same */
  numberOf(text: string, kind: number): number {
    if (this.#last[kind] === text) return this.#numbers[kind] ?? 0;
    this.#bytes.write(text, 'utf16le');
    this.#ends.push(this.#bytes.length);
    this.#last[kind] = text;
    this.#numbers[kind] = this.#ends.length;
    return this.#ends.length;
  }

  /** What has been written: good until the next text. */
  get columns(): TextColumns {
    return { bytes: this.#bytes.all, ends: this.#ends.all };
  }
}

export class TextsReader {
  readonly #bytes: Buffer;
  readonly #ends: Uint32Array;
  /** Texts that were joined are read in several places by turns. */
  readonly #windows: Window[] = [];
  #oldest = 0;

  /** @param ahead so many bytes are made text at once: for one who reads in turn and keeps nothing */
  constructor(
    { bytes, ends }: TextColumns,
    readonly ahead = 0,
  ) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#ends = ends;
  }

  /** The text of a number; null of 0. */
  text(number: number): string | null {
    const end = this.#ends[number - 1];
    if (end === undefined) return null;
    const from = this.#ends[number - 2] ?? 0;
    if (this.ahead === 0) return this.#bytes.toString('utf16le', from, end);
    const window = this.#windowOn(from, end);
    return window.text.slice((from - window.from) / 2, (end - window.from) / 2);
  }

  #windowOn(from: number, end: number): Window {
    for (const window of this.#windows) {
      if (from >= window.from && end <= window.to) return window;
    }
    const text = this.#bytes.toString('utf16le', from, Math.max(end, from + this.ahead));
    const window = { text, from, to: from + text.length * 2 };
    this.#windows[this.#oldest] = window;
    this.#oldest = (this.#oldest + 1) % WINDOWS;
    return window;
  }
}

const WINDOWS = 4;

/** Texts as one; offsets in bytes. */
interface Window {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The texts of both; those of the second count on from those of the first. */
export const joinTexts = (first: TextColumns, second: TextColumns): TextColumns => ({
  bytes: Buffer.concat([first.bytes, second.bytes]),
  ends: joinNumbers(first.ends, second.ends, first.bytes.length),
});
