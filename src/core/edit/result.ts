import type { Brief } from '../format/brief';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

/** The edits of an intention with the brief they make, or why it was refused and what stands in the way. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly after: Brief }
  | Refusal;

/** Text edits of something that is no brief, or why there are none. */
export type Edits = { readonly ok: true; readonly edits: readonly TextEdit[] } | Refusal;

export interface Refusal {
  readonly ok: false;
  /** One sentence: why, and what to do instead. */
  readonly reason: string;
  /** The place in the source that the intention was about. */
  readonly at: Range;
}

export function refuse(reason: string, at: Range): Refusal {
  return { ok: false, reason, at };
}
