import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkWorkspace } from '../../disk/engine/check';
import type { Checked } from '../../disk/engine/checked';
import { changedSlugs } from '../changed';
import { type Call, cannot, type Command, ERRORS, FINE } from '../command';
import { fixBriefs } from '../fix';
import { holding } from '../hold';
import type { Io } from '../io';
import { loadGraph } from '../graph';
import { REPORTERS } from '../report';
import { withEdits } from '../report/edits';
import { type Report, REPORT_FORMATS, type ReportFormat, reportOn } from '../report/report';
import { slugOf, slugsIn, workspaceOf, workspaceToRead } from '../workspace';

export const check: Command = {
  name: 'check',
  about: 'Report what is wrong with the briefs of a workspace',
  usage: '[PATH …] [--format NAME] [--changed REV] [--fix] [--max-warnings N] [--no-cache]',
  takes: [0, 100_000],
  details: [
    'Checks the workspace that the paths are in, all of it without paths; paths are briefs, folders of them, or slugs. The rules and their severities are those of the app. The exit code is 1 where there is an error, or more warnings than --max-warnings.',
    '--changed REV reports on the briefs that differ from a git revision and on those that depend on them; where settings or registries differ, on all.',
    '--fix mends what can be mended without a choice, as the app would, and reports what is left. A guess, such as the nearest slug of an unknown link, is left to you.',
    'What was found is kept in .briefwright/ for the next run, and checked against size, time and content of each file; --no-cache neither reads nor writes it.',
  ],
  options: [
    { name: 'format', value: 'NAME', about: 'text (default), json, sarif, github or junit' },
    {
      name: 'changed',
      value: 'REV',
      about: 'Only briefs changed since a git revision, and dependants',
    },
    { name: 'fix', about: 'Mend what can be mended without a choice' },
    { name: 'max-warnings', value: 'N', about: 'How many warnings are let pass' },
    { name: 'no-cache', about: 'Read everything anew' },
  ],
  examples: [
    { line: 'check', about: 'the workspace around' },
    { line: 'check --changed origin/main --format github', about: 'a pull request, in CI' },
    { line: 'check briefs/port-strike.md --fix', about: 'mend one brief' },
    { line: 'check --format sarif > findings.sarif', about: 'for a code host' },
  ],
  async run(call) {
    const { io, args, value, has } = call;
    const format = formatOf(value('format') ?? 'text');
    const most = numberOf(value('max-warnings'));
    const root = has('fix') ? await workspaceOf(io, args[0]) : await workspaceToRead(io, args[0]);
    for (const path of args.slice(1)) {
      if ((await workspaceOf(io, path)) !== root)
        cannot(`${path} is in another workspace than ${args[0]}.`);
    }
    const [last, report] = has('fix')
      ? await holding(io, root, () => afterFixing(call, root))
      : await reportOf(call, root);
    const showsEdits = format === 'json' || format === 'sarif';
    await print(io, REPORTERS[format](showsEdits ? withEdits(report, last) : report, io));
    for (const { file, message } of report.unread) io.error(`${file}: ${message}\n`);
    const { error, warning } = report.counts;
    return error > 0 || report.unread.length > 0 || (most !== null && warning > most)
      ? ERRORS
      : FINE;
  },
};

/** The second thread, where it is built beside this; it warms up by itself, so it needs a core to spare. */
const HELPER = new URL('half.js', import.meta.url);

async function reportOf({ io, args, value, has }: Call, root: string): Promise<[Checked, Report]> {
  const revision = value('changed');
  const checked = await checkWorkspace(root, {
    cache: !has('no-cache'),
    records: revision !== undefined,
    ...(availableParallelism() > 2 && existsSync(HELPER) ? { helper: HELPER } : {}),
    progress: (done: number, total: number) => io.progress(`Checking ${done} of ${total} briefs`),
  });
  io.progress('');
  const [problem] = checked.problems;
  if (problem) cannot(problem.message);
  const named = slugsIn(io, root, args, [...checked.slugs, ...checked.unread.keys()]);
  const changed =
    revision === undefined ? null : await changedSlugs(root, revision, () => checked.records());
  const isWanted = (slug: string) => (named?.has(slug) ?? true) && (changed?.has(slug) ?? true);
  return [checked, reportOn(checked, isWanted)];
}

/** Pieces are put together: each write costs a system call. */
const MOST_HELD = 1 << 14;

async function print(io: Io, pieces: Iterable<string>): Promise<void> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < MOST_HELD) continue;
    io.out(held);
    held = '';
    await io.taken();
  }
  io.out(held);
}

/** The report of what is left once it has mended what it could. */
async function afterFixing(call: Call, root: string): Promise<[Checked, Report]> {
  const [checked, report] = await reportOf(call, root);
  const slugs = new Set<string>();
  for (const { file, findings } of report.files) {
    if (findings.some(({ fix, waiver }) => fix !== null && !waiver)) slugs.add(slugOf(file));
  }
  if (slugs.size === 0) return [checked, report];
  const written = await fixBriefs(root, slugs, await loadGraph(call.io, root));
  return written > 0 ? reportOf(call, root) : [checked, report];
}

function formatOf(name: string): ReportFormat {
  const format = REPORT_FORMATS.find((one) => one === name);
  return format ?? cannot(`There is no format “${name}”. Formats: ${REPORT_FORMATS.join(', ')}.`);
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text)
    ? Number(text)
    : cannot(`--max-warnings takes a number, not “${text}”.`);
}
