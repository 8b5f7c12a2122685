import type { GraphView } from '../graph/view';
import { Drafts, type FileTexts, Refused } from './drafts';
import { fixFinding, fixRule } from './fix';
import { mergeEntities } from './merge-entities';
import { mergeOutlets } from './merge-outlets';
import { deleteBriefs, deleteEntity, deleteOutlet } from './remove';
import { renameBrief } from './rename-brief';
import { renameEntity } from './rename-entity';
import { renameWord } from './rename-word';
import type { ChangeRequest } from './types';
import type { PlanResult } from './whole';

export type { FileTexts } from './drafts';
export { applyChange, type FileChange, type PlanResult, type WholeChange } from './whole';

/**
 * What a change would do to every file of a workspace; nothing is written. The plan’s `id` is left
 * empty, for who keeps plans to set.
 *
 * @param files the texts of what is no brief: registries, settings, reviews, redirects
 */
export function planChange(view: GraphView, request: ChangeRequest, files: FileTexts): PlanResult {
  const drafts = new Drafts(view, files);
  try {
    return drafts.result(change(drafts, request));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

/** @returns what it does, as a sentence without a full stop */
function change(drafts: Drafts, request: ChangeRequest): string {
  switch (request.kind) {
    case 'rename-brief':
      return renameBrief(drafts, request);
    case 'rename-entity':
      return renameEntity(drafts, request);
    case 'merge-entities':
      return mergeEntities(drafts, request);
    case 'merge-outlets':
      return mergeOutlets(drafts, request);
    case 'rename-lens':
    case 'rename-head':
    case 'rename-outlet':
      return renameWord(drafts, request);
    case 'delete-briefs':
      return deleteBriefs(drafts, request.slugs);
    case 'delete-entity':
      return deleteEntity(drafts, request.slug);
    case 'delete-outlet':
      return deleteOutlet(drafts, request.name);
    case 'fix-finding':
      return fixFinding(drafts, request);
    case 'fix-rule':
      return fixRule(drafts, request);
  }
}
