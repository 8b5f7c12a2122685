import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

/** The edits of an intention, or why it was refused and where in the source the reason stands. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string; readonly at: Range };
