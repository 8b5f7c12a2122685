import { fold } from '../complete/fold';
import { slugify } from '../format/slug';
import type { Entity, Outlet } from '../workspace/workspace';
import { faultOfDomains, faultOfSlug, readDomains, readList } from './fields';
import type { ImportTable } from './table';

export const ENTITY_FIELDS = ['slug', 'name', 'aliases', 'kind'] as const;
export const OUTLET_FIELDS = ['name', 'domains', 'region', 'lang', 'lens'] as const;
export type EntityField = (typeof ENTITY_FIELDS)[number];
export type OutletField = (typeof OUTLET_FIELDS)[number];

/** Which column (from 0) each field is read from; null where none has it. */
export type Mapping<Field extends string> = Readonly<Record<Field, number | null>>;

/** A row of a file to import, and what it would do to the registry. */
export interface ImportItem<T> {
  /** From 1, in the file. */
  readonly line: number;
  readonly state: 'new' | 'changed' | 'same' | 'faulty';
  /** The record after the import; null where the row is faulty. */
  readonly record: T | null;
  /** The record of its slug or name now. */
  readonly before: T | null;
  /** What the row calls it. */
  readonly name: string;
  /** Why it can't be imported, as a sentence. */
  readonly fault: string | null;
  /** The id of a record of another slug or name that is called alike. */
  readonly alike: string | null;
}

const WORDS: Readonly<Record<EntityField | OutletField, readonly string[]>> = {
  slug: ['slug', 'id', 'key'],
  name: ['name', 'title', 'label', 'entity', 'outlet'],
  aliases: ['aliases', 'alias', 'also known as', 'aka', 'other names', 'synonyms'],
  kind: ['kind', 'type', 'category', 'class'],
  domains: ['domains', 'domain', 'host', 'hosts', 'website', 'site', 'url', 'web'],
  region: ['region', 'country', 'place', 'location'],
  lang: ['lang', 'language', 'languages', 'locale'],
  lens: ['lens', 'bias', 'leaning'],
};

/** Finds the column of each field by its header. */
export function guessMapping<Field extends EntityField | OutletField>(
  headers: readonly string[],
  fields: readonly Field[],
): Mapping<Field> {
  const plain = headers.map((header) =>
    fold(header)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const taken = new Set<number>();
  const entries = fields.map((field) => {
    const at = WORDS[field].map((word) => plain.indexOf(word)).find((i) => i >= 0 && !taken.has(i));
    if (at !== undefined) taken.add(at);
    return [field, at ?? null] as const;
  });
  return Object.fromEntries(entries) as Record<Field, number | null>;
}

/**
 * What each row would make of the entities: one of a known slug, or else of a known name, changes
 * that record (a filled cell replaces, aliases are added); another is new.
 */
export function importEntities(
  table: ImportTable,
  mapping: Mapping<EntityField>,
  entities: readonly Entity[],
): ImportItem<Entity>[] {
  const known = new Known(entities, ({ slug }) => slug);
  return itemsOf(table, mapping, known, (cells, rows) => {
    const name = cells.text('name');
    const named = cells.text('slug') === '' ? known.named(name) : undefined;
    const slug =
      cells.text('slug') || named?.slug || rows.named(name) || freeSlug(slugify(name), rows.has);
    const before = known.get(slug) ?? null;
    const fault = faultOfSlug(slug) ?? (name || before ? null : 'A name is needed.');
    const own = name || before?.name || '';
    const added = cells.list('aliases', readList).filter((alias) => alias !== own);
    const aliases = [...new Set([...(before?.aliases ?? []), ...added])];
    const kind = cells.text('kind') || before?.kind;
    const record: Entity = {
      ...before,
      slug,
      name: own,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(kind ? { kind } : {}),
    };
    return { id: slug, name: own || slug, before, record, fault };
  });
}

/** What each row would make of the outlets: one of a known name changes that record. */
export function importOutlets(
  table: ImportTable,
  mapping: Mapping<OutletField>,
  outlets: readonly Outlet[],
): ImportItem<Outlet>[] {
  const known = new Known(outlets, ({ name }) => name);
  return itemsOf(table, mapping, known, (cells) => {
    const typed = cells.text('name');
    const before = known.get(typed) ?? known.named(typed) ?? null;
    const name = before?.name ?? typed;
    const added = cells.list('domains', readDomains);
    const domains = [...new Set([...(before?.domains ?? []), ...added])];
    const record: Outlet = {
      ...before,
      name,
      ...(domains.length > 0 ? { domains } : {}),
      ...optional('region', cells.text('region')),
      ...optional('lang', cells.text('lang')),
      ...optional('lens', cells.text('lens')),
    };
    const fault = name === '' ? 'A name is needed.' : faultOfDomains(added);
    return { id: name, name, before, record, fault };
  });
}

/** The registry that is imported into, looked up by id and by name. */
class Known<T extends { readonly name: string; readonly aliases?: readonly string[] }> {
  readonly #byId: ReadonlyMap<string, T>;
  readonly #byName = new Map<string, T>();
  readonly #byFold = new Map<string, string>();

  constructor(
    records: readonly T[],
    readonly idOf: (record: T) => string,
  ) {
    this.#byId = new Map(records.map((record) => [idOf(record), record]));
    for (const record of records) {
      const name = record.name.normalize('NFC');
      if (!this.#byName.has(name)) this.#byName.set(name, record);
      for (const word of [record.name, ...(record.aliases ?? [])]) {
        const key = fold(word);
        if (!this.#byFold.has(key)) this.#byFold.set(key, idOf(record));
      }
    }
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  named(name: string): T | undefined {
    return name === '' ? undefined : this.#byName.get(name.normalize('NFC'));
  }

  alike(name: string, id: string): string | null {
    const other = this.#byFold.get(fold(name)) ?? null;
    return other === id ? null : other;
  }
}

interface Cells<Field> {
  readonly text: (field: Field) => string;
  readonly list: (field: Field, read: (text: string) => string[]) => string[];
}

/** The rows above the one that is read. */
interface Rows {
  /** True for an id that is in the registry or above. */
  readonly has: (id: string) => boolean;
  /** The id of a row above of this name. */
  readonly named: (name: string) => string | undefined;
}

interface Made<T> {
  readonly id: string;
  readonly name: string;
  readonly before: T | null;
  readonly record: T;
  readonly fault: string | null;
}

function itemsOf<T extends { readonly name: string }, Field extends string>(
  table: ImportTable,
  mapping: Mapping<Field>,
  known: Known<T>,
  make: (cells: Cells<Field>, rows: Rows) => Made<T>,
): ImportItem<T>[] {
  const lines = new Map<string, number>();
  const ids = new Map<string, string>();
  const rows: Rows = {
    has: (id) => known.get(id) !== undefined || lines.has(id),
    named: (name) => ids.get(name.normalize('NFC')),
  };
  return table.rows.map(({ line, cells }) => {
    const made = make(cellsOf(cells, mapping), rows);
    const first = lines.get(made.id);
    const fault = made.fault ?? (first === undefined ? null : `Line ${first} has it already.`);
    if (fault === null) {
      lines.set(made.id, line);
      ids.set(made.name.normalize('NFC'), made.id);
    }
    const { name, before, record } = made;
    const alike = before || fault ? null : known.alike(name, made.id);
    if (fault !== null) return { line, state: 'faulty', record: null, before, name, fault, alike };
    const state = before ? (sameRecord(before, record) ? 'same' : 'changed') : 'new';
    return { line, state, record, before, name, fault, alike };
  });
}

function cellsOf<Field extends string>(
  cells: ImportTable['rows'][number]['cells'],
  mapping: Mapping<Field>,
): Cells<Field> {
  const cellOf = (field: Field) => cells[mapping[field] ?? -1] ?? '';
  return {
    text: (field) => {
      const cell = cellOf(field);
      return (typeof cell === 'string' ? cell : cell.join('; ')).trim();
    },
    list: (field, read) => {
      const cell = cellOf(field);
      return read(typeof cell === 'string' ? cell : cell.join(';'));
    },
  };
}

/** The slug, or the first of `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  if (slug === '' || !taken(slug)) return slug;
  let n = 2;
  while (taken(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}

/** True where two records say the same, whatever the order of their keys. */
export function sameRecord(a: object, b: object): boolean {
  const text = (record: object) =>
    JSON.stringify(Object.entries(record).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

function optional<K extends string>(key: K, value: string): { [Key in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { [Key in K]?: string });
}
