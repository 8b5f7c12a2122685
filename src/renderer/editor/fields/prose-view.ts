import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap } from '@codemirror/view';
import type { FieldPath } from '../../../core/fields/path';
import { difference } from '../../../core/text/edit';
import { remote } from '../document/annotations';
import type { BriefDocument, DocumentChange, Refusal } from '../document/brief-document';
import { FieldBinding } from '../document/field-binding';
import { colour, lazyLanguage } from '../source/lazy-language';
import { plainSpaces } from '../source/spaces';
import type { Spot } from './places';

// What would edit lines as a programmer does, or take the keys of the app's commands.
const LEFT_OUT = new Set([
  'Alt-ArrowUp',
  'Alt-ArrowDown',
  'Mod-/',
  'Alt-A',
  'Mod-Enter',
  'Shift-Mod-k',
  'Mod-Alt-ArrowUp',
  'Mod-Alt-ArrowDown',
  'Alt-l',
  'Ctrl-m',
]);
const keys = defaultKeymap.filter(({ key }) => !key || !LEFT_OUT.has(key));

export interface ProseViewOptions {
  readonly parent: HTMLElement;
  readonly document: BriefDocument;
  readonly path: FieldPath;
  /** True where Enter is not a line break of the text. */
  readonly oneLine: boolean;
  /** What Enter does instead of a line break; Shift+Enter still makes one. */
  readonly enter?: (() => void) | undefined;
  readonly extensions: Extension;
  readonly refused: (refusal: Refusal | null) => void;
  readonly focused: (has: boolean) => void;
}

/**
 * A field's text in an editor of its own. Its text is a copy that `FieldBinding` keeps in step with
 * the document; it has no history, and nothing is written or taken over while an input method
 * composes.
 */
export class ProseView {
  readonly view: EditorView;
  readonly #options: ProseViewOptions;
  readonly #binding: FieldBinding;
  readonly #stop: () => void;
  #event = 'input.type';
  #behind = false;
  #composing = false;
  #alive = true;

  constructor(options: ProseViewOptions) {
    this.#options = options;
    this.#binding = new FieldBinding(options.document, options.path);
    this.view = new EditorView({
      state: EditorState.create({ doc: this.#binding.read(), extensions: this.#extensions() }),
      dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view),
    });
    // An editor that is made looks for the selection: with those before it in the page, that would be
    // laid out once for each. So all that are made at once come into it after the last.
    queueMicrotask(() => this.#comeIn());
    this.#stop = options.document.subscribe((change) => this.#follow(change));
    void colour(this.view, () => this.#alive);
  }

  /** Takes the focus; without a spot the caret stays where it is. */
  focus(spot: Spot): void {
    this.#comeIn();
    this.view.focus();
    if (spot === null) return;
    const { length } = this.view.state.doc;
    const [anchor, head] = spot === 'all' ? [0, length] : [spot, spot];
    this.view.dispatch({
      selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) },
      scrollIntoView: true,
    });
  }

  #comeIn(): void {
    if (this.#alive && !this.view.dom.parentElement) this.#options.parent.append(this.view.dom);
  }

  destroy(): void {
    this.#alive = false;
    this.#stop();
    this.view.destroy();
  }

  #extensions(): Extension {
    const { document, oneLine, extensions } = this.#options;
    return [
      EditorState.lineSeparator.of('\n'),
      EditorView.lineWrapping,
      extensions,
      lazyLanguage(),
      plainSpaces,
      keymap.of([
        { key: 'Mod-z', run: () => (document.undo(), true), preventDefault: true },
        { key: 'Mod-Shift-z', run: () => (document.redo(), true), preventDefault: true },
        { key: 'Mod-y', run: () => (document.redo(), true), preventDefault: true },
        ...enterKey(this.#options),
        ...keys,
      ]),
      oneLine ? EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')) : [],
      EditorView.domEventObservers({
        compositionstart: () => {
          this.#composing = true;
        },
        compositionend: () => {
          this.#composing = false;
          // After the editor has read what the input method left in the page.
          queueMicrotask(() => queueMicrotask(() => this.#catchUp()));
        },
        focus: () => this.#options.focused(true),
        blur: () => {
          this.#composing = false;
          this.#settle();
          this.#options.focused(false);
        },
      }),
    ];
  }

  #dispatch(transactions: readonly Transaction[], view: EditorView): void {
    view.update(transactions);
    if (transactions.every((one) => one.annotation(Transaction.remote))) return;
    const typed = transactions.find((one) => one.docChanged);
    if (typed) this.#event = typed.annotation(Transaction.userEvent) ?? 'input';
    if (this.#composing) {
      this.#behind ||= typed !== undefined;
      return;
    }
    if (typed) this.#write();
    else if (transactions.some((one) => one.selection)) this.#select();
  }

  #write(): void {
    this.#behind = false;
    const { doc, selection } = this.view.state;
    const refusal = this.#binding.commit(doc.toString(), this.#event, selection.main.head);
    this.#options.refused(refusal);
  }

  #select(): void {
    const { anchor, head } = this.view.state.selection.main;
    if (this.view.hasFocus) this.#binding.select(anchor, head);
  }

  // What was composed goes to the document, or what came meanwhile comes here.
  #catchUp(): void {
    if (!this.#alive || this.#composing) return;
    const changes = this.#binding.meanwhile(this.view.state.doc.toString());
    if (changes) this.view.dispatch(remote({ changes }));
    if (this.#behind) this.#write();
  }

  #follow(change: DocumentChange): void {
    if (this.#composing) return;
    const wanted = this.#binding.follow(change);
    if (wanted !== null) this.#takeOver(wanted);
  }

  #settle(): void {
    if (!this.#alive) return;
    if (this.#behind) this.#catchUp();
    const wanted = this.#binding.settle(this.view.state.doc.toString());
    if (wanted !== null) this.#takeOver(wanted);
    this.#options.refused(null);
  }

  #takeOver(text: string): void {
    const change = difference(this.view.state.doc.toString(), text);
    if (!change) return;
    if (completionStatus(this.view.state)) closeCompletion(this.view);
    this.view.dispatch(remote({ changes: change }));
    this.#options.refused(null);
  }
}

function enterKey({ oneLine, enter }: ProseViewOptions): KeyBinding[] {
  if (!enter && !oneLine) return [];
  const run = () => {
    enter?.();
    return true;
  };
  return [{ key: 'Enter', run, ...(oneLine ? { shift: () => true } : {}) }];
}
