import type { Range } from '../../../core/text/range';
import { createStore } from '../../app/store';
import type { BriefDocument } from '../document/brief-document';
import { findAll, type Query, replacements } from './find';

export interface FindState {
  readonly open: boolean;
  readonly query: Query;
  readonly matches: readonly Range[];
  /** Among the matches; -1 for none. */
  readonly current: number;
}

const REST: FindState = {
  open: false,
  query: { text: '', matchCase: false, wholeWords: false },
  matches: [],
  current: -1,
};

/** What is looked for in a brief, and where it was found. */
export class FindStore {
  readonly state = createStore<FindState>(REST);
  readonly #document: BriefDocument;

  constructor(document: BriefDocument) {
    this.#document = document;
    document.follow((change) => {
      if (change.docChanged && this.state.get().open) this.#search(this.state.get().query);
    });
  }

  open(text: string): void {
    const { query } = this.state.get();
    this.state.update((state) => ({ ...state, open: true }));
    this.search({ ...query, text: text || query.text });
  }

  close(): void {
    this.state.update((state) => ({ ...state, open: false, matches: [], current: -1 }));
  }

  /** Looks from the caret on. */
  search(query: Query): void {
    this.#search(query);
    const { matches } = this.state.get();
    const next = matches.findIndex(({ from }) => from >= this.#document.caret);
    this.#stand(next < 0 ? 0 : next);
  }

  /** Goes to the next match, or back, round the end of the text. @returns it */
  step(by: -1 | 1): Range | null {
    const { matches, current } = this.state.get();
    if (matches.length === 0) return null;
    this.#stand((current + by + matches.length) % matches.length);
    return this.here();
  }

  here(): Range | null {
    const { matches, current } = this.state.get();
    return matches[current] ?? null;
  }

  /** Replaces the match one stands at. */
  replace(by: string): void {
    const here = this.here();
    if (!here) return;
    const { current } = this.state.get();
    const intents = replacements(this.#document.brief, [here], by);
    this.#document.performAll(intents, { event: 'input.replace' });
    this.#stand(current);
  }

  /** Replaces all, as one step. @returns how many there were */
  replaceAll(by: string): number {
    const { matches } = this.state.get();
    const intents = replacements(this.#document.brief, matches, by);
    this.#document.performAll(intents, { event: 'input.replace' });
    return matches.length - this.state.get().matches.length;
  }

  #search(query: Query): void {
    const matches = findAll(this.#document.text, query);
    this.state.update((state) => ({
      ...state,
      query,
      matches,
      current: Math.min(state.current, matches.length - 1),
    }));
  }

  #stand(current: number): void {
    this.state.update((state) => ({
      ...state,
      current: Math.min(current, state.matches.length - 1),
    }));
  }
}
