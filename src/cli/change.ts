import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphView } from '../core/graph/view';
import { applyChange, type FileChange, planChange } from '../core/plan/index';
import type { ChangePlan, ChangeRequest } from '../core/plan/types';
import { runChange } from '../disk/change/change';
import { isMissing, realDisk } from '../disk/files/disk';
import { decode } from '../disk/files/text';
import { cannot } from './command';

export interface PlannedFiles {
  readonly plan: ChangePlan;
  readonly files: readonly FileChange[];
}

/** Plans a change with all that belongs to it. @throws CannotRun where it is refused */
export function plannedChange(root: string, view: GraphView, request: ChangeRequest): PlannedFiles {
  const result = planChange(view, request, { text: (file) => textOf(root, file) });
  if (!result.ok) return cannot(result.reason);
  return { plan: result.plan.plan, files: applyChange(result.plan, []) };
}

function textOf(root: string, file: string): string | null {
  try {
    return decode(readFileSync(join(root, file)), file).text;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Carries a change out, all or nothing; the lock is held. */
export async function carryOut(root: string, { plan, files }: PlannedFiles): Promise<void> {
  await runChange(realDisk, root, plan.title, files);
}
