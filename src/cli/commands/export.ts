import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as receipts from '../receipts';
import { isInside } from '../../disk/files/paths';
import { realDisk } from '../../disk/files/disk';
import { makeFolders } from '../../disk/files/durable';
import { isHalfDone } from '../../disk/change/change';
import { writeAll } from '../../disk/change/transaction';
import { planExport, type WholePlan } from '../../disk/export/plan';
import { BRIEFS_FOLDER } from '../../disk/workspace/find';
import { type Call, cannot, type Command, ERRORS, FINE } from '../command';
import { loadGraph } from '../graph';
import { holding, locked } from '../hold';
import { briefText, slugsIn, workspaceOf, workspaceToRead } from '../workspace';

export const exportBriefs: Command = {
  name: 'export',
  about: 'Write the briefs that are ready to a publishing folder',
  usage: '[PATH …] --to FOLDER [--overwrite] [--dry-run]',
  takes: [0, 100_000],
  details: [
    'A brief with an error is held back and listed, and the exit code is 1; all others are written, byte for byte, all or nothing, each to the path that the workspace’s pattern gives. A file that was changed there since the last export from here is not replaced without --overwrite.',
  ],
  options: [
    { name: 'to', value: 'FOLDER', about: 'Where to' },
    { name: 'overwrite', about: 'Replace files that somebody else has changed' },
    { name: 'dry-run', about: 'Only say what would be written' },
  ],
  examples: [
    { line: 'export --to ../publishing/content --dry-run', about: 'what would be written' },
    { line: 'export port-strike --to ../publishing/content', about: 'one brief' },
  ],
  async run(call) {
    const { io, args, has } = call;
    if (has('dry-run')) return exportFrom(call, await workspaceToRead(io, args[0]));
    const root = await workspaceOf(io, args[0]);
    // No half-changed brief goes out.
    if (await isHalfDone(realDisk, root)) await holding(io, root, async () => undefined);
    return locked(root, 'export-lock', () => exportFrom(call, root));
  },
};

async function exportFrom(call: Call, root: string): Promise<number> {
  const { io, has } = call;
  const plan = await planned(call, root, await folderOf(call, root));
  const wanted = plan.planned.filter(
    ({ file }) =>
      file.state !== 'unchanged' && (file.state !== 'changed-outside' || has('overwrite')),
  );
  for (const { file } of plan.planned) {
    const left = file.state === 'changed-outside' && !has('overwrite');
    io.out(
      `${WORDS[file.state].padEnd(10)}${file.path}${left ? '  (left: --overwrite replaces it)' : ''}\n`,
    );
  }
  if (!has('dry-run')) await write(root, plan.place, wanted);
  for (const { slug, errors } of plan.plan.blocked) {
    io.error(`held back: ${slug}\n`);
    for (const { line, message } of errors) io.error(`  line ${line}: ${message}\n`);
  }
  const isLeft =
    wanted.length < plan.planned.filter(({ file }) => file.state !== 'unchanged').length;
  return plan.plan.blocked.length > 0 || isLeft ? ERRORS : FINE;
}

async function write(root: string, place: string, wanted: WholePlan['planned']): Promise<void> {
  if (wanted.length === 0) return;
  const writings = wanted.map(({ file, target, bytes, before }) => ({
    path: file.path,
    target,
    bytes,
    before,
  }));
  const journal = await receipts.journalOf(root);
  await receipts.keep(root, await writeAll(realDisk, journal, place, writings));
}

const WORDS = {
  new: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  'changed-outside': 'foreign',
} as const;

async function folderOf({ io, value, has }: Call, root: string): Promise<string> {
  const to = value('to') ?? cannot('Say where to: --to FOLDER.');
  const path = resolve(io.cwd, to);
  if (!has('dry-run')) await makeFolders(realDisk, path);
  else if (!(await realDisk.facts(path))) cannot(`${to} is not there yet.`);
  const folder = realpathSync(path);
  if (isInside(join(root, BRIEFS_FOLDER), folder)) cannot(`The briefs themselves are in ${to}.`);
  return folder;
}

async function planned({ io, args }: Call, root: string, folder: string): Promise<WholePlan> {
  const view = await loadGraph(io, root);
  const slugs = [...view.records()].filter(({ published }) => !published).map(({ slug }) => slug);
  const wanted = slugsIn(io, root, args, slugs);
  const briefs = [];
  for (const slug of wanted ?? slugs) {
    briefs.push({ slug, disk: await briefText(root, slug) });
  }
  const workspaceId = receipts.WORKSPACE;
  const known = await receipts.of(root, folder);
  const judge = (slug: string, text: string) => view.judge(slug, text);
  const { settings } = view;
  return planExport(
    { disk: realDisk, workspaceId, folder, settings, judge, receipts: known },
    briefs,
  );
}
