import * as v from 'valibot';
import { type Level, RULE_IDS, type RuleId } from '../check/finding';
import { isDay } from '../check/text';
import { faultOfPattern } from '../export/path';
import { isSlug } from '../format/slug';
import type { Place } from '../text/lines';
import { WAIVER_RULES } from '../waive/waive';
import { keyOfWaiver, type Waiver } from '../waive/waiver';
import { type JsonNode, nodeAt, parseJson, placeOf, scanJson } from './json';
import type { Entity, Outlet, Settings } from './workspace';

/** What is wrong in a file, as a sentence, and where. */
export interface FileFault {
  readonly message: string;
  readonly place: Place;
}

/**
 * A file of the workspace as read. A record or setting that can't be used is left out of `value`
 * and named in `faults`; a file that can't be read at all has no value.
 */
export type FileRead<T> =
  | { readonly ok: true; readonly value: T; readonly faults: readonly FileFault[] }
  | { readonly ok: false; readonly fault: FileFault };

const text = v.pipe(v.string('must be a text'), v.trim(), v.nonEmpty('must not be empty'));
const texts = v.array(text, 'must be a list of texts');
const slug = v.pipe(text, v.check(isSlug, 'must be a slug: small letters, digits and hyphens'));

const ENTITY = v.looseObject(
  { slug, name: text, aliases: v.exactOptional(texts), kind: v.exactOptional(text) },
  'must be an object with a slug and a name',
);
const OUTLET = v.looseObject(
  {
    name: text,
    domains: v.exactOptional(texts),
    region: v.exactOptional(text),
    lang: v.exactOptional(text),
    lens: v.exactOptional(text),
  },
  'must be an object with a name',
);

const isWaivable = (rule: unknown): rule is RuleId =>
  RULE_IDS.some((id) => id === rule) && !WAIVER_RULES.some((id) => id === rule);
const WAIVER = v.looseObject(
  {
    rule: v.custom<RuleId>(isWaivable, 'must be a rule that this version knows and can waive'),
    slug,
    text: v.string('must be a text'),
    nth: v.exactOptional(
      v.pipe(
        v.number('must be a number'),
        v.safeInteger('must be a whole number'),
        v.minValue(0, 'must not be negative'),
      ),
    ),
    reason: text,
    by: v.string('must be a text'),
    until: v.exactOptional(v.pipe(text, v.check(isDay, 'must be a day as YYYY-MM-DD'))),
  },
  'must be an object with a rule, a slug, a text, a reason and who decided',
);

const least = v.record(
  text,
  v.pipe(
    v.number('must be a number of takes'),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be at least 1'),
  ),
  'must give a number of takes for each name',
);
const balance = v.looseObject(
  {
    lenses: v.exactOptional(least),
    regions: v.exactOptional(least),
    languages: v.exactOptional(least),
  },
  'must be an object with lenses, regions or languages',
);

const level = v.picklist(['error', 'warning', 'info', 'off']);
const REQUIRED = {
  version: v.literal(1, 'must be 1: a newer version of Briefwright may have written this file'),
  site: v.pipe(text, v.regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, 'must be an http(s) address')),
  prefix: v.pipe(
    text,
    v.regex(/^[\w.~-]+$/, 'must be one part of an address, such as "ko"'),
    v.check((prefix) => !/^\.+$/.test(prefix), 'must not be dots alone'),
  ),
} as const;
const OPTIONAL = {
  types: v.exactOptional(texts),
  heads: v.exactOptional(texts),
  lenses: v.exactOptional(texts),
  regions: v.exactOptional(texts),
  languages: v.exactOptional(texts),
  rules: v.exactOptional(
    v.custom<Partial<Record<RuleId, Level>>>(
      areLevels,
      'must set each rule to error, warning, info or off',
    ),
  ),
  published: v.exactOptional(texts),
  exportPath: v.exactOptional(
    v.pipe(
      text,
      v.rawCheck(({ dataset, addIssue }) => {
        const fault = dataset.typed ? faultOfPattern(dataset.value) : null;
        if (fault) addIssue({ message: fault });
      }),
    ),
  ),
  balance: v.exactOptional(balance),
} as const;
const SETTINGS = v.looseObject({ ...REQUIRED, ...OPTIONAL });

// Rules that this version does not have may be set to anything: a later one may know them.
function areLevels(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return RULE_IDS.every((rule) => value[rule] === undefined || v.is(level, value[rule]));
}

/** Reads briefwright.json; without a version, a site and a prefix it is of no use. */
export function readSettings(source: string): FileRead<Settings> {
  const read = parseJson(source);
  if (!read.ok)
    return unreadable(source, read.fault.offset, `This is not JSON: ${read.fault.message}.`);
  const record = read.value;
  if (!isRecord(record)) return unreadable(source, 0, 'The settings must be an object.');
  for (const [key, schema] of Object.entries(REQUIRED)) {
    const issue = issueOf(schema, record[key]);
    if (issue) return { ok: false, fault: faultAt(source, [key], `“${key}” ${issue.message}.`) };
  }
  const settings = { ...record };
  const faults: FileFault[] = [];
  for (const [key, schema] of Object.entries(OPTIONAL)) {
    if (!(key in record)) continue;
    const issue = issueOf(schema, record[key]);
    if (!issue) continue;
    faults.push(faultAt(source, [key, ...issue.path], `“${key}” ${issue.message}.`));
    delete settings[key];
  }
  if (!v.is(SETTINGS, settings)) throw new Error('A key that was checked has another fault');
  return { ok: true, value: settings, faults };
}

/** Reads registry/entities.json. */
export function readEntities(source: string): FileRead<readonly Entity[]> {
  return readRecords(source, ENTITY, 'slug', ({ slug: own }) => own, undefined, isPlainEntity);
}

/** True for nearly all records that fit the schema, by which it takes several times as long to tell. */
function isPlainEntity(record: unknown): record is Entity {
  if (!isRecord(record)) return false;
  const { slug: own, name, aliases, kind } = record;
  if (typeof own !== 'string' || !isSlug(own) || !isText(name)) return false;
  if (aliases !== undefined && !(Array.isArray(aliases) && aliases.every(isText))) return false;
  return kind === undefined || isText(kind);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Reads registry/outlets.json. */
export function readOutlets(source: string): FileRead<readonly Outlet[]> {
  return readRecords(source, OUTLET, 'name', ({ name }) => name);
}

/** Reads registry/waivers.json. */
export function readWaivers(source: string): FileRead<readonly Waiver[]> {
  return readRecords(
    source,
    WAIVER,
    'text',
    keyOfWaiver,
    ({ rule, slug: own }) => `${rule} in ${own}`,
  );
}

function readRecords<T>(
  source: string,
  schema: v.GenericSchema<T>,
  field: string,
  keyOf: (record: T) => string,
  nameOf = keyOf,
  isPlain: (record: unknown) => record is T = (record): record is T => v.is(schema, record),
): FileRead<readonly T[]> {
  const read = parseJson(source);
  if (!read.ok)
    return unreadable(source, read.fault.offset, `This is not JSON: ${read.fault.message}.`);
  if (!Array.isArray(read.value)) return unreadable(source, 0, 'The registry must be a list.');
  const records: T[] = [];
  const faults: FileFault[] = [];
  const seen = new Set<string>();
  let places: JsonNode | null = null;
  const fault = (path: readonly (string | number)[], message: string) => {
    places ??= rootOf(source);
    faults.push({ message, place: placeOf(source, places ? nodeAt(places, path).from : 0) });
  };
  for (const [index, record] of (read.value as readonly unknown[]).entries()) {
    if (!isPlain(record) && !v.is(schema, record)) {
      const issue = issueOf(schema, record);
      const path = issue?.path ?? [];
      const of = path[0] === undefined ? 'A record' : `“${path[0]}”`;
      fault([index, ...path], `${of} ${issue?.message}; the record is passed over.`);
      continue;
    }
    const key = keyOf(record);
    if (seen.has(key)) {
      fault([index, field], `“${nameOf(record)}” stands here twice; the first record counts.`);
    } else {
      seen.add(key);
      records.push(record);
    }
  }
  return { ok: true, value: records, faults };
}

function issueOf(
  schema: v.GenericSchema,
  value: unknown,
): { message: string; path: (string | number)[] } | null {
  const issue = v.safeParse(schema, value, { abortEarly: true }).issues?.[0];
  if (!issue) return null;
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return { message: issue.received === 'undefined' ? 'is missing' : issue.message, path };
}

function faultAt(source: string, path: readonly (string | number)[], message: string): FileFault {
  const root = rootOf(source);
  return { message, place: placeOf(source, root ? nodeAt(root, path).from : 0) };
}

function unreadable(source: string, offset: number, message: string): FileRead<never> {
  return { ok: false, fault: { message, place: placeOf(source, offset) } };
}

function rootOf(source: string): JsonNode | null {
  const scan = scanJson(source);
  return scan.ok ? scan.root : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
