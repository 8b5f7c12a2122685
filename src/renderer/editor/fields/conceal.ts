import {
  EditorState,
  type Extension,
  type Range as Placed,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Link } from '../../../core/format/brief';
import { scanLines } from '../../../core/format/lines';
import { linksOf } from '../../../core/format/paragraphs';
import type { Range } from '../../../core/text/range';
import type { LinkLook } from '../session/link-look';
import { shownMarks } from '../source/marks';

export interface ConcealOptions {
  /** What is behind a target; null while nothing is known. */
  readonly lookOf: (target: string) => LinkLook | null;
  /** True while all of the text must be in sight. */
  readonly isOff: () => boolean;
  /** Tells when `lookOf` or `isOff` answer anew. @returns the end of it */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Shows a link that leads somewhere as its words, until the caret touches it. What is hidden is
 * never deleted unseen: the key that would do so shows it instead.
 */
export function concealLinks(options: ConcealOptions): Extension {
  let concealer: Concealer | null = null;
  return [
    ViewPlugin.define((view) => (concealer = new Concealer(view, options)), {
      decorations: ({ drawn }) => drawn,
      eventHandlers: {
        mousedown(event, view) {
          if (event.button === 0) this.hold(view);
        },
      },
    }),
    EditorState.transactionFilter.of((transaction) =>
      concealer ? shownFirst(transaction, concealer.drawn) : transaction,
    ),
  ];
}

const hidden = Decoration.replace({});

/** In place of a key that would delete what is hidden: the caret beside it, which shows it. */
function shownFirst(transaction: Transaction, drawn: DecorationSet): TransactionSpec {
  const { main } = transaction.startState.selection;
  if (!transaction.isUserEvent('delete') || !main.empty) return transaction;
  let caret: number | null = null;
  transaction.changes.iterChangedRanges((from, to) => {
    drawn.between(from, to, (start, end, value) => {
      if (value === hidden && start < to && end > from) caret = main.head >= end ? end : start;
    });
  });
  return caret === null ? transaction : { selection: { anchor: caret } };
}

type Looks = readonly (LinkLook | null)[];
const NO_LOOKS: Looks = [];

const sameLooks = (a: Looks, b: Looks): boolean =>
  a.length === b.length &&
  a.every((look, at) => look?.kind === b[at]?.kind && look?.title === b[at]?.title);

class Concealer {
  drawn: DecorationSet = Decoration.none;
  readonly #options: ConcealOptions;
  readonly #stop: () => void;
  #links: readonly Link[] = [];
  /** Of each link, as it is drawn; none where nothing is concealed. */
  #looks: Looks = NO_LOOKS;
  #isHeld = false;

  constructor(view: EditorView, options: ConcealOptions) {
    this.#options = options;
    this.#stop = options.subscribe(() => {
      // Most of what becomes known of the workspace concerns none of these links.
      if (!view.composing && !sameLooks(this.#looksNow(), this.#looks)) view.dispatch({});
    });
    this.#links = linksInSight(view);
    this.drawn = this.#draw(view);
  }

  update(update: ViewUpdate): void {
    const { view } = update;
    if (view.composing || this.#isHeld) {
      this.drawn = this.drawn.map(update.changes);
      this.#links = [];
      return;
    }
    const isStale = update.docChanged || update.viewportChanged || this.#links.length === 0;
    if (isStale) this.#links = linksInSight(view);
    if (isStale || update.focusChanged || update.transactions.length > 0) {
      this.drawn = this.#draw(view);
    }
  }

  destroy(): void {
    this.#stop();
  }

  /** Nothing moves under a pressed mouse, or a click would select. */
  hold(view: EditorView): void {
    this.#isHeld = true;
    const document = view.dom.ownerDocument;
    const release = () => {
      document.removeEventListener('mouseup', release);
      document.removeEventListener('dragend', release);
      // After the view has taken the click where it was aimed.
      requestAnimationFrame(() => {
        this.#isHeld = false;
        if (view.dom.isConnected) view.dispatch({});
      });
    };
    document.addEventListener('mouseup', release);
    document.addEventListener('dragend', release);
  }

  #looksNow(): Looks {
    if (this.#links.length === 0 || this.#options.isOff()) return NO_LOOKS;
    return this.#links.map(({ target }) => this.#options.lookOf(target.text));
  }

  #draw(view: EditorView): DecorationSet {
    this.#looks = this.#looksNow();
    if (this.#looks.length === 0) return Decoration.none;
    const { doc } = view.state;
    const marks = shownMarks(view.state);
    const drawn: Placed<Decoration>[] = [];
    for (const [at, { from, to, text, target }] of this.#links.entries()) {
      if (!text || text.from >= text.to) continue;
      const look = this.#looks[at];
      if (!look || look.kind === 'broken') continue;
      drawn.push(named(look, target.text).range(from, to));
      if (isTouched(view, from, to)) continue;
      const open = { from, to: text.from };
      const close = { from: text.to, to };
      const isBroken = doc.lineAt(close.from).to < close.to;
      if (isBroken || marks.some((mark) => isWithin(mark, open) || isWithin(mark, close))) continue;
      drawn.push(hidden.range(open.from, open.to), hidden.range(close.from, close.to));
    }
    return Decoration.set(drawn, true);
  }
}

const KINDS = { entity: 'Entity: ', brief: 'Brief: ', external: '', broken: '' };

const named = ({ kind, title }: LinkLook, target: string) =>
  Decoration.mark({
    class: `ed-link ed-link-${kind}`,
    attributes: { title: title === target ? target : `${KINDS[kind]}${title}\n${target}` },
  });

const isWithin = (inner: Range, outer: Range): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

const isTouched = (view: EditorView, from: number, to: number): boolean =>
  view.hasFocus &&
  view.state.selection.ranges.some((range) => range.from <= to && range.to >= from);

/** Paragraphs are followed this far out of sight. */
const FAR = 4_000;

function linksInSight(view: EditorView): Link[] {
  const { doc } = view.state;
  return view.visibleRanges.flatMap((range) => {
    const from = startOf(doc, range.from);
    const text = doc.sliceString(from, endOf(doc, range.to), '\n');
    if (!text.includes('](')) return [];
    return linksOf(text, scanLines(text, 0)).map((link) => movedBy(link, from));
  });
}

function startOf(doc: Text, from: number): number {
  let line = doc.lineAt(from);
  while (line.number > 1 && line.length > 0 && from - line.from < FAR) {
    line = doc.line(line.number - 1);
  }
  return Math.max(line.from, from - FAR);
}

function endOf(doc: Text, to: number): number {
  let line = doc.lineAt(to);
  while (line.number < doc.lines && line.length > 0 && line.to - to < FAR) {
    line = doc.line(line.number + 1);
  }
  return Math.min(line.to, to + FAR);
}

function movedBy(link: Link, by: number): Link {
  const { text } = link;
  return {
    ...link,
    from: link.from + by,
    to: link.to + by,
    text: text && { from: text.from + by, to: text.to + by },
  };
}
