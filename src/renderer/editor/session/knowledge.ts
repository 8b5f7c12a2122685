import type { BriefRow, WorkspaceState } from '../../../bridge/types';
import { BriefIndex } from '../../../core/workspace/briefs';
import { EntityIndex } from '../../../core/workspace/entities';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { OutletIndex } from '../../../core/workspace/outlets';
import type { BriefEntry } from '../../../core/workspace/workspace';
import { createStore, useStore, workspaceStore } from '../../app/contract';

/**
 * What the checks and completions know of the workspace. It is made anew only where something that
 * they read has changed: a row's new save time, say, is no reason to check the open brief again.
 */
export const knowledgeStore = createStore<Knowledge | null>(null);

export function useKnowledge(): Knowledge {
  return useStore(knowledgeStore, (knowledge) => {
    if (!knowledge) throw new Error('No workspace is open');
    return knowledge;
  });
}

let last: { readonly workspace: WorkspaceState; readonly knowledge: Knowledge } | null = null;

/** Follows the workspace from now on. @returns the end of it */
export function followWorkspace(): () => void {
  const follow = () => {
    const workspace = workspaceStore.get();
    if (workspace !== last?.workspace) knowledgeStore.set(workspace && knowledgeAfter(workspace));
  };
  follow();
  return workspaceStore.subscribe(follow);
}

function knowledgeAfter(workspace: WorkspaceState): Knowledge {
  const before = last?.workspace.id === workspace.id ? last : null;
  const { settings, entities, outlets } = workspace;
  const old = before?.workspace;
  const parts: Knowledge = {
    settings,
    entities:
      old?.entities === entities && before ? before.knowledge.entities : new EntityIndex(entities),
    outlets:
      old?.outlets === outlets && before ? before.knowledge.outlets : new OutletIndex(outlets),
    briefs:
      before && sameBriefs(before.workspace, workspace)
        ? before.knowledge.briefs
        : new BriefIndex([...workspace.briefs, ...workspace.published]),
  };
  const known = before?.knowledge;
  const same =
    known &&
    known.settings === parts.settings &&
    known.entities === parts.entities &&
    known.outlets === parts.outlets &&
    known.briefs === parts.briefs;
  const knowledge = same ? known : parts;
  last = { workspace, knowledge };
  return knowledge;
}

function sameBriefs(a: WorkspaceState, b: WorkspaceState): boolean {
  if (a.published !== b.published) return false;
  if (a.briefs === b.briefs) return true;
  if (a.briefs.length !== b.briefs.length) return false;
  const known = new Map<string, BriefRow>(a.briefs.map((row) => [row.slug, row]));
  return b.briefs.every((row) => {
    const other = known.get(row.slug);
    return other !== undefined && (other === row || sameEntry(other, row));
  });
}

const sameEntry = (a: BriefEntry, b: BriefEntry): boolean =>
  a.title === b.title &&
  a.date === b.date &&
  a.claims === b.claims &&
  a.related.length === b.related.length &&
  a.related.every((slug, index) => slug === b.related[index]);
