import { Annotation, type ChangeSet, StateField, type Text } from '@codemirror/state';
import type { Brief } from '../../../core/format/brief';
import { parse } from '../../../core/format/parse';

/** The Brief that a transaction leads to, where whoever made it has parsed it already. */
export const parsed = Annotation.define<Brief>();

/** The Brief of the state's text, parsed again with every change of it. */
export const briefField = StateField.define<Brief>({
  create: (state) => parse(textOf(state.doc)),
  update: (brief, transaction) =>
    transaction.docChanged
      ? (transaction.annotation(parsed) ?? parse(changed(brief.source, transaction.changes)))
      : brief,
});

/** The whole text of a document whose only line break is `\n`. */
export const textOf = (doc: Text): string => doc.sliceString(0, doc.length, '\n');

// Cheaper than joining all lines of the document again: a few slices of the text before.
function changed(text: string, changes: ChangeSet): string {
  let out = '';
  let at = 0;
  changes.iterChanges((from, to, _fromB, _toB, insert) => {
    out += text.slice(at, from) + textOf(insert);
    at = to;
  });
  return out + text.slice(at);
}
