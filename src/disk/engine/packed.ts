import type { BriefRecord, TakeRecord } from '../../core/graph/record';

const FIRST_CELLS = 4_096;
/** Of a take: outlet, region, lang, lens, the folder of its source; doubled, and one more where it is quoted. */
const TAKE_CELLS = 5;
const SEPARATOR = ', ';

/**
 * Records that rest: what only a few questions ask of them is kept as numbers of words that they
 * share, and read back when it is asked for. That is a third of their memory.
 */
export class Packer {
  readonly #words = new Map<string, number>();
  readonly #store: Store = { cells: new Uint32Array(FIRST_CELLS), words: [] };
  #length = 0;

  record(record: BriefRecord): BriefRecord {
    const { takes, entities, named } = record;
    if (takes.some(({ source }) => source.includes('\n'))) return record;
    const at = this.#length;
    const linked = Object.entries(entities);
    const names = named.split(SEPARATOR);
    const leaves: string[] = [];
    this.#put(takes.length, linked.length, names.length);
    for (const { outlet, region, lang, lens, source, quoted } of takes) {
      const folder = source.slice(0, source.lastIndexOf('/') + 1);
      leaves.push(source.slice(folder.length));
      const words = [outlet, region, lang, lens].map((word) => this.#word(word));
      this.#put(...words, this.#word(folder) * 2 + (quoted ? 1 : 0));
    }
    for (const [slug, count] of linked) this.#put(this.#word(slug), count);
    for (const name of names) this.#put(this.#word(name));
    return new PackedRecord(record, this.#store, at, flat(leaves.join('\n')));
  }

  #put(...numbers: readonly number[]): void {
    const { cells } = this.#store;
    if (this.#length + numbers.length > cells.length) {
      this.#store.cells = new Uint32Array(Math.ceil(cells.length * 1.25) + numbers.length);
      this.#store.cells.set(cells);
    }
    this.#store.cells.set(numbers, this.#length);
    this.#length += numbers.length;
  }

  #word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = flat(text);
    this.#words.set(word, this.#words.size);
    return this.#store.words.push(word) - 1;
  }
}

interface Store {
  cells: Uint32Array;
  readonly words: string[];
}

class PackedRecord implements BriefRecord {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly related: readonly string[];
  readonly claims: string | null;
  readonly published: boolean;
  readonly type: string;
  readonly heads: readonly string[];
  readonly links: readonly string[];
  readonly #store: Store;
  readonly #at: number;
  readonly #leaves: string;

  constructor(record: BriefRecord, store: Store, at: number, leaves: string) {
    this.slug = record.slug;
    this.title = flat(record.title);
    this.date = record.date;
    this.related = record.related;
    this.claims = record.claims;
    this.published = record.published;
    this.type = record.type;
    this.heads = record.heads;
    this.links = record.links;
    this.#store = store;
    this.#at = at;
    this.#leaves = leaves;
  }

  get takes(): readonly TakeRecord[] {
    const { cells, words } = this.#store;
    const takes: TakeRecord[] = [];
    const end = this.#at + 3 + this.#cell(0) * TAKE_CELLS;
    for (let at = this.#at + 3; at < end; at += TAKE_CELLS) {
      takes.push(new PackedTake(cells, words, at, this.#leaves, takes.length));
    }
    return takes;
  }

  get entities(): Readonly<Record<string, number>> {
    const entities = Object.create(null) as Record<string, number>;
    const from = 3 + this.#cell(0) * TAKE_CELLS;
    for (let at = from; at < from + this.#cell(1) * 2; at += 2) {
      entities[this.#word(this.#cell(at))] = this.#cell(at + 1);
    }
    return entities;
  }

  get named(): string {
    const from = 3 + this.#cell(0) * TAKE_CELLS + this.#cell(1) * 2;
    const names: string[] = [];
    for (let at = from; at < from + this.#cell(2); at++) names.push(this.#word(this.#cell(at)));
    return names.join(SEPARATOR);
  }

  toJSON(): BriefRecord {
    const { slug, title, date, related, claims, published, type, heads, links } = this;
    const { takes, entities, named } = this;
    return {
      slug,
      title,
      date,
      related,
      claims,
      published,
      type,
      heads,
      takes,
      links,
      entities,
      named,
    };
  }

  #cell(place: number): number {
    return this.#store.cells[this.#at + place] ?? 0;
  }

  #word(number: number): string {
    return this.#store.words[number] ?? '';
  }
}

/** Many are made to look at one word of each. */
class PackedTake implements TakeRecord {
  readonly #cells: Uint32Array;
  readonly #words: readonly string[];
  readonly #at: number;
  readonly #leaves: string;
  readonly #index: number;

  constructor(
    cells: Uint32Array,
    words: readonly string[],
    at: number,
    leaves: string,
    index: number,
  ) {
    this.#cells = cells;
    this.#words = words;
    this.#at = at;
    this.#leaves = leaves;
    this.#index = index;
  }

  get outlet(): string {
    return this.#word(0);
  }

  get region(): string {
    return this.#word(1);
  }

  get lang(): string {
    return this.#word(2);
  }

  get lens(): string {
    return this.#word(3);
  }

  get source(): string {
    const folder = this.#words[(this.#cells[this.#at + 4] ?? 0) >>> 1] ?? '';
    return folder + (this.#leaves.split('\n')[this.#index] ?? '');
  }

  get quoted(): boolean {
    return ((this.#cells[this.#at + 4] ?? 0) & 1) === 1;
  }

  toJSON(): TakeRecord {
    const { outlet, region, lang, lens, source, quoted } = this;
    return { outlet, region, lang, lens, source, quoted };
  }

  #word(place: number): string {
    return this.#words[this.#cells[this.#at + place] ?? 0] ?? '';
  }
}

const LATIN = /^[\0-\xff]*$/;

/** The text by itself: a piece of another would keep that one. */
function flat(text: string): string {
  const encoding = LATIN.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}
