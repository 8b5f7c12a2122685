import { join } from 'node:path';
import type { Calls } from '../../bridge/contract';
import type { BriefText, ExportResult, Failed } from '../../bridge/types';
import { type Planned, planExport, placeKey, type WholePlan } from '../../disk/export/plan';
import { keepReceipt } from '../export/receipts';
import { recoverExports, underwayFile } from '../export/recover';
import { writeAll } from '../../disk/change/transaction';
import { isInside } from '../../disk/files/paths';
import { attempt, failed, refuse } from '../../disk/files/problem';
import { placeOf, setPlace } from '../stores/shelves';
import { BRIEFS_FOLDER } from '../../disk/workspace/find';
import type { Session } from '../workspace/session';
import { type Context, DONE, inSession } from './context';

type ExportCalls = Pick<
  Calls,
  'chooseExportFolder' | 'planExport' | 'runExport' | 'showExportFolder'
>;

/** Plans that can still be carried out: the page may ask for another before it shows the first. */
const MOST_PLANS = 4;

export function exportCalls(context: Context): ExportCalls {
  const { host, shelves } = context;
  const plans = new Map<string, WholePlan>();
  const inTurn: typeof attempt = (what, deed, work) =>
    context.exports.run('', () => attempt(what, deed, work));
  return {
    chooseExportFolder: () =>
      inSession(context, async (session) => {
        const path = await host.askFolder('Export to', true);
        if (path === null) return { kind: 'cancelled' };
        return attempt(path, 'read', async () => {
          const folder = await realFolder(context, session, path);
          await setPlace(shelves, session.id, { exportFolder: folder });
          session.exportFolderChanged(folder);
          return { kind: 'chosen', path: folder };
        });
      }),
    planExport: (slugs) =>
      inSession(context, (session) =>
        inTurn('The export folder', 'read', async () => {
          const made = await plan(context, session, slugs);
          if ('problem' in made) return made;
          plans.set(made.plan.id, made);
          for (const id of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(id);
          return { kind: 'planned', plan: made.plan };
        }),
      ),
    runExport: (id, overwrite) =>
      inSession(context, async () => {
        const plan = plans.get(id);
        plans.clear();
        if (!plan) return failed('not-found', 'The plan is out of date. Plan again.');
        return inTurn(plan.plan.folder, 'written', () => run(context, plan, new Set(overwrite)));
      }),
    showExportFolder: () =>
      inSession(context, async ({ id }) => {
        const folder = placeOf(shelves, id).exportFolder;
        if (folder === null) return failed('not-found', 'Choose an export folder first.');
        const message = await host.showFolder(folder);
        return message === '' ? DONE : failed('io', `${folder} can’t be shown: ${message}`);
      }),
  };
}

async function plan(
  context: Context,
  session: Session,
  slugs: readonly string[],
): Promise<WholePlan | Failed> {
  const { disk, shelves } = context;
  const chosen = placeOf(shelves, session.id).exportFolder;
  if (chosen === null) return failed('not-found', 'Choose an export folder first.');
  const folder = await realFolder(context, session, chosen);
  await recoverExports(context);
  const briefs: { slug: string; disk: BriefText }[] = [];
  for (const slug of new Set(slugs)) {
    const read = await session.briefs.text(slug);
    if (read.kind === 'problem') return read;
    briefs.push({ slug, disk: read.disk });
  }
  // Judged with all files as they are now: a link may have broken a moment ago.
  const texts = briefs.map(({ slug, disk: { text } }) => ({ slug, text }));
  const judged = await session.engine.judge(texts);
  const judge = (slug: string) => judged.get(slug) ?? [];
  const receipts = shelves.receipts.data[placeKey(session.id, folder)] ?? {};
  const settings = session.registries.settings.data;
  const workspaceId = session.id;
  return planExport({ disk, workspaceId, folder, settings, judge, receipts }, briefs);
}

/** The folder's real path, which is not the one of the briefs themselves. */
async function realFolder({ disk }: Context, session: Session, path: string): Promise<string> {
  const folder = await disk.target(path);
  if (folder === null) {
    return refuse(
      'not-found',
      `${path} is not there. Connect its drive, or choose another folder.`,
    );
  }
  if (isInside(join(session.root, BRIEFS_FOLDER), folder)) {
    refuse('exists', 'The briefs of this workspace are in that folder. Choose another one.');
  }
  return folder;
}

async function run(
  context: Context,
  { plan, planned, place }: WholePlan,
  overwrite: ReadonlySet<string>,
): Promise<ExportResult> {
  const { disk, shelves, userData } = context;
  const isWanted = ({ file: { state, path } }: Planned) =>
    state === 'changed-outside' ? overwrite.has(path) : state !== 'unchanged';
  const writings = planned
    .filter(isWanted)
    .map(({ file: { path }, target, bytes, before }) => ({ path, target, bytes, before }));
  const unchanged = planned.filter(({ file }) => file.state === 'unchanged').length;
  if (!(await disk.facts(plan.folder))) {
    refuse('not-found', `${plan.folder} is gone. Connect its drive, or choose another folder.`);
  }
  await recoverExports(context);
  if (writings.length > 0) {
    const done = await writeAll(disk, underwayFile(userData), place, writings);
    // A receipt that is not kept makes the next export ask once more, and nothing worse.
    await keepReceipt(shelves, done).catch(() => undefined);
  }
  return { kind: 'exported', written: writings.length, unchanged };
}
