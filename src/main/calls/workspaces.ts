import { join } from 'node:path';
import type { Calls } from '../../bridge/contract';
import type { Boot, OpenResult } from '../../bridge/types';
import { attempt, failed } from '../../disk/files/problem';
import { setPlace } from '../stores/shelves';
import { adoptFolder } from '../../disk/workspace/adopt';
import { copyOfSample, createWorkspace } from '../../disk/workspace/create';
import { type Context, DONE } from './context';

type WorkspaceCalls = Pick<
  Calls,
  | 'openWorkspace'
  | 'openRecent'
  | 'forgetRecent'
  | 'openSample'
  | 'chooseFolder'
  | 'createWorkspace'
  | 'adopt'
  | 'closeWorkspace'
  | 'remember'
>;

export function workspaceCalls(context: Context): WorkspaceCalls {
  const { disk, desk, host, shelves } = context;
  return {
    openWorkspace: async () => {
      const path = await host.askFolder('Open workspace', false);
      return path === null ? { kind: 'cancelled' } : desk.open(path);
    },
    openRecent: (id) => desk.openRecent(id),
    forgetRecent: (id) => desk.forget(id),
    openSample: () => openSample(context),
    chooseFolder: async () => {
      const path = await host.askFolder('Folder for the new workspace', true);
      if (path === null) return { kind: 'cancelled' };
      const names = await disk.list(path).catch(() => []);
      const empty = names.every((name) => name.startsWith('.'));
      return { kind: 'chosen', token: desk.choose(path), path, empty };
    },
    createWorkspace: ({ token, settings, withSample }) =>
      make(context, token, (root) =>
        createWorkspace(disk, root, settings, withSample ? context.sample : null),
      ),
    adopt: (token, settings) => make(context, token, (root) => adoptFolder(disk, root, settings)),
    closeWorkspace: async () => {
      await desk.close();
      return desk.recents;
    },
    remember: async (memory) => {
      const id = desk.session?.id;
      if (id !== undefined) await setPlace(shelves, id, { memory });
      return DONE;
    },
  };
}

/** Opens the user's copy of the sample. */
export async function openSample({ disk, desk, userData, sample }: Context): Promise<OpenResult> {
  const made = await attempt('The sample workspace', 'written', async () => ({
    folder: await copyOfSample(disk, sample, join(userData, 'sample-workspace')),
  }));
  return 'problem' in made ? made : desk.open(made.folder);
}

/** What the app opens by itself: the workspace last used that is there, else the sample. */
export async function openLast(context: Context): Promise<OpenResult> {
  const last = context.desk.recents.find(({ present }) => present);
  const opened = last && (await context.desk.openRecent(last.id));
  return opened?.kind === 'opened' ? opened : openSample(context);
}

/**
 * The first answer to a page: what was asked for at the start, or the workspace as it is.
 * @param isReload another page was there before, which may have left drafts
 */
export async function boot(
  { desk, host }: Context,
  first: Promise<OpenResult>,
  isReload: boolean,
): Promise<Boot> {
  const outcome = await first;
  if (isReload) await desk.session?.draftsChanged();
  const open: OpenResult | null = desk.session
    ? { kind: 'opened', workspace: desk.session.state() }
    : outcome.kind === 'opened'
      ? null
      : outcome;
  return { version: host.version, platform: host.platform, recent: desk.recents, open };
}

async function make(
  { desk }: Context,
  token: string,
  write: (root: string) => Promise<void>,
): Promise<OpenResult> {
  const root = desk.chosen(token);
  if (root === undefined) return failed('not-found', 'Choose the folder again.');
  const made = await attempt(root, 'written', async () => {
    await write(root);
    return DONE;
  });
  return made.kind === 'problem' ? made : desk.open(root);
}
