import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkWorkspace } from '../../disk/engine/check';
import { changedSlugs } from '../changed';
import { type Call, cannot, type Command, ERRORS, FINE } from '../command';
import { fixBriefs } from '../fix';
import type { Io } from '../io';
import { loadGraph } from '../graph';
import { REPORTERS } from '../report';
import { withEdits } from '../report/edits';
import {
  countOf,
  type Report,
  REPORT_FORMATS,
  type Reported,
  type ReportFormat,
} from '../report/report';
import { briefFile, slugOf, slugsIn, workspaceOf } from '../workspace';

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
    const root = await workspaceOf(io, args[0] ?? '.');
    for (const path of args.slice(1)) {
      if ((await workspaceOf(io, path)) !== root)
        cannot(`${path} is in another workspace than ${args[0]}.`);
    }
    const found = await reportOf(call, root);
    const report = has('fix') ? await afterFixing(call, root, found) : found;
    const showsEdits = format === 'json' || format === 'sarif';
    const full =
      showsEdits && report.findings.some(({ finding }) => finding.fix !== null)
        ? withEdits(report, await loadGraph(io, root))
        : report;
    print(io, REPORTERS[format](full, io));
    for (const { file, message } of full.unread) io.error(`${file}: ${message}\n`);
    const { error, warning } = full.counts;
    return error > 0 || full.unread.length > 0 || (most !== null && warning > most) ? ERRORS : FINE;
  },
};

/** The second thread, where it is built beside this; it costs half as much again, so it needs a core to spare. */
const HELPER = new URL('half.js', import.meta.url);

async function reportOf({ io, args, value, has }: Call, root: string): Promise<Report> {
  const checked = await checkWorkspace(root, {
    cache: !has('no-cache'),
    ...(availableParallelism() > 2 && existsSync(HELPER) ? { helper: HELPER } : {}),
    progress: (done: number, total: number) => io.progress(`Checking ${done} of ${total} briefs`),
  });
  io.progress('');
  const [problem] = checked.problems;
  if (problem) cannot(problem.message);
  const slugs = [...checked.findings.keys(), ...checked.unread.keys()];
  const named = slugsIn(io, root, args, slugs);
  const revision = value('changed');
  const changed =
    revision === undefined ? null : await changedSlugs(root, revision, () => loadGraph(io, root));
  const isWanted = (slug: string) => (named?.has(slug) ?? true) && (changed?.has(slug) ?? true);
  const findings: Reported[] = [];
  let briefs = 0;
  for (const [slug, found] of checked.findings) {
    if (!isWanted(slug)) continue;
    briefs++;
    const file = briefFile(slug);
    for (const finding of found) findings.push({ file, finding, edits: null });
  }
  const unread = [...checked.unread]
    .filter(([slug]) => isWanted(slug))
    .map(([slug, { message }]) => ({ file: briefFile(slug), message }));
  return { workspace: root, briefs, counts: countOf(findings), findings, unread };
}

/** Pieces are put together: each write costs a system call. */
const MOST_HELD = 1 << 16;

function print(io: Io, pieces: Iterable<string>): void {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < MOST_HELD) continue;
    io.out(held);
    held = '';
  }
  io.out(held);
}

/** The report of what is left once it has mended what it could. */
async function afterFixing(call: Call, root: string, report: Report): Promise<Report> {
  const fixable = report.findings.filter(({ finding }) => finding.fix !== null && !finding.waiver);
  const slugs = new Set(fixable.map(({ file }) => slugOf(file)));
  if (slugs.size === 0) return report;
  const written = await fixBriefs(root, slugs, await loadGraph(call.io, root));
  return written > 0 ? reportOf(call, root) : report;
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
