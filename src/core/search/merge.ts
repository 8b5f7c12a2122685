import { type Segment, SegmentWriter } from './segment';

/** The next token of a segment that is being merged. */
interface Head {
  readonly segment: Segment;
  index: number;
  token: string;
}

/** Makes one segment of several, a little at a time; their documents must stand in order. */
export class Merge {
  readonly #writer = new SegmentWriter();
  #heads: Head[];

  constructor(readonly segments: readonly Segment[]) {
    this.#heads = segments
      .filter(({ size }) => size > 0)
      .map((segment) => ({ segment, index: 0, token: segment.token(0) }));
  }

  /** Merges up to `tokens` tokens, without the documents in `dead`; null while there are more. */
  step(tokens: number, dead: Uint8Array): Segment | null {
    for (let left = tokens; left > 0 && this.#heads.length > 0; left--) this.#next(dead);
    return this.#heads.length === 0 ? this.#writer.done() : null;
  }

  #next(dead: Uint8Array): void {
    let token = this.#heads[0]?.token ?? '';
    for (const head of this.#heads) if (head.token < token) token = head.token;
    this.#writer.token(token);
    let ended = false;
    for (const head of this.#heads) {
      if (head.token !== token) continue;
      this.#writer.copy(head.segment, head.index, dead);
      head.index++;
      if (head.index === head.segment.size) ended = true;
      else head.token = head.segment.token(head.index);
    }
    this.#writer.dropEmpty();
    if (ended) this.#heads = this.#heads.filter(({ segment, index }) => index < segment.size);
  }
}
