import { ChangeSet } from '@codemirror/state';
import { setField } from '../../../core/edit';
import type { FieldPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Brief } from '../../../core/format/brief';
import { toSource, toText } from '../../../core/format/value';
import { difference } from '../../../core/text/edit';
import type { BriefDocument, DocumentChange, Refusal } from './brief-document';
import { origin } from './annotations';

/** How a binding was told of a change, or null where its text stays as it is. */
export type Wanted = string | null;

/**
 * Keeps the text of one field's view in step with the document, whatever draws it. The view may
 * hold what the document does not: blank ends while typing, or text that was refused; both stay
 * until the document's own text of the field changes, or until `settle`.
 */
export class FieldBinding {
  readonly #document: BriefDocument;
  readonly #path: FieldPath;
  #known: string;

  constructor(document: BriefDocument, path: FieldPath) {
    this.#document = document;
    this.#path = path;
    this.#known = this.read();
  }

  /** The field's text in the document; empty where the field is absent. */
  read(): string {
    return readField(this.#document.brief, this.#path)?.text ?? '';
  }

  /** Writes what was typed. `caret` is an offset of `text`. */
  commit(text: string, event: string, caret: number): Refusal | null {
    const refusal = this.#document.perform((brief) => setField(brief, this.#path, text), {
      event,
      by: this,
      caret: (brief) => this.#sourceOf(brief, caret),
    });
    this.#known = this.read();
    return refusal;
  }

  /** @returns the text that the view must take over after a change of the document */
  follow(change: DocumentChange): Wanted {
    if (!change.docChanged) return null;
    const wanted = this.read();
    if (wanted === this.#known) return null;
    this.#known = wanted;
    return this.#isMine(change) ? null : wanted;
  }

  /**
   * What the document's text of the field went through while the view was not to be touched, as a
   * change of the text that the view shows; null where it is as it was.
   */
  meanwhile(shown: string): ChangeSet | null {
    const theirs = difference(this.#known, this.read());
    const mine = difference(this.#known, shown);
    const length = this.#known.length;
    this.#known = this.read();
    if (!theirs) return null;
    const change = ChangeSet.of(theirs, length, '\n');
    return mine ? change.map(ChangeSet.of(mine, length, '\n')) : change;
  }

  /** @returns the text that the view must show once nobody types in it any more */
  settle(shown: string): Wanted {
    this.#known = this.read();
    return shown === this.#known ? null : this.#known;
  }

  /** Moves the document's selection to where the view's stands. */
  select(anchor: number, head: number): void {
    const from = this.#sourceOf(this.#document.brief, anchor);
    const to = this.#sourceOf(this.#document.brief, head);
    if (from !== null && to !== null) this.#document.select(from, to, this);
  }

  /** The document's caret as an offset of the field's text; null where it stands elsewhere. */
  caret(): number | null {
    const value = readField(this.#document.brief, this.#path);
    const at = this.#document.caret;
    return value && at >= value.from && at <= value.to ? toText(value, at) : null;
  }

  #isMine(change: DocumentChange): boolean {
    return change.transactions.every((one) => !one.docChanged || one.annotation(origin) === this);
  }

  #sourceOf(brief: Brief, offset: number): number | null {
    const value = readField(brief, this.#path);
    return value && toSource(value, Math.min(offset, value.text.length));
  }
}
