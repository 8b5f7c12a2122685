import type { ChangedFile, ChangePlan } from '../../../core/plan/types';

/** How much of a plan is carried out. */
export interface PlanSize {
  readonly changes: number;
  readonly files: number;
}

/** @param without ids of the changes that are left out */
export function sizeOf({ files }: ChangePlan, without: ReadonlySet<string>): PlanSize {
  let changes = 0;
  let touched = 0;
  for (const file of files) {
    const wanted = file.changes.filter(({ id }) => !without.has(id)).length;
    changes += wanted;
    if (wanted > 0 || isMoved(file)) touched += 1;
  }
  return { changes, files: touched };
}

/** `12 changes in 5 files`. */
export function sizeWords({ changes, files }: PlanSize): string {
  const inFiles = files === 1 ? '1 file' : `${files.toLocaleString()} files`;
  if (changes === 0) return inFiles;
  return `${changes === 1 ? '1 change' : `${changes.toLocaleString()} changes`} in ${inFiles}`;
}

/** True where the file is renamed or deleted, whatever changes in it. */
export const isMoved = ({ file, to }: ChangedFile): boolean => to !== file;

export const optionalOf = ({ changes }: ChangedFile): string[] =>
  changes.flatMap(({ id, optional }) => (optional ? [id] : []));

/** The choice with these changes left out, or taken in again. */
export function leaveOut(
  without: ReadonlySet<string>,
  ids: readonly string[],
  out: boolean,
): ReadonlySet<string> {
  const next = new Set(without);
  for (const id of ids) {
    if (out) next.add(id);
    else next.delete(id);
  }
  return next;
}
