import { Annotation, Transaction, type TransactionSpec } from '@codemirror/state';

/** Who made a transaction: a field's view or an input, so that it need not answer to itself. */
export const origin = Annotation.define<object>();

/** A change that did not come from the user of this window: undo passes it by. */
export function remote(spec: TransactionSpec): TransactionSpec {
  return {
    ...spec,
    annotations: [
      Transaction.remote.of(true),
      Transaction.addToHistory.of(false),
      Transaction.userEvent.of('remote'),
    ],
  };
}
