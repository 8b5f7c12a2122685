import type { Glance, StoredFinding } from '../../core/graph/findings';
import type { BriefRecord } from '../../core/graph/record';
import type { Restored } from '../../core/graph/workspace-index';
import type { KeptIndex } from './cache/kept';

/** A brief of the cache, made of its bytes when it is first asked for. */
export function restoredFrom(kept: KeptIndex, place: number): Restored {
  return new FromCache(kept, place);
}

class FromCache implements Restored {
  #record: BriefRecord | null = null;
  #kept: KeptIndex;
  readonly #place: number;

  constructor(kept: KeptIndex, place: number) {
    this.#kept = kept;
    this.#place = place;
  }

  get record(): BriefRecord {
    this.#record ??= this.#kept.record(this.#place);
    return this.#record;
  }

  get findings(): readonly StoredFinding[] {
    return this.#kept.findings(this.#place);
  }

  each(see: Glance): void {
    this.#kept.each(this.#place, see);
  }
}
