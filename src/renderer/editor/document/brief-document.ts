import { history, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import {
  ChangeSet,
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { EditResult } from '../../../core/edit/result';
import type { Brief } from '../../../core/format/brief';
import { difference, type TextEdit } from '../../../core/text/edit';
import type { Range } from '../../../core/text/range';
import { origin, remote } from './annotations';
import { briefField, parsed } from './brief-field';
import { viewSlot } from './view-slot';

/** Why an intention was refused, and where in the source the reason stands. */
export interface Refusal {
  readonly reason: string;
  readonly at: Range;
}

/** What listeners learn; the document itself is already at the end of it. */
export interface DocumentChange {
  readonly transactions: readonly Transaction[];
  readonly docChanged: boolean;
  /** `undo` or `redo`: the caret has gone to what came back. */
  readonly travelled: boolean;
}

export interface Intent {
  /** A CodeMirror user event: typing in one place joins to one undo. */
  readonly event: string;
  readonly by?: object;
  /** Where the caret is to stand afterwards. */
  readonly caret?: (brief: Brief) => number | null;
}

/**
 * An open brief: one CodeMirror state from which the form, the source view, the preview and the
 * findings are derived. It needs no view; the source view, while it is shown, draws this state.
 */
export class BriefDocument {
  readonly slug: string;
  #state: EditorState;
  #view: EditorView | null = null;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  readonly #followers = new Set<(change: DocumentChange) => void>();

  constructor(slug: string, text: string) {
    this.slug = slug;
    this.#state = EditorState.create({
      doc: text,
      // A stray `\r` is part of the text, not a line break to be made one.
      extensions: [EditorState.lineSeparator.of('\n'), briefField, history(), viewSlot.of([])],
    });
  }

  get state(): EditorState {
    return this.#state;
  }

  get brief(): Brief {
    return this.#state.field(briefField);
  }

  get text(): string {
    return this.brief.source;
  }

  get caret(): number {
    return this.#state.selection.main.head;
  }

  get canUndo(): boolean {
    return undoDepth(this.#state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.#state) > 0;
  }

  /** @returns the listener's removal */
  readonly subscribe = (listener: (change: DocumentChange) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Told when all listeners have taken the change over: for what judges the text. */
  readonly follow = (follower: (change: DocumentChange) => void): (() => void) => {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  };

  /** Lets a view draw the state from now on; its transactions must come back by `apply`. */
  attach(view: EditorView, extensions: Extension): void {
    this.#view = view;
    this.dispatch({ effects: viewSlot.reconfigure(extensions) });
  }

  detach(view: EditorView): void {
    if (this.#view !== view) return;
    this.#view = null;
    this.dispatch({ effects: viewSlot.reconfigure([]) });
  }

  dispatch(...specs: readonly TransactionSpec[]): void {
    this.apply([this.#state.update(...specs)]);
  }

  apply(transactions: readonly Transaction[]): void {
    const last = transactions.at(-1);
    if (!last) return;
    this.#view?.update(transactions);
    this.#state = last.state;
    const change = {
      transactions,
      docChanged: transactions.some((one) => one.docChanged),
      travelled: transactions.some((one) => one.isUserEvent('undo') || one.isUserEvent('redo')),
    };
    for (const listener of [...this.#listeners, ...this.#followers]) listener(change);
  }

  /** Carries out an intention of the form. @returns why it was refused, or null */
  perform(intend: (brief: Brief) => EditResult, intent: Intent): Refusal | null {
    const result = intend(this.brief);
    if (!result.ok) return { reason: result.reason, at: result.at };
    if (result.edits.length > 0) this.edit(result.edits, intent, result.after);
    return null;
  }

  /** Carries out one intention after the other as one step; those that are refused are left out. */
  performAll(intents: readonly ((brief: Brief) => EditResult)[], intent: Intent): void {
    let brief = this.brief;
    let changes = ChangeSet.empty(brief.source.length);
    for (const intend of intents) {
      const result = intend(brief);
      if (!result.ok) continue;
      const next = ChangeSet.of(changesOf(result.edits), brief.source.length, '\n');
      changes = changes.compose(next);
      brief = result.after;
    }
    if (!changes.empty) this.#change(changes, intent, brief);
  }

  /** @param after the Brief that the edits make, where it is known */
  edit(edits: readonly TextEdit[], intent: Intent, after?: Brief): void {
    this.#change(changesOf(edits), intent, after);
  }

  #change(changes: ChangeSpec, { event, by, caret }: Intent, after?: Brief): void {
    const annotations = [
      Transaction.userEvent.of(event),
      ...(by ? [origin.of(by)] : []),
      ...(after ? [parsed.of(after)] : []),
    ];
    const changed = this.#state.update({ changes, annotations });
    const at = caret?.(changed.state.field(briefField)) ?? null;
    const moved = at === null ? [] : [changed.state.update(caretAt(at, changed.state, by))];
    this.apply([changed, ...moved]);
  }

  /** Puts the caret (and the other end of a selection) somewhere; no step of the history. */
  select(anchor: number, head = anchor, by?: object): void {
    const { main } = this.#state.selection;
    if (main.anchor !== anchor || main.head !== head) {
      this.dispatch(caretAt(head, this.#state, by, anchor));
    }
  }

  /** Takes over a text from outside by the smallest change; the history passes it by. */
  takeOver(text: string): void {
    const change = difference(this.text, text);
    if (change) this.dispatch(remote({ changes: change }));
  }

  /** Replaces the text by the smallest change, as one step of the history. */
  replace(text: string, event: string): void {
    const change = difference(this.text, text);
    if (change) this.edit([change], { event, caret: () => change.from + change.insert.length });
  }

  undo(): boolean {
    return undo({ state: this.#state, dispatch: (transaction) => this.apply([transaction]) });
  }

  redo(): boolean {
    return redo({ state: this.#state, dispatch: (transaction) => this.apply([transaction]) });
  }

  /** True where the text is, unit for unit, the given one. */
  holds(text: string): boolean {
    return this.text === text;
  }
}

const changesOf = (edits: readonly TextEdit[]) =>
  edits.map(({ from, to, insert }) => ({ from, to, insert }));

function caretAt(head: number, state: EditorState, by?: object, anchor = head): TransactionSpec {
  const within = (at: number) => Math.min(Math.max(at, 0), state.doc.length);
  return {
    selection: EditorSelection.single(within(anchor), within(head)),
    // Selections of their own would keep typing from joining to one undo.
    annotations: [Transaction.addToHistory.of(false), ...(by ? [origin.of(by)] : [])],
  };
}
