import { RULE_IDS } from '../../../core/check/finding';
import type { Glance, StoredFinding } from '../../../core/graph/findings';
import type { Problem } from '../../../bridge/types';
import type { BriefRecord } from '../../../core/graph/record';
import {
  CACHE_VERSION,
  type CacheKey,
  type Header,
  type KeptFacts,
  type KeptFolder,
} from './cache';
import { ColumnState, type FileState } from './states';
import { type FindingColumns, FindingsReader, IN_TURN } from './findings';
import { floats, integers, type ReadAt, readSections, type Sections } from './sections';

/** What was found, as it was kept. Briefs are made of the bytes when they are asked for. */
export interface KeptFindings {
  readonly key: CacheKey;
  /** Milliseconds since 1970: a file that was changed later, or hardly earlier, is in doubt. */
  readonly savedAt: number;
  readonly published: ReadonlyMap<string, KeptFolder>;
  readonly slugs: readonly string[];
  /** The claims of briefs that claim another's slug, by slug. */
  readonly claims: ReadonlyMap<string, string>;
  state(place: number): FileState;
  facts(place: number): KeptFacts;
  findings(place: number): readonly StoredFinding[];
  /** Shows them one after the other, without making them. */
  each(place: number, see: Glance): void;
}

/** An index as it was kept. */
export interface KeptIndex extends KeptFindings {
  record(place: number): BriefRecord;
}

/** What a cache holds; null where it is not whole or of another version. */
export const readCache = (read: ReadAt): KeptIndex | null => kept(read);

/** The same without the records, which are most of it. */
export const readFindings = (read: ReadAt): KeptFindings | null => kept(read, FINDINGS);

const FINDINGS = new Set(
  'header slugs numbers hashes facts factEnds findings findingStarts texts textEnds'.split(' '),
);

function kept(read: ReadAt, names?: ReadonlySet<string>): Kept | null {
  try {
    const sections = readSections(read, names);
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
  // Asked for each slug: a name of an object's property would be looked up among all of the program's first.
  readonly claims: ReadonlyMap<string, string>;
  readonly #problems: ReadonlyMap<string, Problem>;
  readonly #numbers: Float64Array;
  readonly #hashes: Buffer;
  readonly #records: Texts | null;
  readonly #facts: Texts;
  readonly #findings: FindingsReader;

  constructor(
    sections: Sections,
    readonly header: Header,
  ) {
    const slugs = textOf(sections, 'slugs');
    this.slugs = slugs === '' ? [] : slugs.split('\n');
    this.claims = new Map(Object.entries(header.claims));
    this.#problems = new Map(Object.entries(header.problems));
    this.#numbers = floats(sectionOf(sections, 'numbers'));
    this.#hashes = sectionOf(sections, 'hashes');
    this.#records = 'records' in sections ? textsIn(sections, 'records', 'recordEnds') : null;
    this.#facts = textsIn(sections, 'facts', 'factEnds');
    // With the records, it is for an index, which stays.
    this.#findings = new FindingsReader(findingsIn(sections), this.#records ? 0 : IN_TURN);
  }

  get key(): CacheKey {
    return this.header.key;
  }

  get savedAt(): number {
    return this.header.savedAt;
  }

  get published(): ReadonlyMap<string, KeptFolder> {
    return new Map(Object.entries(this.header.published));
  }

  state(place: number): FileState {
    const problem = this.#problems.get(this.slugs[place] ?? '') ?? null;
    return new ColumnState(this.#numbers, this.#hashes, place, problem);
  }

  facts(place: number): KeptFacts {
    const [title = '', ...related] = JSON.parse(this.#facts(place)) as string[];
    return { title, related, claims: this.claims.get(this.slugs[place] ?? '') ?? null };
  }

  record(place: number): BriefRecord {
    if (!this.#records) throw new Error('The records were not read');
    return JSON.parse(this.#records(place)) as BriefRecord;
  }

  findings(place: number): readonly StoredFinding[] {
    return this.#findings.of(place);
  }

  each(place: number, see: Glance): void {
    this.#findings.each(place, see);
  }
}

/** Texts that stand one after the other, by number. */
type Texts = (place: number) => string;

function textsIn(sections: Sections, name: string, endsName: string): Texts {
  const bytes = sectionOf(sections, name);
  const ends = integers(sectionOf(sections, endsName));
  return (place) => bytes.toString('utf8', ends[place - 1] ?? 0, ends[place]);
}

const findingsIn = (sections: Sections): FindingColumns => ({
  rows: integers(sectionOf(sections, 'findings')),
  starts: integers(sectionOf(sections, 'findingStarts')),
  texts: {
    bytes: sectionOf(sections, 'texts'),
    ends: integers(sectionOf(sections, 'textEnds')),
  },
});

const textOf = (sections: Sections, name: string): string =>
  sectionOf(sections, name).toString('utf8');

function sectionOf(sections: Sections, name: string): Buffer {
  const bytes = sections[name];
  if (!bytes) throw new Error(`The cache lacks ${name}`);
  return bytes;
}
