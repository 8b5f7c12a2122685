import { ByteReader, ByteWriter } from '../../../core/search/bytes';

/** Texts as numbers of the words that they share. A text is known by its place, from 0. */
export class PackedTexts {
  readonly #words: string[] = [];
  readonly #bytes = new ByteWriter();
  /** While texts come in. */
  #numbers: Map<string, number> | null = new Map();
  #places: Map<string, number> | null = new Map();

  /**
   * The place of a text; of an equal one the same.
   * @param cut gives the words that it is put together of
   */
  put(text: string, cut: (text: string) => readonly string[]): number {
    const places = (this.#places ??= new Map());
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = this.#bytes.length;
    places.set(text, place);
    const words = cut(text);
    this.#bytes.number(words.length);
    for (const word of words) this.#bytes.number(this.word(word));
    return place;
  }

  text(place: number): string {
    const reader = new ByteReader(this.#bytes.bytes, place);
    let text = '';
    for (let left = reader.number(); left > 0; left--) text += this.wordOf(reader.number());
    return text;
  }

  /** The number of a word. */
  word(text: string): number {
    const numbers = (this.#numbers ??= new Map());
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const word = flat(text);
    numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }

  wordOf(number: number): string {
    return this.#words[number] ?? '';
  }

  /** The one copy of a word. */
  one(text: string): string {
    return this.wordOf(this.word(text));
  }

  /** No more come in. */
  end(): void {
    this.#numbers = null;
    this.#places = null;
    this.#bytes.trim();
  }
}

const LATIN = /^[\0-\xff]*$/;

/** The text by itself: a piece of another would keep that one. */
function flat(text: string): string {
  const encoding = LATIN.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}
