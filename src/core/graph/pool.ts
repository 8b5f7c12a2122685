import type { BriefRecord, TakeRecord } from './record';

/** More different texts than any workspace repeats: past this, the pool starts anew. */
const MOST = 400_000;
/** V8 copies shorter pieces of a text by itself. */
const COPIED = 13;

/**
 * One copy of each text that many briefs repeat. A piece of a text keeps the whole text in memory;
 * what has been through the pool does not.
 */
export class Pool {
  readonly #known = new Map<string, string>();

  /** The one copy of a text. */
  one(text: string): string {
    if (text === '') return '';
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const own = copy(text);
    this.#known.set(own, own);
    return own;
  }

  /** Starts anew, where those who hold its texts have others now. */
  clear(): void {
    this.#known.clear();
  }

  /** A record that shares its repeated texts with others, and none with the text it was read from. */
  record(record: BriefRecord): BriefRecord {
    return {
      slug: record.slug,
      title: copy(record.title),
      date: this.one(record.date),
      related: this.#all(record.related),
      claims: record.claims === null ? null : copy(record.claims),
      published: record.published,
      type: this.one(record.type),
      heads: this.#all(record.heads),
      takes: record.takes.length === 0 ? NONE : record.takes.map((take) => this.#take(take)),
      links: this.#all(record.links),
      // Keys are one copy each by themselves.
      entities: record.entities,
      named: copy(record.named),
    };
  }

  #take({ outlet, region, lang, lens, source, quoted }: TakeRecord): TakeRecord {
    return {
      outlet: this.one(outlet),
      region: this.one(region),
      lang: this.one(lang),
      lens: this.one(lens),
      source: copy(source),
      quoted,
    };
  }

  #all(texts: readonly string[]): readonly string[] {
    return texts.length === 0 ? NONE : texts.map((text) => this.one(text));
  }
}

const NONE: readonly never[] = [];

/** The text by itself. */
function copy(text: string): string {
  // A piece of a text that is put together first is a piece of that alone.
  return text.length < COPIED ? text : ` ${text}`.slice(1);
}
