import { useState } from 'react';
import { isSlug } from '../../../../core/format/slug';
import type { ChangeRequest } from '../../../../core/plan/types';
import type { Renamed } from '../../../app/dialogs';
import { rowsBySlug, useWorkspace } from '../../../app/workspace';
import type { WorkspaceState } from '../../../../bridge/types';

/** What the form of a new name holds. */
export interface RenameDraft {
  /** What it is called now. */
  readonly was: string;
  readonly name: string;
  readonly slug: string;
  /** Of a brief: records the old slug beside the new one. */
  readonly redirect: boolean;
  /** Of an entity: keeps the old name among its aliases. */
  readonly keepAlias: boolean;
  /** What is wrong with it, as a sentence at the field that it is about. */
  readonly fault: { readonly field: 'name' | 'slug'; readonly text: string } | null;
}

export interface RenameFields {
  readonly id: string;
  readonly draft: RenameDraft;
  /** True once one tried to go on: from then on faults are shown. */
  readonly tried: boolean;
  readonly onChange: (change: Partial<RenameDraft>) => void;
}

type Kept = Omit<RenameDraft, 'fault'>;

export function useRenameDraft(
  what: Renamed,
  id: string,
): [RenameDraft, (change: Partial<RenameDraft>) => void] {
  const workspace = useWorkspace();
  const [kept, setKept] = useState<Kept>(() => first(what, id, workspace));
  const draft = { ...kept, fault: faultOf(what, id, kept, workspace) };
  return [draft, (change) => setKept((before) => ({ ...before, ...change }))];
}

function first(what: Renamed, id: string, workspace: WorkspaceState): Kept {
  const common = { slug: id, redirect: false, keepAlias: true };
  if (what === 'entity') {
    const name = workspace.entities.find(({ slug }) => slug === id)?.name ?? id;
    return { ...common, was: `${name} (${id})`, name };
  }
  if (what !== 'brief') return { ...common, was: id, name: id };
  const title = rowsBySlug(workspace.briefs).get(id)?.title ?? '';
  // Readers may have the address of a published brief already.
  const redirect = workspace.published.some(({ slug }) => slug === id);
  return { ...common, redirect, was: title ? `“${title}”, ${id}` : id, name: title };
}

const SLUG_RULE = 'Use small letters a to z, digits, and single hyphens between them.';

function faultOf(
  what: Renamed,
  id: string,
  { name, slug }: Kept,
  { briefs, entities, published }: WorkspaceState,
): RenameDraft['fault'] {
  if (what === 'brief' || what === 'entity') {
    if (what === 'entity' && name.trim() === '') return of('name', 'Give the entity a name.');
    if (!isSlug(slug)) return of('slug', SLUG_RULE);
  }
  if (what === 'brief') {
    if (slug === id) return of('slug', 'This is its slug now. Give it another.');
    if (rowsBySlug(briefs).has(slug)) return of('slug', 'Another brief has this slug.');
    return published.some((brief) => brief.slug === slug)
      ? of('slug', 'A published brief has this slug. Choose another.')
      : null;
  }
  if (what === 'entity') {
    if (slug !== id && entities.some((entity) => entity.slug === slug)) {
      return of('slug', 'Another entity has this slug. To make the two one, merge them.');
    }
    const now = entities.find((entity) => entity.slug === id)?.name;
    return slug === id && name.trim() === now
      ? of('name', 'This is its name now. Give it another, or another slug.')
      : null;
  }
  if (name.trim() === '') return of('name', 'Give it a name.');
  if (name.trim() === id) return of('name', 'This is its name now. Give it another.');
  return what === 'head' && name.includes(',') ? of('name', 'A head can’t hold a comma.') : null;
}

const of = (field: 'name' | 'slug', text: string) => ({ field, text });

export function requestOf(what: Renamed, id: string, draft: RenameDraft): ChangeRequest {
  const { slug, redirect, keepAlias } = draft;
  const name = draft.name.trim();
  switch (what) {
    case 'brief':
      return { kind: 'rename-brief', slug: id, to: slug, redirect };
    case 'entity':
      return { kind: 'rename-entity', slug: id, to: { slug, name }, keepAlias };
    case 'lens':
      return { kind: 'rename-lens', name: id, to: name };
    case 'head':
      return { kind: 'rename-head', name: id, to: name };
    default:
      return { kind: 'rename-outlet', name: id, to: name };
  }
}
