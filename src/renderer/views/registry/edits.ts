import { sameRecord } from '../../../core/registry/import';
import type { Done, Failed, WorkspaceState } from '../../../bridge/types';
import { createStore } from '../../app/store';
import { toastProblem } from '../../app/toasts';
import { workspaceStore } from '../../app/workspace';

/** Records that come in, or take the place of those of their ids, and ids that go. */
export interface Change<T> {
  readonly put: readonly T[];
  readonly gone: readonly string[];
}

export interface RegistryOptions<T> {
  readonly idOf: (record: T) => string;
  readonly read: (workspace: WorkspaceState) => readonly T[];
  readonly send: (change: Change<T>) => Promise<Done | Failed>;
}

interface Step<T> {
  readonly forth: Change<T>;
  readonly back: Change<T>;
}

export interface Edits<T> {
  /** What was changed and is not confirmed yet; null for a record that goes. */
  readonly overlay: ReadonlyMap<string, T | null>;
  readonly undoable: number;
  readonly redoable: number;
}

/** So many steps can be taken back. */
const MOST_STEPS = 100;

/** Changes of a registry: shown at once, saved as soon as the last save is done, undone by step. */
export class RegistryEdits<T extends object> {
  readonly state = createStore<Edits<T>>(nothing());
  readonly #options: RegistryOptions<T>;
  #workspace: string | null = null;
  #done: Step<T>[] = [];
  #undone: Step<T>[] = [];
  #waiting: Map<string, T | null> = new Map();
  #isSaving = false;

  constructor(options: RegistryOptions<T>) {
    this.#options = options;
  }

  get idOf(): (record: T) => string {
    return this.#options.idOf;
  }

  /** The records as they are shown. */
  readonly records = (): readonly T[] => {
    const workspace = workspaceStore.get();
    if (!workspace) return [];
    return overlaid(this.#options.read(workspace), this.state.get().overlay, this.idOf);
  };

  apply(forth: Change<T>): void {
    this.#follow();
    const back = this.#inverse(forth);
    if (back.put.length + back.gone.length === 0) return;
    this.#done = [...this.#done, { forth, back }].slice(-MOST_STEPS);
    this.#undone = [];
    this.#put(forth);
  }

  readonly undo = (): void => {
    this.#follow();
    const step = this.#done.pop();
    if (!step) return;
    this.#undone.push(step);
    this.#put(step.back);
  };

  readonly redo = (): void => {
    this.#follow();
    const step = this.#undone.pop();
    if (!step) return;
    this.#done.push(step);
    this.#put(step.forth);
  };

  /** Steps of another workspace are of no use. */
  #follow(): void {
    const id = workspaceStore.get()?.id ?? null;
    if (id === this.#workspace) return;
    this.#workspace = id;
    this.#done = [];
    this.#undone = [];
    this.#waiting = new Map();
    this.state.set(nothing());
  }

  #inverse({ put, gone }: Change<T>): Change<T> {
    const { idOf } = this;
    const touched = new Set([...put.map(idOf), ...gone]);
    const before = new Map<string, T>();
    for (const record of this.records()) {
      if (touched.has(idOf(record))) before.set(idOf(record), record);
    }
    const same = new Set(
      put.filter((record) => sameRecord(before.get(idOf(record)) ?? {}, record)).map(idOf),
    );
    return {
      put: [...before.values()].filter((record) => !same.has(idOf(record))),
      gone: put.map(idOf).filter((id) => !before.has(id)),
    };
  }

  #put({ put, gone }: Change<T>): void {
    const overlay = new Map(this.state.get().overlay);
    const add = (id: string, record: T | null) => {
      overlay.set(id, record);
      this.#waiting.set(id, record);
    };
    for (const id of gone) add(id, null);
    for (const record of put) add(this.idOf(record), record);
    this.#tell(overlay);
    if (!this.#isSaving) void this.#save();
  }

  async #save(): Promise<void> {
    this.#isSaving = true;
    while (this.#waiting.size > 0) {
      const batch = this.#waiting;
      this.#waiting = new Map();
      const put = [...batch.values()].filter((record) => record !== null);
      const gone = [...batch].filter(([, record]) => record === null).map(([id]) => id);
      const result = await this.#options.send({ put, gone });
      if (result.kind === 'problem') this.#failed(result);
      this.#tell(
        new Map(
          [...this.state.get().overlay].filter(
            ([id, record]) => this.#waiting.has(id) || !batch.has(id) || batch.get(id) !== record,
          ),
        ),
      );
    }
    this.#isSaving = false;
  }

  /** What could not be saved is shown as it is on disk; steps that rest on it are gone. */
  #failed({ problem }: Failed): void {
    toastProblem(problem);
    this.#done = [];
    this.#undone = [];
    this.#waiting = new Map();
  }

  #tell(overlay: ReadonlyMap<string, T | null>): void {
    const undoable = this.#done.length;
    this.state.set({ overlay, undoable, redoable: this.#undone.length });
  }
}

/** Records with what was changed, in their order; new ones at the end. */
export function overlaid<T>(
  records: readonly T[],
  overlay: ReadonlyMap<string, T | null>,
  idOf: (record: T) => string,
): readonly T[] {
  if (overlay.size === 0) return records;
  const left = new Map(overlay);
  const shown: T[] = [];
  for (const record of records) {
    const id = idOf(record);
    const change = left.get(id);
    if (change === undefined) shown.push(record);
    else {
      if (change !== null) shown.push(change);
      left.delete(id);
    }
  }
  for (const record of left.values()) if (record !== null) shown.push(record);
  return shown;
}

function nothing<T>(): Edits<T> {
  return { overlay: new Map(), undoable: 0, redoable: 0 };
}
