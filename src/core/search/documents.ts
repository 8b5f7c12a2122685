import type { Weight } from './parts';

/** Where the positions of the title, of what leads, and of the takes end. */
export type Bounds = readonly [title: number, lead: number, takes: number];

const BOUNDS = 3;

/** The texts that were read, by number. A brief that is read again gets a new number. */
export class Documents {
  readonly #slugs: string[] = [];
  readonly #numbers = new Map<string, number>();
  #bounds = new Uint32Array(BOUNDS * 64);
  #days = new Uint32Array(64);
  #dead = new Uint8Array(64);

  /** How many numbers were given out. */
  get size(): number {
    return this.#slugs.length;
  }

  /** Marks the numbers of texts that are no longer those of a brief. */
  get dead(): Uint8Array {
    return this.#dead;
  }

  slug(document: number): string {
    return this.#slugs[document] ?? '';
  }

  /** The date as a number that sorts, 20260612; 0 where there is none. */
  day(document: number): number {
    return this.#days[document] ?? 0;
  }

  /** The number of a brief's new text; the one before is dead from then on. */
  add(slug: string, date: string): number {
    this.drop(slug);
    const document = this.#slugs.push(slug) - 1;
    if (document >= this.#days.length) this.#grow();
    this.#numbers.set(slug, document);
    this.#days[document] = Number(/^(\d{4})-(\d\d)-(\d\d)/.exec(date)?.slice(1).join('') ?? 0);
    return document;
  }

  setBounds(document: number, bounds: Bounds): void {
    this.#bounds.set(bounds, document * BOUNDS);
  }

  drop(slug: string): void {
    const document = this.#numbers.get(slug);
    if (document === undefined) return;
    this.#dead[document] = 1;
    this.#numbers.delete(slug);
  }

  /** How much the place of a position says. */
  weight(document: number, position: number): Weight {
    const at = document * BOUNDS;
    if (position < (this.#bounds[at] ?? 0)) return 1;
    if (position < (this.#bounds[at + 1] ?? 0)) return 2;
    return position < (this.#bounds[at + 2] ?? 0) ? 3 : 4;
  }

  #grow(): void {
    const size = this.#days.length * 2;
    const [bounds, days, dead] = [this.#bounds, this.#days, this.#dead];
    this.#bounds = new Uint32Array(size * BOUNDS);
    this.#bounds.set(bounds);
    this.#days = new Uint32Array(size);
    this.#days.set(days);
    this.#dead = new Uint8Array(size);
    this.#dead.set(dead);
  }
}
