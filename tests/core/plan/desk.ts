import { applyChange, planChange, type WholeChange } from '../../../src/core/plan/index';
import type { ChangeRequest } from '../../../src/core/plan/types';
import { readEntities, readOutlets, readSettings } from '../../../src/core/workspace/files';
import type { GraphView } from '../../../src/core/graph/view';
import { SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../support/brief';
import { graphOf } from '../../support/graph';
import { printEntities, printOutlets, printSettings } from '../../../src/core/workspace/write';

/** The files of a workspace, by path. */
export type Files = Readonly<Record<string, string>>;

export const REGISTRIES: Files = {
  'briefwright.json': printSettings(SMALL_SETTINGS),
  'registry/entities.json': printEntities(SMALL_ENTITIES),
  'registry/outlets.json': printOutlets(SMALL_OUTLETS),
};

/** The graph of a workspace's files, with published briefs by slug. */
export function viewOf(files: Files, published: Files = {}): GraphView {
  const texts = Object.entries(files).flatMap(([file, text]) => {
    const slug = /^briefs\/(.*)\.md$/.exec(file)?.[1];
    return slug === undefined ? [] : [[slug, text] as const];
  });
  const settings = readSettings(files['briefwright.json'] ?? '');
  const entities = readEntities(files['registry/entities.json'] ?? '[]');
  const outlets = readOutlets(files['registry/outlets.json'] ?? '[]');
  if (!settings.ok || !entities.ok || !outlets.ok) throw new Error('The registries are broken');
  return graphOf(Object.fromEntries(texts), {
    settings: settings.value,
    entities: entities.value,
    outlets: outlets.value,
    published,
  });
}

/** The plan of a change; fails where it is refused. */
export function planned(files: Files, request: ChangeRequest, published: Files = {}): WholeChange {
  const result = planChange(viewOf(files, published), request, textsOf(files));
  if (!result.ok) throw new Error(result.reason);
  return result.plan;
}

/** Why a change is refused; fails where it is not. */
export function refusal(files: Files, request: ChangeRequest, published: Files = {}): string {
  const result = planChange(viewOf(files, published), request, textsOf(files));
  if (result.ok) throw new Error(`It was planned: ${result.plan.plan.title}`);
  return result.reason;
}

/** The files after a plan, but for the changes in `without`. */
export function carriedOut(
  files: Files,
  plan: WholeChange,
  without: readonly string[] = [],
): Files {
  const after = new Map(Object.entries(files));
  const changes = applyChange(plan, without);
  for (const { file } of changes) after.delete(file);
  for (const { to, after: text } of changes) if (to !== null && text !== null) after.set(to, text);
  return Object.fromEntries(after);
}

/** The files after a change. */
export function changed(files: Files, request: ChangeRequest, published: Files = {}): Files {
  return carriedOut(files, planned(files, request, published));
}

/** The files that differ, with their texts afterwards; null for one that is gone. */
export function differing(before: Files, after: Files): Record<string, string | null> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, after[name] ?? null]),
  );
}

const textsOf = (files: Files) => ({ text: (file: string) => files[file] ?? null });
