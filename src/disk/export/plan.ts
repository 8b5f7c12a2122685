import { createHash, randomUUID } from 'node:crypto';
import type { BriefText, ExportFile, ExportPlan } from '../../bridge/types';
import { exportPathOf } from '../../core/export/path';
import type { StoredFinding } from '../../core/graph/findings';
import type { Settings } from '../../core/workspace/workspace';
import type { Disk } from '../files/disk';
import { readIfThere } from '../files/durable';
import { insideOf } from '../files/paths';
import { encode, hashOf } from '../files/text';

/** A file of a plan with what carrying it out needs. */
export interface Planned {
  readonly file: ExportFile;
  readonly target: string;
  readonly bytes: Buffer;
  /** Hash of the target now; null where there is none. */
  readonly before: string | null;
}

export interface WholePlan {
  readonly plan: ExportPlan;
  readonly planned: readonly Planned[];
  /** The key of the receipts of this workspace and folder. */
  readonly place: string;
}

export interface Sources {
  readonly disk: Disk;
  readonly workspaceId: string;
  /** Real path of the export folder. */
  readonly folder: string;
  readonly settings: Settings;
  /** What is found in a brief's text, with its waivers. */
  readonly judge: (slug: string, text: string) => readonly StoredFinding[];
  /** What was last exported, by path. */
  readonly receipts: Readonly<Record<string, string>>;
}

export type Blocked = ExportPlan['blocked'][number];

export function placeKey(workspaceId: string, folder: string): string {
  return `${workspaceId} ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

/** Checks the gate and looks at every target. */
export async function planExport(
  sources: Sources,
  briefs: readonly { readonly slug: string; readonly disk: BriefText }[],
): Promise<WholePlan> {
  const planned: Planned[] = [];
  const blocked: Blocked[] = [];
  for (const { slug, disk } of briefs) {
    const held = gate(slug, disk.text, sources);
    if (held) blocked.push(held);
    else planned.push(await planOne(sources, slug, disk));
  }
  const files = planned.map(({ file }) => file);
  return {
    plan: { id: randomUUID(), folder: sources.folder, files, blocked },
    planned,
    place: placeKey(sources.workspaceId, sources.folder),
  };
}

/** The errors that hold a brief back; null where there are none. */
function gate(slug: string, text: string, { judge }: Sources): Blocked | null {
  const errors = judge(slug, text).filter(
    ({ severity, waiver }) => severity === 'error' && !waiver,
  );
  if (errors.length === 0) return null;
  return { slug, errors: errors.map(({ line, message }) => ({ line, message })) };
}

async function planOne(
  { disk, folder, settings, receipts }: Sources,
  slug: string,
  saved: BriefText,
): Promise<Planned> {
  const path = exportPathOf(slug, settings);
  const target = await insideOf(disk, folder, path);
  const bytes = encode(saved, path);
  const old = await readIfThere(disk, target);
  const before = old && hashOf(old);
  const state = stateOf(before, hashOf(bytes), receipts[path]);
  const file: ExportFile = {
    slug,
    path,
    state,
    before: old && old.toString('utf8'),
    after: bytes.toString('utf8'),
  };
  return { file, target, bytes, before };
}

function stateOf(
  before: string | null,
  after: string,
  receipt: string | undefined,
): ExportFile['state'] {
  if (before === null) return 'new';
  if (before === after) return 'unchanged';
  return before === receipt ? 'changed' : 'changed-outside';
}
