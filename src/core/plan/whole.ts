import { applyEdits, type TextEdit } from '../text/edit';
import type { ChangePlan, PlannedChange } from './types';

/** A change of a file with the edits that it is made of, on the old text. */
export interface PlannedEdits {
  readonly change: PlannedChange;
  readonly edits: readonly TextEdit[];
}

/** A file of a plan. Texts have `\n` where the file has only CRLF, and no byte-order mark. */
export interface PlannedFile {
  /** Relative to the workspace. */
  readonly file: string;
  /** Its new name; null where it is deleted. */
  readonly to: string | null;
  /** The text that was planned with; null for a new file. */
  readonly before: string | null;
  readonly changes: readonly PlannedEdits[];
}

/** A plan with all that carrying it out needs; plain data. */
export interface WholeChange {
  readonly plan: ChangePlan;
  readonly files: readonly PlannedFile[];
}

export type PlanResult =
  | { readonly ok: true; readonly plan: WholeChange }
  /** One or two sentences: why, and what to do instead. */
  | { readonly ok: false; readonly reason: string };

/** What becomes of a file. */
export interface FileChange {
  readonly file: string;
  readonly to: string | null;
  readonly before: string | null;
  /** Null where the file is deleted. */
  readonly after: string | null;
}

/**
 * The files as they will be, but for the changes in `without`; one that is needed (not `optional`)
 * is made all the same. Files that stay as they are are left out.
 */
export function applyChange(
  { files }: Pick<WholeChange, 'files'>,
  without: readonly string[],
): FileChange[] {
  const unwanted = new Set(without);
  return files.flatMap(({ file, to, before, changes }) => {
    const edits = changes
      .filter(({ change }) => !change.optional || !unwanted.has(change.id))
      .flatMap((change) => change.edits);
    const after = to === null ? null : applyEdits(before ?? '', edits);
    const same = to === file && after === (before ?? '');
    return same ? [] : [{ file, to, before, after }];
  });
}
