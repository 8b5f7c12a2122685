import type { WorkspacePatch } from '../../bridge/types';
import type { RowChanges } from './rows';

/** How often the page is told while many rows change. */
const TELL_MS = 250;

/** Tells the page what changed in a workspace, from its first answer on. */
export class Teller {
  #isOn = false;
  #toldAt = 0;

  constructor(
    readonly send: (patch: WorkspacePatch) => void,
    readonly take: () => RowChanges,
  ) {}

  get isOn(): boolean {
    return this.#isOn;
  }

  /** The page has been given everything; from now on it gets what changes. */
  begin(): void {
    this.take();
    this.#isOn = true;
  }

  end(): void {
    this.#isOn = false;
  }

  patch(patch: WorkspacePatch): void {
    if (this.#isOn) this.send(patch);
  }

  /** Tells what has changed in the rows. */
  rows(): void {
    if (!this.#isOn) return;
    this.#toldAt = performance.now();
    const { rows, gone } = this.take();
    if (rows.length + gone.length > 0) this.send({ rows, gone });
  }

  /** The same, but only a few times a second. */
  rowsInTime(): void {
    if (performance.now() - this.#toldAt > TELL_MS) this.rows();
  }
}
