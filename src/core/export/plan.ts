import type { Finding } from '../check/finding';
import { LineIndex } from '../text/lines';
import type { Settings } from '../workspace/workspace';
import { exportPathOf } from './path';

/** A brief that is to be exported. Hashes are of bytes, by whatever function the caller uses for all. */
export interface ExportSource {
  readonly slug: string;
  /** The whole file, with its line breaks and a byte-order mark, if it has one. */
  readonly text: string;
  readonly hash: string;
  /** What `check` finds in this very text, after `waive`. */
  readonly findings: readonly Finding[];
}

/** A file that stands where an export would write. */
export interface ExportTarget {
  readonly text: string;
  readonly hash: string;
}

/** What the caller knows of the export folder, by path relative to it. */
export interface ExportFolder {
  target(path: string): ExportTarget | null;
  /** The hash that was written there last; null where nothing was. */
  lastWritten(path: string): string | null;
}

/** `changed-outside`: the target is not what was last written from here, so it needs a yes. */
export type ExportState = 'new' | 'changed' | 'unchanged' | 'changed-outside';

export interface PlannedFile {
  readonly slug: string;
  readonly path: string;
  readonly state: ExportState;
  readonly before: string | null;
  readonly after: string;
}

export interface BlockedBrief {
  readonly slug: string;
  /** Lines from 1, in their order. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

export interface PlannedExport {
  readonly files: readonly PlannedFile[];
  readonly blocked: readonly BlockedBrief[];
}

/** True where a finding holds its brief back. */
export function isBlocking({ severity, waiver }: Finding): boolean {
  return severity === 'error' && !waiver;
}

/** What an export would write: a brief goes out byte for byte, unless it has an error. */
export function planExport(
  sources: readonly ExportSource[],
  settings: Pick<Settings, 'prefix' | 'exportPath'>,
  folder: ExportFolder,
): PlannedExport {
  const files: PlannedFile[] = [];
  const blocked: BlockedBrief[] = [];
  for (const source of sources) {
    const errors = source.findings.filter(isBlocking);
    if (errors.length > 0) blocked.push(blockedBy(source, errors));
    else files.push(planFile(source, exportPathOf(source.slug, settings), folder));
  }
  return { files, blocked };
}

function planFile(source: ExportSource, path: string, folder: ExportFolder): PlannedFile {
  const target = folder.target(path);
  const state = stateOf(source.hash, target, folder.lastWritten(path));
  return { slug: source.slug, path, state, before: target?.text ?? null, after: source.text };
}

function stateOf(
  hash: string,
  target: ExportTarget | null,
  lastWritten: string | null,
): ExportState {
  if (!target) return 'new';
  if (target.hash === hash) return 'unchanged';
  return target.hash === lastWritten ? 'changed' : 'changed-outside';
}

function blockedBy({ slug, text }: ExportSource, errors: readonly Finding[]): BlockedBrief {
  const lines = new LineIndex(text);
  return {
    slug,
    errors: errors.map(({ from, message }) => ({ line: lines.place(from).line, message })),
  };
}
