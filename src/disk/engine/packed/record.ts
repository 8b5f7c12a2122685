import type { BriefRecord, TakeRecord } from '../../../core/graph/record';
import { ByteReader, type ByteWriter } from '../../../core/search/bytes';
import type { PackedTexts } from './texts';

/** Between the names of an Entities line. */
const NAMES = ', ';
/** Between the sources of takes. */
const SOURCES = '\n';

/** Where packed records are. */
export interface RecordStore {
  readonly rows: ByteWriter;
  readonly texts: PackedTexts;
  /** Lists that many records have, by what they say. */
  readonly lists: Map<string, readonly string[]>;
}

/**
 * A record at rest: what an edit asks of all of them is at hand, the rest is read of numbers when
 * it is asked for.
 */
export class PackedRecord implements BriefRecord {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly related: readonly string[];
  readonly claims: string | null;
  readonly published: boolean;
  readonly type: string;
  readonly heads: readonly string[];
  readonly #store: RecordStore;
  readonly #at: number;

  constructor(store: RecordStore, slug: string, record: BriefRecord) {
    const { rows, texts } = store;
    this.slug = slug;
    this.title = texts.one(record.title);
    this.date = texts.one(record.date);
    this.related = record.related.length === 0 ? NONE : record.related.map((one) => texts.one(one));
    this.claims = record.claims === null ? null : texts.one(record.claims);
    this.published = record.published;
    this.type = texts.one(record.type);
    this.heads = listOf(store, record.heads);
    this.#store = store;
    const takes = record.takes.map((take) => numbersOf(take, texts));
    const named = record.named.split(NAMES).map((name) => texts.word(name));
    const entities = Object.entries(record.entities);
    const sources = texts.put(record.takes.map(({ source }) => source).join(SOURCES), atParts);
    this.#at = rows.length;
    rows.number(sources);
    putAll(
      rows,
      record.links.map((one) => texts.word(one)),
    );
    putAll(rows, named);
    putAll(
      rows,
      entities.flatMap(([slug, count]) => [texts.word(slug), count]),
    );
    putAll(rows, takes.flat());
  }

  get links(): readonly string[] {
    const { texts } = this.#store;
    return this.#numbers(0).map((word) => texts.wordOf(word));
  }

  get named(): string {
    const { texts } = this.#store;
    return this.#numbers(1)
      .map((word) => texts.wordOf(word))
      .join(NAMES);
  }

  get entities(): Readonly<Record<string, number>> {
    const entities = Object.create(null) as Record<string, number>;
    const numbers = this.#numbers(2);
    for (let at = 0; at < numbers.length; at += 2) {
      entities[this.#store.texts.wordOf(numbers[at] ?? 0)] = numbers[at + 1] ?? 0;
    }
    return entities;
  }

  get takes(): readonly TakeRecord[] {
    const { rows, texts } = this.#store;
    const numbers = this.#numbers(3);
    const sources = new ByteReader(rows.bytes, this.#at).number();
    const takes: TakeRecord[] = [];
    for (let at = 0; at < numbers.length; at += TAKE) {
      takes.push(new PackedTake(numbers, at, texts, sources));
    }
    return takes;
  }

  toJSON(): BriefRecord {
    const { slug, title, date, related, claims, published, type, heads } = this;
    const { takes, links, entities, named } = this;
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

  /** The numbers of one of its lists. */
  #numbers(list: number): number[] {
    const reader = new ByteReader(this.#store.rows.bytes, this.#at);
    reader.number();
    for (let before = list; before > 0; before--) {
      for (let left = reader.number(); left > 0; left--) reader.number();
    }
    const numbers: number[] = [];
    for (let left = reader.number(); left > 0; left--) numbers.push(reader.number());
    return numbers;
  }
}

/** Addresses share their parts. */
const atParts = (text: string): string[] => text.split(/(?<=[-/\n])/);

/** Of a take: outlet, region, lang, lens; and whether it is quoted. */
const TAKE = 5;

const numbersOf = ({ outlet, region, lang, lens, quoted }: TakeRecord, texts: PackedTexts) => [
  ...[outlet, region, lang, lens].map((word) => texts.word(word)),
  quoted ? 1 : 0,
];

/** Many are made to look at one word of each. */
class PackedTake implements TakeRecord {
  readonly #numbers: readonly number[];
  readonly #at: number;
  readonly #texts: PackedTexts;
  readonly #sources: number;

  constructor(numbers: readonly number[], at: number, texts: PackedTexts, sources: number) {
    this.#numbers = numbers;
    this.#at = at;
    this.#texts = texts;
    this.#sources = sources;
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
    return this.#texts.text(this.#sources).split(SOURCES)[this.#at / TAKE] ?? '';
  }

  get quoted(): boolean {
    return this.#numbers[this.#at + 4] === 1;
  }

  toJSON(): TakeRecord {
    const { outlet, region, lang, lens, source, quoted } = this;
    return { outlet, region, lang, lens, source, quoted };
  }

  #word(place: number): string {
    return this.#texts.wordOf(this.#numbers[this.#at + place] ?? 0);
  }
}

function putAll(rows: ByteWriter, numbers: readonly number[]): void {
  rows.number(numbers.length);
  for (const number of numbers) rows.number(number);
}

function listOf({ lists, texts }: RecordStore, list: readonly string[]): readonly string[] {
  if (list.length === 0) return NONE;
  const key = JSON.stringify(list);
  const known = lists.get(key) ?? list.map((one) => texts.one(one));
  lists.set(key, known);
  return known;
}

const NONE: readonly never[] = [];
