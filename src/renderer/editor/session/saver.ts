import type { Bridge } from '../../../bridge/contract';
import type { BriefText, Problem, SaveResult } from '../../../bridge/types';
import type { BriefDocument } from '../document/brief-document';
import { Journal } from './journal';
import type { Timers } from './timers';

/** Autosave waits this long after the last keystroke (milliseconds). */
const PAUSE = 1000;

export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The file is another than the text was based on; `disk` is null where it is gone. */
  | { readonly kind: 'conflict'; readonly disk: BriefText | null };

export type SaverBridge = Pick<Bridge, 'saveBrief' | 'journal' | 'discardDraft'>;

export interface SaverOptions {
  readonly document: BriefDocument;
  readonly disk: BriefText;
  readonly bridge: SaverBridge;
  readonly timers: Timers;
  readonly readOnly: boolean;
  readonly changed: (saving: Saving) => void;
  /** Why typed text could not be kept in the journal; null once it can. */
  readonly unkept: (problem: Problem | null) => void;
}

const CRASHED: Problem = {
  code: 'io',
  message: 'The brief could not be saved: the app’s file service did not answer. Try again.',
};

/**
 * Brings a document's text to its file: after a pause, on demand, and never over what someone else
 * wrote. Clean means that the text is the one the file was last seen or confirmed to hold.
 */
export class Saver {
  readonly #options: SaverOptions;
  readonly #journal: Journal;
  readonly #stop: () => void;
  #disk: BriefText;
  #saving: Saving = { kind: 'saved' };
  #running: Promise<void> | null = null;
  #pause: (() => void) | null = null;
  #outside: { readonly disk: BriefText | null } | null = null;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#disk = options.disk;
    this.#journal = new Journal({
      slug: options.document.slug,
      bridge: options.bridge,
      timers: options.timers,
      failed: options.unkept,
      read: () => (this.isClean ? null : { text: options.document.text, base: this.#disk.hash }),
    });
    this.#stop = options.document.subscribe((change) => {
      if (change.docChanged) this.#typed();
    });
  }

  /** What the file was last known to hold. */
  get disk(): BriefText {
    return this.#disk;
  }

  get saving(): Saving {
    return this.#saving;
  }

  get isClean(): boolean {
    return this.#options.document.holds(this.#disk.text);
  }

  /** Saves now. @returns true where the file holds the text */
  async save(): Promise<boolean> {
    if (this.#options.readOnly) return this.isClean;
    this.#cancelPause();
    while (this.#running) await this.#running;
    if (this.#saving.kind === 'conflict') return false;
    if (!this.isClean) await this.#run(this.#disk.hash);
    else this.#settle();
    return this.#saving.kind === 'saved';
  }

  /** Writes the text though the file is another (`disk`) or gone (null). */
  async overwrite(disk: BriefText | null): Promise<boolean> {
    while (this.#running) await this.#running;
    this.#cancelPause();
    await this.#run(disk ? disk.hash : null);
    return this.isClean;
  }

  /** The file now holds `disk`, and the text already takes that into account. */
  async rebase(disk: BriefText): Promise<boolean> {
    this.#disk = disk;
    this.#set({ kind: 'unsaved' });
    return this.save();
  }

  /** Another program changed the file (null: it is gone). */
  outside(disk: BriefText | null): void {
    if (this.#running) {
      this.#outside = { disk };
      return;
    }
    if (disk && disk.hash === this.#disk.hash) {
      if (this.#saving.kind === 'conflict') this.#agree();
      return;
    }
    const clean = this.isClean;
    if (disk && (clean || this.#options.document.holds(disk.text))) {
      this.#disk = disk;
      this.#options.document.takeOver(disk.text);
      this.#settle();
    } else {
      this.#cancelPause();
      this.#set({ kind: 'conflict', disk });
      this.#journal.touch();
    }
  }

  /** Everything that was typed is on disk, in the journal at least. */
  async flush(): Promise<void> {
    await this.#journal.flush();
  }

  close(): void {
    this.#cancelPause();
    this.#stop();
    this.#journal.close();
  }

  #typed(): void {
    if (this.#options.readOnly) return;
    this.#journal.touch();
    if (this.#saving.kind === 'conflict' || this.#saving.kind === 'saving') return;
    this.#settle();
  }

  // After a change or a save: say whether the text is the file's, and plan to make it so.
  #settle(): void {
    this.#cancelPause();
    if (this.isClean) {
      this.#set({ kind: 'saved' });
      this.#journal.touch();
      return;
    }
    if (this.#saving.kind !== 'failed') this.#set({ kind: 'unsaved' });
    this.#pause = this.#options.timers.after(PAUSE, () => void this.save());
  }

  #run(base: string | null): Promise<void> {
    this.#running = this.#send(base).finally(() => {
      this.#running = null;
      const outside = this.#outside;
      this.#outside = null;
      if (outside) this.outside(outside.disk);
    });
    return this.#running;
  }

  async #send(base: string | null): Promise<void> {
    const { document, bridge } = this.#options;
    const { eol, bom } = this.#disk;
    const text = document.text;
    this.#set({ kind: 'saving' });
    let result: SaveResult;
    try {
      result = await bridge.saveBrief({ slug: document.slug, text, eol, bom, base });
    } catch {
      result = { kind: 'problem', problem: CRASHED };
    }
    if (result.kind === 'problem') {
      this.#set({ kind: 'failed', problem: result.problem });
      this.#journal.touch();
    } else if (result.kind === 'conflict') {
      this.#conflict(result.disk);
    } else {
      this.#disk = { text, eol, bom, hash: result.hash };
      this.#set({ kind: 'saved' });
      this.#settle();
    }
  }

  #conflict(disk: BriefText | null): void {
    if (disk && this.#options.document.holds(disk.text)) {
      this.#disk = disk;
      this.#agree();
      return;
    }
    this.#set({ kind: 'conflict', disk });
    this.#journal.touch();
  }

  /** The file is again the one that the text is based on. */
  #agree(): void {
    this.#set({ kind: 'saved' });
    this.#settle();
  }

  #cancelPause(): void {
    this.#pause?.();
    this.#pause = null;
  }

  #set(saving: Saving): void {
    if (saving.kind === this.#saving.kind && saving.kind !== 'failed' && saving.kind !== 'conflict')
      return;
    this.#saving = saving;
    this.#options.changed(saving);
  }
}
