import { ByteReader, ByteWriter, sizeOfNumber } from './bytes';

/** Takes an entry of a token: a document and where the token first stands in it, counted in tokens. */
type EntryVisitor = (document: number, first: number) => void;

/**
 * A sorted dictionary of tokens with the documents that hold them, in few large arrays: per token
 * and document its number (as the step from the one before), then one position or several.
 */
export class Segment {
  constructor(
    /** All tokens, sorted, without anything between them. */
    readonly text: string,
    /** Where each token starts in `text`, and where the last one ends. */
    readonly starts: Uint32Array,
    readonly bytes: Uint8Array,
    /** Where the entries of each token start in `bytes`, and where the last ones end. */
    readonly places: Uint32Array,
  ) {}

  get size(): number {
    return this.starts.length - 1;
  }

  token(index: number): string {
    return this.text.slice(this.starts[index], this.starts[index + 1]);
  }

  /** The tokens that are equal to a text or, with `prefix`, begin with it: from an index to another. */
  range(token: string, prefix: boolean): { from: number; to: number } {
    const from = this.#firstFrom(token);
    if (prefix) return { from, to: this.#firstFrom(`${token}\uFFFF`) };
    return { from, to: from < this.size && this.#compare(from, token) === 0 ? from + 1 : from };
  }

  /** How many bytes the entries of tokens take: how long it takes to visit them. */
  weight({ from, to }: { from: number; to: number }): number {
    return (this.places[to] ?? 0) - (this.places[from] ?? 0);
  }

  /** Visits the documents of a token, in order. */
  eachEntry(index: number, visit: EntryVisitor): void {
    const reader = new ByteReader(this.bytes, this.places[index] ?? 0);
    const end = this.places[index + 1] ?? 0;
    let document = 0;
    while (reader.at < end) {
      const head = reader.number();
      document += head >> 1;
      if ((head & 1) === 0) visit(document, reader.number());
      else {
        const next = reader.number() + reader.at;
        visit(document, reader.number());
        reader.at = next;
      }
    }
  }

  #firstFrom(token: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, token) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(index: number, token: string): number {
    const from = this.starts[index] ?? 0;
    const length = (this.starts[index + 1] ?? 0) - from;
    for (let at = 0; at < length && at < token.length; at++) {
      const order = this.text.charCodeAt(from + at) - token.charCodeAt(at);
      if (order !== 0) return order;
    }
    return length - token.length;
  }
}

/** Writes a segment token by token, in their order. */
export class SegmentWriter {
  readonly #bytes = new ByteWriter();
  readonly #tokens: string[] = [];
  readonly #places: number[] = [];
  #document = 0;

  /** Begins the entries of a token. */
  token(token: string): void {
    this.#tokens.push(token);
    this.#places.push(this.#bytes.length);
    this.#document = 0;
  }

  /** Adds a document, which must come after the one before, with its positions from `from` to `to`. */
  entry(document: number, positions: readonly number[], from: number, to: number): void {
    const several = to - from > 1;
    this.#head(document, several);
    if (several) this.#bytes.number(sizeOfSteps(positions, from, to));
    let before = 0;
    for (let at = from; at < to; at++) {
      const position = positions[at] ?? 0;
      this.#bytes.number(position - before);
      before = position;
    }
  }

  /** Copies the entries of a segment's token, but for those of documents in `dead`. */
  copy(segment: Segment, index: number, dead: Uint8Array): void {
    const reader = new ByteReader(segment.bytes, segment.places[index] ?? 0);
    const end = segment.places[index + 1] ?? 0;
    let document = 0;
    while (reader.at < end) {
      const head = reader.number();
      document += head >> 1;
      const from = reader.at;
      const length = reader.number();
      if (head & 1) reader.at += length;
      if (dead[document]) continue;
      this.#head(document, (head & 1) === 1);
      this.#bytes.copy(segment.bytes, from, reader.at);
    }
  }

  /** Takes back the token that was begun last where it has no entries. */
  dropEmpty(): void {
    if (this.#places.at(-1) !== this.#bytes.length) return;
    this.#tokens.pop();
    this.#places.pop();
  }

  done(): Segment {
    const starts = new Uint32Array(this.#tokens.length + 1);
    this.#tokens.forEach((token, index) => {
      starts[index + 1] = (starts[index] ?? 0) + token.length;
    });
    const places = new Uint32Array(this.#places.length + 1);
    places.set(this.#places);
    places[this.#places.length] = this.#bytes.length;
    return new Segment(this.#tokens.join(''), starts, this.#bytes.done(), places);
  }

  #head(document: number, several: boolean): void {
    this.#bytes.number((document - this.#document) * 2 + (several ? 1 : 0));
    this.#document = document;
  }
}

function sizeOfSteps(positions: readonly number[], from: number, to: number): number {
  let size = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const position = positions[at] ?? 0;
    size += sizeOfNumber(position - before);
    before = position;
  }
  return size;
}
