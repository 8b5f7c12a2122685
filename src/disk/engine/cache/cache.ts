import { RULE_IDS } from '../../../core/check/finding';
import type { StoredFinding, Tally } from '../../../core/graph/findings';
import type { BriefRecord } from '../../../core/graph/record';
import type { Problem } from '../../../bridge/types';
import { Bytes } from './bytes';
import { type FindingColumns, FindingsReader, FindingsWriter } from './findings';
import { joinNumbers, Numbers } from './numbers';
import { bytesOf, floats, integers, piecesOf, type Sections, splitSections } from './sections';

/** Another number where records, findings or what the rules say of a text are no longer the same. */
export const CACHE_VERSION = 2;

/** What tells whether a file is the one that was read. */
export interface FileState {
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
  /** SHA-256 of the bytes, in hex; empty where they could not be read. */
  readonly hash: string;
  /** Why it can't be used. */
  readonly problem: Problem | null;
}

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

/** An index as it was kept. Briefs are made of the bytes when they are asked for. */
export interface KeptIndex {
  readonly key: CacheKey;
  /** Milliseconds since 1970: a file that was changed later, or hardly earlier, is in doubt. */
  readonly savedAt: number;
  readonly published: ReadonlyMap<string, KeptFolder>;
  readonly slugs: readonly string[];
  /** The claims of briefs that claim another's slug, by slug. */
  readonly claims: Readonly<Record<string, string>>;
  state(place: number): FileState;
  record(place: number): BriefRecord;
  findings(place: number): readonly StoredFinding[];
  /** Adds how many of each kind there are, without making them. */
  tally(place: number, into: Tally): void;
}

/** The briefs of a published folder. */
export type KeptFolder = readonly { readonly state: FileState; readonly record: BriefRecord }[];

interface Header {
  readonly version: number;
  readonly rules: readonly string[];
  readonly key: CacheKey;
  readonly savedAt: number;
  readonly claims: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly published: Readonly<Record<string, KeptFolder>>;
}

const HASH_BYTES = 32;
/** Modified, size, inode. */
const NUMBERS = 3;

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

  add(slug: string, state: FileState, record: BriefRecord): void {
    this.#slugs.push(slug);
    if (record.claims !== null) this.#claims[slug] = record.claims;
    if (state.problem) this.#problems[slug] = state.problem;
    this.#numbers.push(state.modified, state.size, state.inode);
    this.#hashes.write(state.hash || NO_HASH, 'hex');
    this.#records.write(JSON.stringify(record), 'utf8');
    this.#ends.push(this.#records.length);
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
  { slugs, claims, problems, numbers, hashes, records, ends }: KeptColumns,
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
    findings: [bytesOf(found.rows)],
    findingStarts: [bytesOf(found.starts)],
    texts: [found.texts.bytes],
    textEnds: [bytesOf(found.texts.ends)],
  });
}

/** What a cache holds; null where it is not whole or of another version. */
export function readCache(file: Buffer): KeptIndex | null {
  try {
    const sections = splitSections(file);
    const header = sections && (JSON.parse(textOf(sections, 'header')) as Header);
    if (!header || header.version !== CACHE_VERSION) return null;
    if (header.rules.join() !== RULE_IDS.join()) return null;
    return new Kept(sections, header);
  } catch {
    // Whatever is wrong with it, it can be made anew.
    return null;
  }
}

class Kept implements KeptIndex {
  readonly slugs: readonly string[];
  readonly #numbers: Float64Array;
  readonly #hashes: Buffer;
  readonly #records: Buffer;
  readonly #ends: Uint32Array;
  readonly #findings: FindingsReader;

  constructor(
    sections: Sections,
    readonly header: Header,
  ) {
    const slugs = textOf(sections, 'slugs');
    this.slugs = slugs === '' ? [] : slugs.split('\n');
    this.#numbers = floats(sectionOf(sections, 'numbers'));
    this.#hashes = sectionOf(sections, 'hashes');
    this.#records = sectionOf(sections, 'records');
    this.#ends = integers(sectionOf(sections, 'recordEnds'));
    this.#findings = new FindingsReader(findingsIn(sections));
  }

  get key(): CacheKey {
    return this.header.key;
  }

  get savedAt(): number {
    return this.header.savedAt;
  }

  get claims(): Readonly<Record<string, string>> {
    return this.header.claims;
  }

  get published(): ReadonlyMap<string, KeptFolder> {
    return new Map(Object.entries(this.header.published));
  }

  state(place: number): FileState {
    const problem = this.header.problems[this.slugs[place] ?? ''] ?? null;
    return new KeptState(this.#numbers, place, problem, this.#hashes);
  }

  record(place: number): BriefRecord {
    const text = this.#records.toString('utf8', this.#ends[place - 1] ?? 0, this.#ends[place]);
    return JSON.parse(text) as BriefRecord;
  }

  findings(place: number): readonly StoredFinding[] {
    return this.#findings.of(place);
  }

  tally(place: number, into: Tally): void {
    this.#findings.tally(place, into);
  }
}

/** The hash is read when it is asked for: of most files size and time are enough. */
class KeptState implements FileState {
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
  readonly #place: number;
  readonly #hashes: Buffer;

  constructor(
    numbers: Float64Array,
    place: number,
    readonly problem: Problem | null,
    hashes: Buffer,
  ) {
    this.#place = place;
    this.#hashes = hashes;
    const at = place * NUMBERS;
    this.modified = numbers[at] ?? 0;
    this.size = numbers[at + 1] ?? 0;
    this.inode = numbers[at + 2] ?? 0;
  }

  get hash(): string {
    const from = this.#place * HASH_BYTES;
    return this.problem ? '' : this.#hashes.toString('hex', from, from + HASH_BYTES);
  }
}

function sectionOf(sections: Sections, name: string): Buffer {
  const bytes = sections[name];
  if (!bytes) throw new Error(`The cache lacks ${name}`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const findingsIn = (sections: Sections): FindingColumns => ({
  rows: integers(sectionOf(sections, 'findings')),
  starts: integers(sectionOf(sections, 'findingStarts')),
  texts: {
    bytes: sectionOf(sections, 'texts'),
    ends: integers(sectionOf(sections, 'textEnds')),
  },
});

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

const textOf = (sections: Sections, name: string): string =>
  sectionOf(sections, name).toString('utf8');
