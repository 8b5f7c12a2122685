import { type Extension, type Range as Placed, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { FieldPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import { toText } from '../../../core/format/value';
import type { Session } from '../session/session';
import { findAll } from './find';

const refresh = StateEffect.define();
const found = Decoration.mark({ class: 'ed-found' });
const here = Decoration.mark({ class: 'ed-found ed-found-here' });

/** Shows what is looked for, in the text that is in sight. `path`: of a field's view. */
export const findHighlight = (session: Session, path: FieldPath | null = null): Extension =>
  ViewPlugin.define((view) => new Highlight(view, session, path), {
    decorations: (plugin) => plugin.drawn,
  });

class Highlight {
  drawn: DecorationSet = Decoration.none;
  readonly #session: Session;
  readonly #path: FieldPath | null;
  readonly #stop: () => void;

  constructor(view: EditorView, session: Session, path: FieldPath | null) {
    this.#session = session;
    this.#path = path;
    this.#stop = session.find.state.subscribe(() => {
      const { open } = session.find.state.get();
      if ((open || this.drawn.size > 0) && !view.composing) {
        view.dispatch({ effects: refresh.of(null) });
      }
    });
    this.drawn = this.#draw(view);
  }

  update(update: ViewUpdate): void {
    const asked = update.transactions.some((one) => one.effects.some((is) => is.is(refresh)));
    if (asked || update.docChanged || update.viewportChanged) this.drawn = this.#draw(update.view);
  }

  destroy(): void {
    this.#stop();
  }

  #draw(view: EditorView): DecorationSet {
    const { open, query } = this.#session.find.state.get();
    if (!open || query.text === '') return Decoration.none;
    const current = this.#current();
    const marks: Placed<Decoration>[] = [];
    for (const { from, to } of view.visibleRanges) {
      for (const match of findAll(view.state.sliceDoc(from, to), query)) {
        const start = from + match.from;
        marks.push((start === current ? here : found).range(start, from + match.to));
      }
    }
    return Decoration.set(marks);
  }

  /** Where the match that one stands at begins, in the view's own text. */
  #current(): number {
    const match = this.#session.find.here();
    if (!match) return -1;
    if (!this.#path) return match.from;
    const value = readField(this.#session.document.brief, this.#path);
    const inside = value && match.from >= value.from && match.from <= value.to;
    return inside ? toText(value, match.from) : -1;
  }
}
