import type { Bridge } from '../../../bridge/contract';
import type { BriefText, Problem } from '../../../bridge/types';
import { createStore } from '../../app/store';
import { Session, type SessionBridge } from './session';
import type { Timers } from './timers';

/** What the editor pane has to show. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'opening'; readonly slug: string }
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'problem'; readonly slug: string; readonly problem: Problem };

export type SessionsBridge = SessionBridge & Pick<Bridge, 'openBrief' | 'closeBrief'>;

export interface SessionsOptions {
  readonly bridge: SessionsBridge;
  readonly timers: Timers;
  /** The workspace that is open: a brief of another is never written into it. */
  readonly home: () => string;
  /** Why the whole workspace can't be written, if so. */
  readonly readOnly: () => string | null;
  readonly opened: (session: Session) => void;
  readonly closed: (session: Session) => void;
}

/** So many briefs that were left are held with their undo and place, for coming back to them. */
const MOST_RESTING = 6;

/**
 * The briefs whose text is held: the one that is shown, those that were shown last, and those that
 * were left with text that could not be saved yet.
 */
export class Sessions {
  readonly shown = createStore<Shown>({ kind: 'nothing' });
  readonly #held = new Map<string, Session>();
  /** Left with all their text saved; the one that was left first comes first. */
  readonly #resting = new Set<Session>();
  #home = '';
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  get all(): readonly Session[] {
    return [...this.#held.values()];
  }

  get current(): Session | null {
    const shown = this.shown.get();
    return shown.kind === 'open' ? shown.session : null;
  }

  get(slug: string): Session | undefined {
    return this.#held.get(slug);
  }

  async show(slug: string): Promise<void> {
    this.#moveIn();
    const before = this.shown.get();
    if (slugOf(before) === slug && before.kind !== 'problem') return;
    const left = this.current;
    const held = this.#held.get(slug);
    if (held) this.#resting.delete(held);
    this.shown.set(held ? { kind: 'open', session: held } : { kind: 'opening', slug });
    const leaving = left ? this.#leave(left) : null;
    if (!held) await this.#open(slug);
    await leaving;
  }

  /** Nothing is shown any more. */
  async leave(): Promise<void> {
    this.#moveIn();
    const left = this.current;
    this.shown.set({ kind: 'nothing' });
    if (left) await this.#leave(left);
  }

  /** Lets a brief go without saving it; what was typed stays in the journal. */
  drop(session: Session): void {
    if (this.#held.get(session.slug) !== session) return;
    this.#held.delete(session.slug);
    this.#resting.delete(session);
    if (this.current === session) this.shown.set({ kind: 'nothing' });
    session.close();
    this.#options.closed(session);
    void this.#options.bridge.closeBrief(session.slug);
  }

  /** Saves what can be saved. @returns the briefs whose text is not in their file */
  async settle(): Promise<readonly Session[]> {
    const results = await Promise.all(
      this.all.map(async (session) => ({ session, safe: await session.settle() })),
    );
    return results.filter(({ safe }) => !safe).map(({ session }) => session);
  }

  /** The file of a brief is another than it was, or gone (null). */
  outside(slug: string, disk: BriefText | null): void {
    const session = this.#held.get(slug);
    if (!session) return;
    // Nobody looks at it, and nothing of it is lost: it goes with its file.
    if (disk === null && this.#resting.has(session)) this.drop(session);
    else session.saver.outside(disk);
  }

  // In another workspace nothing of the last one is held: its guard was asked before it was left.
  #moveIn(): void {
    const home = this.#options.home();
    if (home === this.#home) return;
    this.#home = home;
    for (const session of this.all) this.drop(session);
  }

  async #open(slug: string): Promise<void> {
    const opened = await this.#options.bridge.openBrief(slug);
    const now = this.shown.get();
    if (now.kind !== 'opening' || now.slug !== slug) {
      // Someone went on to another brief meanwhile.
      if (!this.#held.has(slug)) void this.#options.bridge.closeBrief(slug);
      return;
    }
    if (opened.kind === 'problem') {
      this.shown.set({ kind: 'problem', slug, problem: opened.problem });
      return;
    }
    const { bridge, timers, readOnly } = this.#options;
    const session = new Session(opened, bridge, timers, readOnly());
    this.#held.set(slug, session);
    this.#options.opened(session);
    this.shown.set({ kind: 'open', session });
  }

  async #leave(session: Session): Promise<void> {
    const safe = await session.settle();
    if (!safe || this.current === session || !this.#held.has(session.slug)) return;
    this.#resting.add(session);
    const [first] = this.#resting;
    if (first && this.#resting.size > MOST_RESTING) this.drop(first);
  }
}

function slugOf(shown: Shown): string | null {
  if (shown.kind === 'open') return shown.session.slug;
  return shown.kind === 'nothing' ? null : shown.slug;
}
