import type { Bounds } from './documents';
import type { ReadPart } from './parts';
import { type Segment, SegmentWriter } from './segment';
import { eachToken } from './tokens';

/** A token's documents, each as its number (as -1 - n), then its positions. */
interface Entries {
  last: number;
  readonly list: number[];
}

/** The texts that were read last, still open for more. */
export class Batch {
  readonly #tokens = new Map<string, Entries>();
  #documents = 0;

  /** How many documents it holds. */
  get size(): number {
    return this.#documents;
  }

  /** Adds a document, whose number must be above all others', its parts by weight; says where they end. */
  add(document: number, parts: readonly ReadPart[]): Bounds {
    this.#documents++;
    const ends: [number, number, number] = [0, 0, 0];
    let position = 0;
    for (const { weight, text } of parts) {
      // A phrase never runs over two parts.
      position++;
      eachToken(text, (token, _from, _to, _end, beside) => {
        this.#put(token, document, beside ? position - 1 : position++);
      });
      for (let at = weight - 1; at < ends.length; at++) ends[at] = position;
    }
    return ends;
  }

  /** All of it as a segment, but for the documents in `dead`. */
  segment(dead: Uint8Array): Segment {
    const writer = new SegmentWriter();
    const tokens = [...this.#tokens].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [token, { list }] of tokens) {
      writer.token(token);
      for (let at = 0; at < list.length; ) {
        const document = -1 - (list[at] ?? 0);
        const from = ++at;
        while ((list[at] ?? -1) >= 0) at++;
        if (!dead[document]) writer.entry(document, list, from, at);
      }
      writer.dropEmpty();
    }
    return writer.done();
  }

  #put(token: string, document: number, position: number): void {
    const entries = this.#tokens.get(token);
    if (!entries) this.#tokens.set(token, { last: document, list: [-1 - document, position] });
    else if (entries.last === document) entries.list.push(position);
    else {
      entries.last = document;
      entries.list.push(-1 - document, position);
    }
  }
}
