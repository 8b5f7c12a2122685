import { type FSWatcher, watch } from 'node:fs';

/** A folder to watch; `changed` gets the file's name, or null where it is not told. */
export interface Watched {
  readonly folder: string;
  readonly changed: (name: string | null) => void;
}

/** Watches folders, each by itself: on every system that is the cheapest and the most exact way. */
export class Watcher {
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(readonly watched: readonly Watched[]) {}

  /** Starts watching what is not watched yet; a folder that is missing is tried again next time. */
  arm(): void {
    for (const each of this.watched) this.#arm(each);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #arm({ folder, changed }: Watched): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => changed(name));
      watcher.on('error', () => {
        this.#drop(folder);
        changed(null);
      });
      this.#watchers.set(folder, watcher);
    } catch {
      this.#drop(folder);
    }
  }

  /** Forgets the watcher of a folder that was replaced, so that `arm` makes a new one. */
  #drop(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  /** Watches everything anew: a folder that came back is another one. */
  rearm(): void {
    this.close();
    this.arm();
  }
}

/** Gathers names for a moment, so that a burst of events is met once. */
export class Gatherer {
  readonly #names = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    readonly waitMs: number,
    readonly met: (names: string[]) => void,
  ) {}

  add(name: string): void {
    this.#names.add(name);
    this.#timer ??= setTimeout(() => this.#flush(), this.waitMs);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = null;
    const names = [...this.#names];
    this.#names.clear();
    this.met(names);
  }
}
