import * as v from 'valibot';

const STEP = v.object({
  /** Real paths. */
  target: v.string(),
  /** Where the new bytes wait; null where the file goes. */
  temporary: v.nullable(v.string()),
  /** Where the replaced file waits; null for a new file. */
  backup: v.nullable(v.string()),
  /** SHA-256 of what is written; null where the file goes. */
  hash: v.nullable(v.string()),
});

/** What becomes of one file. */
export type Step = v.InferOutput<typeof STEP>;

/** What is under way, as it stands on disk before anything is done. */
export const UNDERWAY = v.object({
  /** What it is done for: the receipts' key of an export, the record that undoes a change. */
  place: v.string(),
  /** Relative path of each step, as shown. */
  paths: v.array(v.string()),
  steps: v.array(STEP),
  /** Folders made for it, outermost first. */
  folders: v.array(v.string()),
  /** True once every file is in its place. */
  complete: v.boolean(),
});
export type Underway = v.InferOutput<typeof UNDERWAY>;

/** The hashes of an export that was completed, by path. */
export function receiptOf({ paths, steps }: Underway): Record<string, string> {
  return Object.fromEntries(steps.map(({ hash }, index) => [paths[index] ?? '', hash ?? '']));
}
