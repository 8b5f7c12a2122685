import { type FieldPath, formatPath } from '../../../core/fields/path';
import { createStore } from '../../app/store';

/** Where the caret goes: an offset in the field's text, all of it selected, or as the field has it. */
export type Spot = number | 'all' | null;

/** What a place on the page can do for those who want to go there. */
export interface PlaceHandle {
  /** Takes the focus. */
  focus(spot: Spot): void;
  /** Comes into sight. */
  show?(): void;
}

/**
 * Where the fields stand on the page. A field that is not drawn yet (far down a long brief) is
 * reached in two steps: its card is told to draw itself, and the field takes the focus when it is
 * there.
 */
export class Places {
  readonly #fields = new Map<string, PlaceHandle>();
  readonly #cards = new Map<string, () => void>();
  #awaited: { readonly key: string; readonly offset: Spot } | null = null;

  /** The field, as `formatPath` writes it, in which the caret stands. */
  readonly active = createStore<string | null>(null);

  register(key: string, handle: PlaceHandle): () => void {
    this.#fields.set(key, handle);
    if (this.#awaited?.key === key) {
      const { offset } = this.#awaited;
      this.#awaited = null;
      handle.focus(offset);
    }
    return () => {
      if (this.#fields.get(key) === handle) this.#fields.delete(key);
    };
  }

  /** The next field to register under `key` takes the focus. */
  await(key: string, offset: Spot): void {
    const handle = this.#fields.get(key);
    if (handle) handle.focus(offset);
    else this.#awaited = { key, offset };
  }

  /** A card that draws its fields only when it must; `draw` makes it do so and come into view. */
  registerCard(key: string, draw: () => void): () => void {
    this.#cards.set(key, draw);
    return () => {
      if (this.#cards.get(key) === draw) this.#cards.delete(key);
    };
  }

  /** Takes the focus to a field. @returns false where the page has no such field */
  focus(path: FieldPath, offset: Spot = null): boolean {
    const key = formatPath(path);
    const handle = this.#fields.get(key);
    this.#awaited = null;
    if (handle) {
      handle.focus(offset);
      return true;
    }
    // A part that is just being added registers its field with the next drawing.
    this.#awaited = { key, offset };
    const card = this.#cards.get(cardOf(key));
    card?.();
    return card !== undefined;
  }

  /** Brings a field into sight without taking the focus to it. */
  show(path: FieldPath): void {
    const key = formatPath(path);
    const handle = this.#fields.get(key);
    if (handle) handle.show?.();
    else this.#cards.get(cardOf(key))?.();
  }
}

/** The item that a field belongs to: `takes[3]` of `takes[3].summary`. */
export const cardOf = (key: string): string => key.replace(/\.[a-z]+$/, '');
