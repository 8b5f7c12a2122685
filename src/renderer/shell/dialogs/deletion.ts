import { nameOf } from '../../app/list';
import { rowsBySlug, workspaceStore } from '../../app/workspace';

/** The question whether to delete these. */
export function deletionOf(slugs: readonly string[]): string {
  const [slug = ''] = slugs;
  if (slugs.length !== 1) return `Delete ${slugs.length.toLocaleString()} briefs?`;
  const row = rowsBySlug(workspaceStore.get()?.briefs ?? []).get(slug);
  return `Delete “${nameOf(row ?? { title: '', slug })}”?`;
}
