import type { Touch } from './touched';

/** The briefs that wait to be read or checked again: those that an edit touched come first. */
export class Waiting {
  readonly #unread = new Set<string>();
  readonly #soon = new Map<string, Touch>();
  readonly #later = new Map<string, Touch>();

  /** At least so many; one may be counted in two lists. */
  get size(): number {
    return this.#unread.size + this.#soon.size + this.#later.size;
  }

  has(slug: string): boolean {
    return this.#unread.has(slug) || this.#soon.has(slug) || this.#later.has(slug);
  }

  add(slug: string, touch: Touch, when: 'soon' | 'later'): void {
    const known = this.#soon.get(slug) ?? this.#later.get(slug);
    const isSoon = when === 'soon' || this.#soon.has(slug);
    this.#later.delete(slug);
    const list = isSoon ? this.#soon : this.#later;
    list.set(slug, known === 'whole' ? known : touch);
  }

  /** A brief whose record is to be made anew. */
  addUnread(slug: string): void {
    this.#unread.add(slug);
  }

  takeUnread(slug: string): boolean {
    return this.#unread.delete(slug);
  }

  take(slug: string): Touch | null {
    const touch = this.#soon.get(slug) ?? this.#later.get(slug) ?? null;
    this.#soon.delete(slug);
    this.#later.delete(slug);
    return touch;
  }

  delete(slug: string): void {
    this.#unread.delete(slug);
    this.take(slug);
  }

  /** The one whose turn it is; records come before checks, which read them. */
  first(): string | null {
    for (const list of [this.#unread, this.#soon.keys(), this.#later.keys()]) {
      for (const slug of list) return slug;
    }
    return null;
  }
}
