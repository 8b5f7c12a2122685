import type { Bridge } from '../../../bridge/contract';
import type { BriefText, OpenedBrief, Problem } from '../../../bridge/types';
import { fieldAt } from '../../../core/fields/table';
import { toText } from '../../../core/format/value';
import { createStore } from '../../app/store';
import { BriefDocument } from '../document/brief-document';
import { FindingsStore } from '../findings/findings-store';
import { Places } from '../fields/places';
import { FindStore } from '../find/find-store';
import { Saver, type SaverBridge, type Saving } from './saver';
import type { Timers } from './timers';

export type SessionBridge = SaverBridge & Pick<Bridge, 'saveCopy'>;

/** An open brief with all that belongs to it, whether or not it is drawn. */
export class Session {
  readonly slug: string;
  readonly document: BriefDocument;
  readonly saver: Saver;
  readonly findings: FindingsStore;
  readonly places = new Places();
  readonly find: FindStore;
  /** Why it can't be edited, as a sentence. */
  readonly readOnly: string | null;
  readonly saving = createStore<Saving>({ kind: 'saved' });
  /** Why typed text is not in the journal; null where it is. */
  readonly unkept = createStore<Problem | null>(null);
  /** Text of an earlier session that waits for a decision. */
  readonly draft = createStore<OpenedBrief['draft']>(null);
  /** How far the form is scrolled, in pixels. */
  scroll = 0;
  readonly #bridge: SessionBridge;

  constructor(opened: OpenedBrief, bridge: SessionBridge, timers: Timers, readOnly: string | null) {
    this.slug = opened.slug;
    this.readOnly = opened.readOnly ?? readOnly;
    this.#bridge = bridge;
    this.document = new BriefDocument(opened.slug, opened.disk.text);
    this.findings = new FindingsStore(this.document, timers);
    this.find = new FindStore(this.document);
    this.draft.set(opened.draft);
    this.saver = new Saver({
      document: this.document,
      disk: opened.disk,
      bridge,
      timers,
      readOnly: this.readOnly !== null,
      changed: (saving) => this.saving.set(saving),
      unkept: (problem) => this.unkept.set(problem),
    });
  }

  /** Takes the earlier text over, as one step that undo takes back. */
  restoreDraft(): void {
    const draft = this.draft.get();
    this.draft.set(null);
    if (draft) this.document.replace(draft.text, 'restore');
  }

  async discardDraft(): Promise<void> {
    this.draft.set(null);
    if (this.saver.isClean) await this.#bridge.discardDraft(this.slug);
  }

  /** Ends a conflict with a text made of both sides. */
  async resolve(text: string, disk: BriefText): Promise<boolean> {
    this.document.replace(text, 'merge');
    return this.saver.rebase(disk);
  }

  scrolled(to: number): void {
    this.scroll = to;
  }

  /** Takes the focus to the field in which the caret stands. @returns false where it is in none */
  focusCaret(): boolean {
    const { brief, caret } = this.document;
    const found = fieldAt(brief, caret);
    if (found) this.places.focus(found.path, toText(found.value, caret));
    return found !== null;
  }

  saveCopy(): ReturnType<Bridge['saveCopy']> {
    return this.#bridge.saveCopy(this.document.text, `${this.slug} (copy).md`);
  }

  /** True where nothing of it would be lost. */
  async settle(): Promise<boolean> {
    if (this.draft.get()) return true;
    const saved = await this.saver.save();
    await this.saver.flush();
    return saved;
  }

  close(): void {
    this.saver.close();
    this.findings.close();
  }
}
