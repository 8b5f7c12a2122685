import type { Answer, Problem } from '../../bridge/types';
import { createStore, type Store } from '../app/store';

/** The items of the pages that have come, by their place among all. */
export class Loaded<Item> {
  constructor(
    readonly size: number,
    readonly pages: ReadonlyMap<number, readonly Item[]>,
  ) {}

  get(index: number): Item | undefined {
    return this.pages.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** With one more page. */
  with(page: number, items: readonly Item[]): Loaded<Item> {
    return new Loaded(this.size, new Map(this.pages).set(page, items));
  }

  *entries(): Generator<readonly [index: number, item: Item]> {
    for (const [page, items] of this.pages) {
      for (const [at, item] of items.entries()) yield [page * this.size + at, item];
    }
  }
}

/** A long answer of which the pages that were looked at are here. */
export interface Pages<Page, Item> {
  /** The first page that came: its totals hold for all; null before it came. */
  readonly head: Page | null;
  readonly items: Loaded<Item>;
  /** Why the last question was not answered. */
  readonly problem: Problem | null;
  /** True while a new question waits for its first page. */
  readonly pending: boolean;
}

export interface PagedOptions<Query, Page, Item> {
  readonly size: number;
  readonly ask: (query: Query, offset: number, limit: number) => Promise<Answer<Page>>;
  readonly itemsOf: (page: Page) => readonly Item[];
}

/** So many pages are asked for again when something has changed: those last in sight. */
const NEAR = 3;

/**
 * Asks for a long answer page by page. What is shown stays until what takes its place is there;
 * an answer to an earlier question is dropped.
 */
export class Paged<Query, Page, Item> {
  readonly state: Store<Pages<Page, Item>>;
  readonly #options: PagedOptions<Query, Page, Item>;
  #query: Query | null = null;
  #round = 0;
  #busy = false;
  #again = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #wanted = new Set<number>();
  #near: readonly number[] = [0];

  constructor(options: PagedOptions<Query, Page, Item>) {
    this.#options = options;
    this.state = createStore(nothing(options.size));
  }

  /** True where a question stands. */
  get isAsked(): boolean {
    return this.#query !== null;
  }

  /** Puts a new question; with `pause` (milliseconds) once no other has come for so long. */
  ask(query: Query, pause = 0): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#query = query;
    this.#near = [0];
    this.#round += 1;
    this.#busy = false;
    this.state.update((state) => ({ ...state, pending: true }));
    if (pause > 0) this.#waiting = setTimeout(() => this.#now(query), pause);
    else this.#now(query);
  }

  /** Asks again for what is in sight: the answer may be another now. */
  refresh(): void {
    if (this.#query === null || this.#waiting !== undefined) return;
    // Changes that follow each other closely must not keep every answer from coming.
    if (this.#busy) this.#again = true;
    else void this.#start(this.#query);
  }

  /** An item is in sight: its page is asked for where it is not here. */
  see(index: number): void {
    const page = Math.floor(index / this.#options.size);
    if (this.#near[0] !== page) {
      this.#near = [page, ...this.#near.filter((one) => one !== page)].slice(0, NEAR);
    }
    if (this.#query === null || this.#waiting !== undefined || this.#wanted.has(page)) return;
    this.#wanted.add(page);
    void this.#more(this.#query, page);
  }

  clear(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#query = null;
    this.#busy = false;
    this.#round += 1;
    this.#again = false;
    this.state.set(nothing(this.#options.size));
  }

  #now(query: Query): void {
    this.#waiting = undefined;
    void this.#start(query);
  }

  async #start(query: Query): Promise<void> {
    const round = ++this.#round;
    this.#busy = true;
    const pages = this.#near;
    this.#wanted = new Set(pages);
    const answers = await Promise.all(pages.map((page) => this.#page(query, page)));
    if (round !== this.#round) return;
    this.#busy = false;
    this.#show(pages, answers);
    if (!this.#again) return;
    this.#again = false;
    this.refresh();
  }

  #show(pages: readonly number[], answers: readonly Answer<Page>[]): void {
    const { size, itemsOf } = this.#options;
    let items = new Loaded<Item>(size, new Map());
    let head: Page | null = null;
    for (const [index, answer] of answers.entries()) {
      if (answer.kind === 'problem') {
        this.state.update((state) => ({ ...state, problem: answer.problem, pending: false }));
        return;
      }
      head ??= answer.answer;
      items = items.with(pages[index] ?? 0, itemsOf(answer.answer));
    }
    this.state.set({ head, items, problem: null, pending: false });
  }

  async #more(query: Query, page: number): Promise<void> {
    const round = this.#round;
    const answer = await this.#page(query, page);
    if (round !== this.#round) return;
    if (answer.kind === 'problem') {
      this.#wanted.delete(page);
      this.state.update((state) => ({ ...state, problem: answer.problem }));
      return;
    }
    const items = this.#options.itemsOf(answer.answer);
    this.state.update((state) => ({
      ...state,
      items: state.items.with(page, items),
      problem: null,
    }));
  }

  #page(query: Query, page: number): Promise<Answer<Page>> {
    const { size, ask } = this.#options;
    return ask(query, page * size, size);
  }
}

const nothing = <Page, Item>(size: number): Pages<Page, Item> => ({
  head: null,
  items: new Loaded(size, new Map()),
  problem: null,
  pending: false,
});
