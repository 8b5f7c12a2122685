import { Merge } from './merge';
import type { Segment } from './segment';

/** So many segments of one level are merged before more is read, and so many when there is time. */
const MOST = 16;
const FEW = 3;
/** Tokens merged in roughly the time that a brief takes to be read. */
const TOKENS = 512;

interface Layer {
  readonly segment: Segment;
  readonly level: number;
}

/** The closed segments, in the order of their documents; neighbours of one level become one of the next. */
export class Layers {
  #layers: readonly Layer[] = [];
  #merge: { readonly merge: Merge; readonly level: number } | null = null;

  get segments(): readonly Segment[] {
    return this.#layers.map(({ segment }) => segment);
  }

  push(segment: Segment): void {
    this.#layers = [...this.#layers, { segment, level: 0 }];
  }

  /** Merges a little where there is a need, or, with `idle`, where it would help; false where not. */
  tidy(idle: boolean, dead: Uint8Array): boolean {
    this.#merge ??= this.#next(idle ? FEW : MOST);
    if (!this.#merge) return false;
    const { merge, level } = this.#merge;
    const segment = merge.step(TOKENS, dead);
    if (segment) {
      this.#replace(merge.segments, segment.size > 0 ? [{ segment, level: level + 1 }] : []);
      this.#merge = null;
    }
    return true;
  }

  /** True where `tidy` has nothing to do. */
  get tidied(): boolean {
    return !this.#merge && !this.#next(FEW);
  }

  /** The first run of so many layers of one level. */
  #next(least: number) {
    for (let from = 0, to = 0; from < this.#layers.length; from = to) {
      const level = this.#layers[from]?.level ?? 0;
      while (this.#layers[to]?.level === level) to++;
      if (to - from < least) continue;
      const run = this.#layers.slice(from, to).map(({ segment }) => segment);
      return { merge: new Merge(run), level };
    }
    return null;
  }

  #replace(old: readonly Segment[], by: readonly Layer[]): void {
    const at = this.#layers.findIndex(({ segment }) => segment === old[0]);
    this.#layers = this.#layers.toSpliced(at, old.length, ...by);
  }
}
