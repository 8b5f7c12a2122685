import { RULE_IDS } from '../../../core/check/finding';
import type { StoredFinding } from '../../../core/graph/findings';
import type { BriefRecord } from '../../../core/graph/record';
import type { Problem } from '../../../bridge/types';
import { Bytes } from './bytes';
import { type FindingColumns, FindingsWriter } from './findings';
import { joinNumbers, Numbers } from './numbers';
import { bytesOf, piecesOf } from './sections';
import { type FileState, HASH_BYTES } from './states';

/** Another number where records, findings or what the rules say of a text are no longer the same. */
export const CACHE_VERSION = 3;

/** A brief's file with what was made of it. */
export interface KeptBrief {
  readonly slug: string;
  readonly state: FileState;
  readonly record: BriefRecord;
  readonly findings: readonly StoredFinding[];
}

/** What an index was made of besides the briefs of the workspace. */
export interface CacheKey {
  /** Of settings, registries and waivers. */
  readonly surroundings: string;
  /** The day by which waivers expired; empty where none can. */
  readonly day: string;
}

/** The briefs of a published folder. */
export type KeptFolder = readonly { readonly state: FileState; readonly record: BriefRecord }[];

/** What checking other briefs takes of a brief. */
export type KeptFacts = Pick<BriefRecord, 'title' | 'claims' | 'related'>;

export interface Header {
  readonly version: number;
  readonly rules: readonly string[];
  readonly key: CacheKey;
  readonly savedAt: number;
  readonly claims: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly published: Readonly<Record<string, KeptFolder>>;
}

/** What is kept of briefs, but for their findings; in any order. */
export interface KeptColumns {
  readonly slugs: readonly string[];
  readonly claims: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly numbers: Float64Array;
  readonly hashes: Uint8Array;
  /** JSON in UTF-8, one after the other, in pieces of whole records. */
  readonly records: readonly Uint8Array[];
  /** Where each record ends, over all pieces. */
  readonly ends: Uint32Array;
  /** Of each brief its title and related slugs, as JSON in UTF-8. */
  readonly facts: Uint8Array;
  readonly factEnds: Uint32Array;
}

/** Notes what is kept of briefs, one after the other. */
export class KeptWriter {
  readonly #slugs: string[] = [];
  readonly #claims: Record<string, string> = {};
  readonly #problems: Record<string, Problem> = {};
  readonly #numbers: number[] = [];
  readonly #hashes = new Bytes();
  readonly #records = new Bytes();
  readonly #ends = new Numbers();
  readonly #facts = new Bytes();
  readonly #factEnds = new Numbers();

  add(slug: string, state: FileState, record: BriefRecord): void {
    this.#slugs.push(slug);
    if (record.claims !== null) this.#claims[slug] = record.claims;
    if (state.problem) this.#problems[slug] = state.problem;
    this.#numbers.push(state.modified, state.size, state.inode);
    this.#hashes.write(state.hash || NO_HASH, 'hex');
    this.#records.write(JSON.stringify(record), 'utf8');
    this.#ends.push(this.#records.length);
    this.#facts.write(JSON.stringify([record.title, ...record.related]), 'utf8');
    this.#factEnds.push(this.#facts.length);
  }

  get columns(): KeptColumns {
    return {
      slugs: this.#slugs,
      claims: this.#claims,
      problems: this.#problems,
      numbers: Float64Array.from(this.#numbers),
      hashes: this.#hashes.all,
      records: [this.#records.all],
      ends: this.#ends.all,
      facts: this.#facts.all,
      factEnds: this.#factEnds.all,
    };
  }
}

/** What is kept of the briefs of both, one after the other. */
export function joinKept(first: KeptColumns, second: KeptColumns): KeptColumns {
  const numbers = new Float64Array(first.numbers.length + second.numbers.length);
  numbers.set(first.numbers);
  numbers.set(second.numbers, first.numbers.length);
  return {
    slugs: [...first.slugs, ...second.slugs],
    claims: { ...first.claims, ...second.claims },
    problems: { ...first.problems, ...second.problems },
    numbers,
    hashes: Buffer.concat([first.hashes, second.hashes]),
    records: [...first.records, ...second.records],
    ends: joinNumbers(first.ends, second.ends, first.ends.at(-1) ?? 0),
    facts: Buffer.concat([first.facts, second.facts]),
    factEnds: joinNumbers(first.factEnds, second.factEnds, first.facts.length),
  };
}

const NO_HASH = '00'.repeat(HASH_BYTES);

/** A cache, in pieces. */
export function writeCache(
  key: CacheKey,
  savedAt: number,
  briefs: Iterable<KeptBrief>,
  published: Readonly<Record<string, KeptFolder>>,
): Uint8Array[] {
  const kept = new KeptWriter();
  const findings = new FindingsWriter();
  for (const { slug, state, record, findings: found } of briefs) {
    kept.add(slug, state, record);
    findings.add(found);
  }
  return cacheOf(key, savedAt, kept.columns, findings.columns, published);
}

/** The same of columns. @param found of the same briefs in the same order */
export function cacheOf(
  key: CacheKey,
  savedAt: number,
  { slugs, claims, problems, numbers, hashes, records, ends, facts, factEnds }: KeptColumns,
  found: FindingColumns,
  published: Readonly<Record<string, KeptFolder>>,
): Uint8Array[] {
  const header: Header = {
    version: CACHE_VERSION,
    rules: RULE_IDS,
    key,
    savedAt,
    claims,
    problems,
    published,
  };
  return piecesOf({
    header: [Buffer.from(JSON.stringify(header), 'utf8')],
    slugs: [Buffer.from(slugs.join('\n'), 'utf8')],
    numbers: [bytesOf(numbers)],
    hashes: [hashes],
    records,
    recordEnds: [bytesOf(ends)],
    facts: [facts],
    factEnds: [bytesOf(factEnds)],
    findings: [bytesOf(found.rows)],
    findingStarts: [bytesOf(found.starts)],
    texts: [found.texts.bytes],
    textEnds: [bytesOf(found.texts.ends)],
  });
}

/** The records in columns, made one after the other. */
export function* recordsIn({ records, ends }: KeptColumns): Generator<BriefRecord> {
  let place = 0;
  let shift = 0;
  for (const { buffer, byteOffset, length } of records) {
    const bytes = Buffer.from(buffer, byteOffset, length);
    for (; (ends[place] ?? Infinity) <= shift + length; place++) {
      const from = (ends[place - 1] ?? 0) - shift;
      yield JSON.parse(bytes.toString('utf8', from, (ends[place] ?? 0) - shift)) as BriefRecord;
    }
    shift += length;
  }
}
