import type { WorkspacePatch } from '../../bridge/types';

/** Tells the page what changed in a workspace, from its first answer on. */
export class Teller {
  #isOn = false;

  constructor(readonly send: (patch: WorkspacePatch) => void) {}

  /** The page has been given everything; from now on it gets what changes. */
  begin(): void {
    this.#isOn = true;
  }

  end(): void {
    this.#isOn = false;
  }

  patch(patch: WorkspacePatch): void {
    if (this.#isOn) this.send(patch);
  }
}
