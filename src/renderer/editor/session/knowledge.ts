import type { KnownBrief, WorkspaceState } from '../../../bridge/types';
import { check } from '../../../core/check';
import type { Finding } from '../../../core/check/finding';
import { withoutEntities } from '../../../core/check/without-entities';
import type { Brief } from '../../../core/format/brief';
import { withoutListsBack } from '../../../core/graph/lists-back';
import type { BriefIndex } from '../../../core/workspace/briefs';
import { todayFor, waive, WaiverIndex } from '../../../core/waive/waive';
import type { Waiver } from '../../../core/waive/waiver';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { OutletIndex } from '../../../core/workspace/outlets';
import {
  createStore,
  entityIndexOf,
  rowsBySlug,
  UNREAD_ENTITIES,
  useStore,
  workspaceStore,
} from '../../app/contract';
import { TableBriefs } from './table-briefs';

/**
 * What the checks and completions know of the workspace. It is made anew only where something that
 * they read has changed: a row's new save time, say, is no reason to check the open brief again.
 */
export const knowledgeStore = createStore<Knowledge | null>(null);

/** @param pick what of it is drawn: one and the same value (by identity) as long as that is the same */
export function useKnowledge(): Knowledge;
export function useKnowledge<T>(pick: (knowledge: Knowledge) => T): T;
export function useKnowledge<T>(pick?: (knowledge: Knowledge) => T): Knowledge | T {
  return useStore(drawnKnowledge, () => (pick ? pick(knownNow()) : knownNow()));
}

/** What is known at this moment; only while a workspace is open. */
export function knownNow(): Knowledge {
  const knowledge = knowledgeStore.get();
  if (!knowledge) throw new Error('No workspace is open');
  return knowledge;
}

/** What is judged anew and what is drawn anew is much at once: the one comes a task after the other. */
export const drawnKnowledge: typeof knowledgeStore = {
  ...knowledgeStore,
  subscribe(listener) {
    let task: ReturnType<typeof setTimeout> | undefined;
    const end = knowledgeStore.subscribe(() => {
      task ??= setTimeout(() => {
        task = undefined;
        listener();
      });
    });
    return () => {
      clearTimeout(task);
      end();
    };
  },
};

/** The findings of the workspace that somebody let stand. */
export const waiverStore = createStore<readonly Waiver[]>([]);

let last: {
  readonly workspace: WorkspaceState;
  readonly knowledge: Knowledge;
  /** What the briefs of `knowledge` were read from. */
  readonly read: WorkspaceState;
} | null = null;

const NO_WAIVERS: readonly Waiver[] = [];

/** Follows the workspace from now on. @returns the end of it */
export function followWorkspace(): () => void {
  const follow = () => {
    const workspace = workspaceStore.get();
    waiverStore.set(workspace?.waivers ?? NO_WAIVERS);
    if (workspace !== last?.workspace) knowledgeStore.set(workspace && knowledgeAfter(workspace));
  };
  follow();
  return workspaceStore.subscribe(follow);
}

function knowledgeAfter(workspace: WorkspaceState): Knowledge {
  const before = last?.workspace.id === workspace.id ? last : null;
  const { settings, entities, areEntitiesUnread, outlets } = workspace;
  const old = before?.workspace;
  const read = before && sameBriefs(before.read, workspace) ? before.read : workspace;
  const parts: Knowledge = {
    settings,
    entities: areEntitiesUnread ? UNREAD_ENTITIES : entityIndexOf(entities),
    outlets:
      old?.outlets === outlets && before ? before.knowledge.outlets : new OutletIndex(outlets),
    briefs: before && read === before.read ? before.knowledge.briefs : briefsOf(workspace),
  };
  const known = before?.knowledge;
  const same =
    known &&
    known.settings === parts.settings &&
    known.entities === parts.entities &&
    known.outlets === parts.outlets &&
    known.briefs === parts.briefs;
  const knowledge = same ? known : parts;
  last = { workspace, knowledge, read };
  return knowledge;
}

/**
 * What is found in an open brief, with its waivers. Who lists it back, and the entities where they are
 * many, are told a moment after it was opened; until then nothing is said of them.
 */
export function judgeOf(slug: string, knowledge: Knowledge): (brief: Brief) => Finding[] {
  const isTold = last?.read.listedBy[slug] !== undefined;
  const told = isTold ? knowledge.settings : withoutListsBack(knowledge.settings);
  const settings = knowledge.entities.isUnread ? withoutEntities(told) : told;
  const known = settings === knowledge.settings ? knowledge : { ...knowledge, settings };
  const all = waiverStore.get();
  const waivers = new WaiverIndex(all, known.settings);
  return (brief) => waive(check(brief, slug, known), brief.source, slug, waivers, todayFor(all));
}

/** All briefs; of their Related lines only what of them concerns the briefs that are open. */
export const briefsOf = (
  parts: Pick<WorkspaceState, 'briefs' | 'published' | 'listedBy'>,
): BriefIndex => new TableBriefs(parts);

function sameBriefs(a: WorkspaceState, b: WorkspaceState): boolean {
  if (a.briefs.length !== b.briefs.length) return false;
  // Titles come in by the thousand: what hangs on them is looked at once all are there.
  if (b.index.phase === 'reading' || b.index.phase === 'checking') return true;
  if (a.published !== b.published || a.listedBy !== b.listedBy) return false;
  if (a.briefs === b.briefs) return true;
  const known = rowsBySlug(a.briefs);
  return b.briefs.every((row, place) => {
    const other = a.briefs[place] === row ? row : known.get(row.slug);
    return other !== undefined && (other === row || sameEntry(other, row));
  });
}

const sameEntry = (a: KnownBrief, b: KnownBrief): boolean =>
  a.title === b.title && a.date === b.date && a.claims === b.claims;
