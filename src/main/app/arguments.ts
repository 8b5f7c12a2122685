import * as v from 'valibot';
import type { CallName, Calls } from '../../bridge/contract';
import { COMMAND_IDS } from '../../bridge/commands';
import { RULE_DEFAULTS, RULE_IDS, type RuleId } from '../../core/check/finding';

/** The longest text that a call may carry, in UTF-16 units. */
const LONGEST = 64 * 1024 * 1024;
const MEMORY_LIMIT = 64 * 1024;

const short = v.pipe(v.string(), v.maxLength(4_096));
const slug = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
const text = v.pipe(v.string(), v.maxLength(LONGEST));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const texts = v.array(short);
const slugs = v.pipe(v.array(slug), v.maxLength(200_000));

const entity = v.looseObject({
  slug,
  name: short,
  aliases: v.exactOptional(texts),
  kind: v.exactOptional(short),
});

const outlet = v.looseObject({
  name: short,
  domains: v.exactOptional(texts),
  region: v.exactOptional(short),
  lang: v.exactOptional(short),
  lens: v.exactOptional(short),
});

const level = v.picklist(['error', 'warning', 'info', 'off']);
const rules = v.pipe(
  v.record(v.string(), level),
  v.check((record) => Object.keys(record).every((rule) => rule in RULE_DEFAULTS)),
  v.transform((record) => record as Partial<Record<RuleId, v.InferOutput<typeof level>>>),
);

const least = v.record(short, v.pipe(v.number(), v.integer(), v.minValue(1)));
const balance = v.looseObject({
  lenses: v.exactOptional(least),
  regions: v.exactOptional(least),
  languages: v.exactOptional(least),
});

const settings = v.looseObject({
  version: v.literal(1),
  site: short,
  prefix: short,
  types: v.exactOptional(texts),
  heads: v.exactOptional(texts),
  lenses: v.exactOptional(texts),
  regions: v.exactOptional(texts),
  languages: v.exactOptional(texts),
  rules: v.exactOptional(rules),
  published: v.exactOptional(texts),
  exportPath: v.exactOptional(short),
  balance: v.exactOptional(balance),
});

const memory = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((value) => JSON.stringify(value).length <= MEMORY_LIMIT, 'is larger than 64 KB'),
);

const saveRequest = v.strictObject({
  slug,
  text,
  eol: v.picklist(['lf', 'crlf', 'mixed']),
  bom: v.boolean(),
  base: v.nullable(hash),
});

const rule = v.picklist(RULE_IDS);
const severity = v.picklist(['error', 'warning', 'info']);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const limit = (most: number) => v.pipe(offset, v.maxValue(most));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const waiver = v.looseObject({
  rule,
  slug,
  text,
  nth: v.exactOptional(offset),
  reason: v.pipe(short, v.nonEmpty()),
  by: short,
  until: v.exactOptional(day),
});

const findingsQuery = v.strictObject({
  text: short,
  rules: v.array(rule),
  severities: v.array(severity),
  slugs: v.nullable(slugs),
  waived: v.picklist(['without', 'with', 'only']),
  order: v.picklist(['brief', 'rule']),
  offset,
  limit: limit(500),
});
const subject = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['brief', 'entity']), slug }),
  v.strictObject({ kind: v.picklist(['outlet', 'lens', 'head']), name: short }),
]);
const graphScope = v.variant('kind', [
  v.strictObject({ kind: v.literal('around'), slug, depth: v.picklist([1, 2]) }),
  v.strictObject({ kind: v.literal('whole'), entities: v.boolean() }),
]);
const changeRequest = v.variant('kind', [
  v.strictObject({ kind: v.literal('rename-brief'), slug, to: slug, redirect: v.boolean() }),
  v.strictObject({
    kind: v.literal('rename-entity'),
    slug,
    to: v.strictObject({ slug, name: short }),
    keepAlias: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('merge-entities'), slugs, into: slug }),
  v.strictObject({ kind: v.literal('merge-outlets'), names: texts, into: short }),
  v.strictObject({
    kind: v.picklist(['rename-lens', 'rename-head', 'rename-outlet']),
    name: short,
    to: short,
  }),
  v.strictObject({ kind: v.literal('delete-briefs'), slugs }),
  v.strictObject({ kind: v.literal('delete-entity'), slug }),
  v.strictObject({ kind: v.literal('delete-outlet'), name: short }),
  v.strictObject({ kind: v.literal('fix-finding'), slug, rule, from: offset }),
  v.strictObject({ kind: v.literal('fix-rule'), rule, slugs: v.nullable(slugs) }),
]);

const none = v.strictTuple([]);
const one = v.strictTuple([slug]);
const oneShort = v.strictTuple([short]);

/** What each call may be given; a call without its schema does not compile. */
export const ARGUMENTS = {
  boot: none,
  openWorkspace: none,
  openRecent: oneShort,
  forgetRecent: oneShort,
  openSample: none,
  chooseFolder: none,
  createWorkspace: v.strictTuple([
    v.strictObject({ token: short, settings, withSample: v.boolean() }),
  ]),
  adopt: v.strictTuple([short, settings]),
  closeWorkspace: none,
  remember: v.strictTuple([memory]),
  openBrief: one,
  closeBrief: one,
  saveBrief: v.strictTuple([saveRequest]),
  journal: v.strictTuple([slug, text, short]),
  discardDraft: one,
  createBrief: v.strictTuple([slug, text]),
  duplicateBrief: v.strictTuple([slug, slug]),
  relateBack: v.strictTuple([slug, slug]),
  showInFolder: one,
  saveCopy: v.strictTuple([text, short]),
  addEntity: v.strictTuple([entity]),
  addOutlet: v.strictTuple([outlet]),
  saveSettings: v.strictTuple([settings]),
  restoreLastGood: oneShort,
  putEntities: v.strictTuple([v.array(entity), slugs]),
  putOutlets: v.strictTuple([v.array(outlet), texts]),
  learnRecords: none,
  readImport: none,
  putWaiver: v.strictTuple([waiver]),
  removeWaiver: v.strictTuple([waiver]),
  findings: v.strictTuple([findingsQuery]),
  search: v.strictTuple([v.strictObject({ text: short, offset, limit: limit(200) })]),
  references: v.strictTuple([subject]),
  graph: v.strictTuple([graphScope]),
  balance: oneShort,
  uses: v.strictTuple([v.picklist(['entity', 'outlet'])]),
  overlay: v.strictTuple([slug, v.nullable(text)]),
  cancelIndex: none,
  resumeIndex: none,
  planChange: v.strictTuple([changeRequest]),
  runChange: v.strictTuple([short, texts]),
  undoChange: none,
  redoChange: none,
  chooseExportFolder: none,
  planExport: v.strictTuple([slugs]),
  runExport: v.strictTuple([short, v.array(short)]),
  showExportFolder: none,
  openExternal: v.strictTuple([v.pipe(v.string(), v.maxLength(32_768))]),
  setMenu: v.strictTuple([v.array(v.picklist(COMMAND_IDS))]),
  zoom: v.strictTuple([v.picklist(['in', 'out', 'reset'])]),
  closeAnswer: v.strictTuple([v.boolean()]),
  ready: none,
} as const satisfies { [N in CallName]: v.GenericSchema<unknown, Parameters<Calls[N]>> };

export const CALL_NAMES = Object.keys(ARGUMENTS) as CallName[];

/** The arguments of a call as its schema has them. @throws Error that names what is wrong */
export function checkArguments<N extends CallName>(name: N, args: unknown): Parameters<Calls[N]> {
  const schema: v.GenericSchema<unknown, unknown> = ARGUMENTS[name];
  const checked = v.safeParse(schema, args);
  if (checked.success) return checked.output as Parameters<Calls[N]>;
  const [issue] = checked.issues;
  const where = v.getDotPath(issue) ?? 'arguments';
  throw new TypeError(`${name} was called wrongly: ${where}: ${issue.message}`);
}
