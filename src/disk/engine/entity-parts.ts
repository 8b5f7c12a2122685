import type { EntityPart } from '../../bridge/types';
import type { Entity } from '../../core/workspace/workspace';

/** Records of one part: who takes it is back at what a person does within a few milliseconds. */
const PART = 1_000;
/** Between two parts. */
const PAUSE_MS = 10;

/** Tells entities part by part: a hundred thousand at once would hold up who takes them. */
export class EntityParts {
  #timer: NodeJS.Timeout | null = null;
  #left: Iterator<EntityPart, undefined> | null = null;

  constructor(readonly send: (part: EntityPart) => void) {}

  /** Tells these from the first on, in place of those that are being told. */
  tell(entities: readonly Entity[]): void {
    this.#left = partsOf(entities);
    this.#next();
  }

  stop(): void {
    this.#left = null;
    this.#next();
  }

  /** Tells all that is left at once. */
  flush(): void {
    while (this.#left) this.#next();
  }

  #next(): void {
    if (this.#timer) clearTimeout(this.#timer);
    const part = this.#left?.next();
    if (part?.value) {
      this.send(part.value);
      this.#timer = setTimeout(() => this.#next(), PAUSE_MS);
      this.#timer.unref();
    } else {
      this.#left = null;
      this.#timer = null;
    }
  }
}

function* partsOf(entities: readonly Entity[]): Generator<EntityPart, undefined> {
  const total = entities.length;
  let from = 0;
  do {
    const to = Math.min(from + PART, total);
    yield { from, to, total, records: JSON.stringify(entities.slice(from, to)) };
    from = to;
  } while (from < total);
}
