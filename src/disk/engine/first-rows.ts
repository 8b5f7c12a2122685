import { join } from 'node:path';
import type { BriefRow } from '../../bridge/types';
import { parse } from '../../core/format/parse';
import { recordOf } from '../../core/graph/record';
import { isSlug } from '../../core/format/slug';
import type { Settings } from '../../core/workspace/workspace';
import { BRIEFS_FOLDER } from '../workspace/find';
import { badName } from '../workspace/bad-name';
import { BriefFiles, NOWHERE, unreadable } from './files';
import { rowOf } from './rows';

/** So many files are read at once: a small list is whole when it is first seen, a large one begun. */
const FEW = 40;

/** What can be told at once of the briefs of a workspace: rows without findings, or names. */
export function firstRows(
  root: string,
  settings: Settings,
): { readonly rows: readonly BriefRow[]; readonly unread: readonly string[] } {
  const files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
  const slugs = files.list();
  const rows = slugs.slice(0, FEW).map((slug) => {
    if (!isSlug(slug)) return rowOf(slug, unreadable(NOWHERE, badName(`${slug}.md`)), undefined);
    const { state, text } = files.read(slug);
    const record = text === null ? undefined : recordOf(slug, parse(text), settings);
    return rowOf(slug, state, record);
  });
  return { rows, unread: slugs.slice(FEW) };
}
