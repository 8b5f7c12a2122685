import { parse } from '../format/parse';
import type { BriefRecord } from '../graph/record';
import type { GraphView } from '../graph/view';
import { Batch } from './batch';
import { Documents } from './documents';
import { passing } from './filters';
import { find } from './find';
import { Layers } from './layers';
import { readParts } from './parts';
import { type ParsedQuery, parseQuery, type Phrase } from './query';
import type { Segment } from './segment';
import { snippetsOf } from './snippets';
import type { SearchHit, SearchPage, SearchQuery } from './types';

/** Where the texts to be searched come from; one that can't be read is null. */
export interface SearchSource {
  slugs(): Iterable<string>;
  text(slug: string): string | null;
}

/** A batch of so many documents is closed. */
const BATCH = 128;
/** With so many it is closed when there is time. */
const IDLE_BATCH = 32;
/** Briefs that a search itself reads: after an edit its answer is complete. */
const AT_ONCE = 16;

/**
 * Full-text search. Nothing is read before it is first used; then `work` reads in slices, and what
 * `put` and `drop` name is read anew.
 */
export class Searcher {
  readonly #source: SearchSource;
  readonly #documents = new Documents();
  readonly #layers = new Layers();
  #pending: Set<string> | null = null;
  #batch = new Batch();
  /** The open batch as a segment, until more comes to it. */
  #open: Segment | null = null;

  constructor(source: SearchSource) {
    this.#source = source;
  }

  /** A brief is new or its text has changed. */
  put(slug: string): void {
    this.#pending?.add(slug);
  }

  /** A brief is gone. */
  drop(slug: string): void {
    this.#pending?.delete(slug);
    this.#documents.drop(slug);
  }

  /** Reads up to `budget` briefs, or does as much other work; true where there is more to do. */
  work(budget: number): boolean {
    this.#pending ??= new Set(this.#source.slugs());
    for (let left = budget; left > 0; left--) {
      if (this.#layers.tidy(false, this.#documents.dead)) continue;
      const [slug] = this.#pending;
      if (slug !== undefined) this.#read(slug, this.#pending);
      else if (this.#batch.size >= IDLE_BATCH) this.#close();
      else if (!this.#layers.tidy(true, this.#documents.dead)) return false;
    }
    return this.#pending.size > 0 || this.#batch.size >= IDLE_BATCH || !this.#layers.tidied;
  }

  /** A page of what a query finds, the best first, then the newest; see `SearchQuery`. */
  search(query: SearchQuery, view: GraphView): SearchPage {
    const parsed = parseQuery(query.text);
    const { found, remarks, complete } = this.#find(parsed, view);
    const shown = pageOf(found, query.offset, Math.min(query.limit, 200), this.#documents);
    return {
      total: found.length,
      hits: shown.map((slug) => this.#hit(slug, view.record(slug), parsed.phrases)),
      remarks,
      complete,
    };
  }

  /** All briefs that a query finds, by slug, in the order of `search`. */
  slugs(text: string, view: GraphView): string[] {
    const { found } = this.#find(parseQuery(text), view);
    return pageOf(found, 0, found.length, this.#documents);
  }

  #find(parsed: ParsedQuery, view: GraphView) {
    this.work(AT_ONCE);
    const { passes, remarks } = passing(parsed.filters, view);
    const weights = find(parsed.phrases, this.#segments(), this.#documents);
    const found: number[] = [];
    weights.forEach((weight, document) => {
      if (weight === 0) return;
      if (parsed.filters.length > 0) {
        const record = view.record(this.#documents.slug(document));
        if (!record || !passes(record)) return;
      }
      found.push(orderOf(weight, this.#documents.day(document), document));
    });
    return {
      found: Float64Array.from(found).sort(),
      remarks: [...parsed.remarks, ...remarks],
      complete: this.#pending?.size === 0,
    };
  }

  #hit(slug: string, record: BriefRecord | undefined, phrases: readonly Phrase[]): SearchHit {
    const text = phrases.some(({ exclude }) => !exclude) ? this.#source.text(slug) : null;
    return {
      slug,
      title: record?.title ?? '',
      date: record?.date ?? '',
      snippets: text === null ? [] : snippetsOf(readParts(parse(text)), phrases),
    };
  }

  #read(slug: string, pending: Set<string>): void {
    pending.delete(slug);
    const text = this.#source.text(slug);
    if (text === null) {
      this.#documents.drop(slug);
      return;
    }
    const brief = parse(text);
    const document = this.#documents.add(slug, brief.meta?.date?.value.text ?? '');
    this.#documents.setBounds(document, this.#batch.add(document, readParts(brief)));
    this.#open = null;
    if (this.#batch.size >= BATCH) this.#close();
  }

  #close(): void {
    const segment = this.#batch.segment(this.#documents.dead);
    this.#layers.push(segment);
    this.#batch = new Batch();
    this.#open = null;
  }

  #segments(): Segment[] {
    if (this.#batch.size > 0) this.#open ??= this.#batch.segment(this.#documents.dead);
    const { segments } = this.#layers;
    return this.#open ? [...segments, this.#open] : [...segments];
  }
}

const DAYS = 100_000_000;
/** Documents are told apart up to this number. */
const NUMBERS = 2 ** 24;

/** A number by which documents sort: by weight, then the newest first. */
function orderOf(weight: number, day: number, document: number): number {
  return (weight * DAYS + (DAYS - 1 - day)) * NUMBERS + document;
}

/** The slugs from `offset` on; of one weight and day in their own order, whenever they were read. */
function pageOf(
  found: Float64Array,
  offset: number,
  limit: number,
  documents: Documents,
): string[] {
  const rank = (at: number) => Math.floor((found[at] ?? 0) / NUMBERS);
  const end = Math.min(offset + limit, found.length);
  if (offset >= end) return [];
  let first = offset;
  while (first > 0 && rank(first - 1) === rank(offset)) first--;
  const slugs: string[] = [];
  for (let at = first; at < end; ) {
    const tied: string[] = [];
    const here = rank(at);
    for (; at < found.length && rank(at) === here; at++) {
      tied.push(documents.slug((found[at] ?? 0) % NUMBERS));
    }
    slugs.push(...tied.sort());
  }
  return slugs.slice(offset - first, end - first);
}
