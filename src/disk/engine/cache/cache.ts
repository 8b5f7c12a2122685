import { RULE_IDS } from '../../../core/check/finding';
import type { StoredFinding } from '../../../core/graph/findings';
import type { BriefRecord } from '../../../core/graph/record';
import type { Problem } from '../../../bridge/types';
import { FindingsReader, FindingsWriter } from './findings';
import { bytesOf, floats, integers, joinSections, type Sections, splitSections } from './sections';

/** Another number where records, findings or what the rules say of a text are no longer the same. */
export const CACHE_VERSION = 1;

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

/** The bytes of the cache. */
export function writeCache(
  key: CacheKey,
  savedAt: number,
  briefs: Iterable<KeptBrief>,
  published: Readonly<Record<string, KeptFolder>>,
): Buffer {
  const all = [...briefs];
  const claims: Record<string, string> = {};
  const problems: Record<string, Problem> = {};
  const numbers = new Float64Array(all.length * NUMBERS);
  const hashes = Buffer.alloc(all.length * HASH_BYTES);
  const records: Buffer[] = [];
  const starts = new Uint32Array(all.length + 1);
  const findings = new FindingsWriter();
  all.forEach(({ slug, state, record, findings: found }, place) => {
    if (record.claims !== null) claims[slug] = record.claims;
    if (state.problem) problems[slug] = state.problem;
    numbers.set([state.modified, state.size, state.inode], place * NUMBERS);
    hashes.write(state.hash, place * HASH_BYTES, 'hex');
    const bytes = Buffer.from(JSON.stringify(record), 'utf8');
    records.push(bytes);
    starts[place + 1] = (starts[place] ?? 0) + bytes.length;
    findings.add(found);
  });
  const header: Header = {
    version: CACHE_VERSION,
    rules: RULE_IDS,
    key,
    savedAt,
    claims,
    problems,
    published,
  };
  return joinSections({
    header: Buffer.from(JSON.stringify(header), 'utf8'),
    slugs: Buffer.from(all.map(({ slug }) => slug).join('\n'), 'utf8'),
    numbers: bytesOf(numbers),
    hashes,
    records: Buffer.concat(records),
    recordStarts: bytesOf(starts),
    ...findings.sections,
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
  readonly #starts: Uint32Array;
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
    this.#starts = integers(sectionOf(sections, 'recordStarts'));
    this.#findings = new FindingsReader(sections);
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
    const text = this.#records.toString('utf8', this.#starts[place], this.#starts[place + 1]);
    return JSON.parse(text) as BriefRecord;
  }

  findings(place: number): readonly StoredFinding[] {
    return this.#findings.of(place);
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

const textOf = (sections: Sections, name: string): string =>
  sectionOf(sections, name).toString('utf8');
