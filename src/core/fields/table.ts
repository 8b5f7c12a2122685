import type { Brief, Value } from '../format/brief';
import type { BriefParts, TakeParts } from './parts';
import { BRIEF_FIELDS, type FieldName, type FieldPath, ITEM_FIELDS } from './path';

/** How a field's text is written: on one line, as paragraphs, or as one paragraph that may be wrapped. */
export type FieldShape = 'line' | 'paragraphs' | 'paragraph';

/** One field of the format: its name, its shape, how it is read, and the values with it changed. */
export interface Field {
  readonly label: string;
  readonly shape: FieldShape;
  /** True where clearing it takes the part out of the brief. */
  readonly optional?: true;
  /** What the format puts before each line after the first. */
  readonly prefix: string;
  /** True where a space stands between the part's mark and its value. */
  readonly spaced: boolean;
  read(brief: Brief, index: number): Value | null;
  set(parts: BriefParts, index: number, text: string): BriefParts;
}

const line = { shape: 'line', prefix: '', spaced: true } as const;
const tight = { shape: 'line', prefix: '', spaced: false } as const;
const paragraphs = { shape: 'paragraphs', prefix: '', spaced: false } as const;
const paragraph = { shape: 'paragraph', prefix: '  ', spaced: true } as const;

/** The one field table: all that reads, writes, labels or lists fields goes by it. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  title: {
    ...line,
    label: 'Title',
    read: (brief) => brief.title?.value ?? null,
    set: (parts, _, title) => ({ ...parts, title }),
  },
  dek: {
    ...line,
    label: 'Dek',
    shape: 'paragraph',
    prefix: '> ',
    optional: true,
    read: (brief) => brief.dek?.value ?? null,
    set: (parts, _, dek) => ({ ...parts, dek: dek || null }),
  },
  type: {
    ...line,
    label: 'Type',
    read: (brief) => brief.meta?.type?.value ?? null,
    set: (parts, _, type) => ({ ...parts, type }),
  },
  date: {
    ...line,
    label: 'Date',
    read: (brief) => brief.meta?.date?.value ?? null,
    set: (parts, _, date) => ({ ...parts, date }),
  },
  heads: {
    ...line,
    label: 'Heads',
    read: (brief) => brief.meta?.heads?.value ?? null,
    set: (parts, _, text) => ({
      ...parts,
      heads: text
        .split(', ')
        .map((head) => head.trim())
        .filter(Boolean),
    }),
  },
  summary: {
    ...paragraphs,
    label: 'Summary',
    read: (brief) => brief.summary,
    set: (parts, _, summary) => ({ ...parts, summary }),
  },
  'number.value': {
    ...line,
    label: 'Value',
    read: (brief, index) => brief.numbers[index]?.value ?? null,
    set: (parts, index, value) => ({
      ...parts,
      numbers: replaced(parts.numbers, index, (number) => ({ ...number, value })),
    }),
  },
  'number.label': {
    ...paragraph,
    label: 'Label',
    spaced: false,
    read: (brief, index) => brief.numbers[index]?.label ?? null,
    set: (parts, index, label) => ({
      ...parts,
      numbers: replaced(parts.numbers, index, (number) => ({ ...number, label })),
    }),
  },
  why: {
    ...paragraphs,
    label: 'Why it matters',
    read: (brief) => brief.why,
    set: (parts, _, why) => ({ ...parts, why }),
  },
  watch: {
    ...paragraph,
    label: 'Watch item',
    read: (brief, index) => brief.watch[index]?.value ?? null,
    set: (parts, index, text) => ({ ...parts, watch: replaced(parts.watch, index, () => text) }),
  },
  'lens.name': {
    ...line,
    label: 'Lens',
    read: (brief, index) => {
      const lens = brief.lenses[index];
      return lens?.heading ? lens.name : null;
    },
    set: (parts, index, name) => ({
      ...parts,
      lenses: replaced(parts.lenses, index, (lens) => ({ ...lens, name })),
    }),
  },
  'take.outlet': takeField('Outlet', 'outlet', tight),
  'take.region': takeField('Region', 'region', tight),
  'take.lang': takeField('Language', 'lang', tight),
  'take.summary': takeField('Take summary', 'summary', paragraph),
  'take.quote': {
    ...takeField('Quote', 'quote', { shape: 'paragraph', prefix: '  > ', spaced: false }),
    optional: true,
  },
  'take.source': { ...takeField('Source', 'source', line), optional: true },
  related: {
    ...line,
    label: 'Related',
    read: (brief) => brief.related?.value ?? null,
    set: (parts, _, text) => ({
      ...parts,
      related: [...text.matchAll(/\[\[([^[\]\n]*)/g)].map((match) => match[1] ?? ''),
    }),
  },
  entities: {
    ...line,
    label: 'Entities',
    read: (brief) => brief.entities?.value ?? null,
    set: (parts, _, entities) => ({ ...parts, entities }),
  },
  canonical: {
    ...line,
    label: 'Canonical',
    read: (brief) => brief.canonical?.value ?? null,
    set: (parts, _, canonical) => ({ ...parts, canonical }),
  },
};

function takeField(
  label: string,
  part: keyof TakeParts,
  form: Pick<Field, 'shape' | 'prefix' | 'spaced'>,
): Field {
  const optional = part === 'quote' || part === 'source';
  return {
    ...form,
    label,
    read: (brief, index) => brief.takes[index]?.[part] ?? null,
    set: (parts, index, text) => {
      let first = 0;
      const lenses = parts.lenses?.map((lens) => {
        const at = index - first;
        first += lens.takes.length;
        if (at < 0 || at >= lens.takes.length) return lens;
        const value = optional ? text || null : text;
        const takes = replaced(lens.takes, at, (take) => ({ ...take, [part]: value }));
        return { ...lens, takes: takes ?? lens.takes };
      });
      return { ...parts, lenses: lenses ?? null };
    },
  };
}

function replaced<T>(
  items: readonly T[] | null,
  index: number,
  change: (item: T) => T,
): readonly T[] | null {
  return items?.map((item, at) => (at === index ? change(item) : item)) ?? null;
}

/** The value of a field; null where the brief has no such part. */
export function readField(brief: Brief, path: FieldPath): Value | null {
  return FIELDS[path.field].read(brief, path.index ?? 0);
}

/** The fields that a brief has, in the order of its text. */
export function allFields(brief: Brief): { path: FieldPath; value: Value }[] {
  const counts = {
    number: brief.numbers.length,
    watch: brief.watch.length,
    take: brief.takes.length,
    lens: brief.lenses.length,
  };
  const paths: FieldPath[] = BRIEF_FIELDS.map((field) => ({ field }));
  for (const field of ITEM_FIELDS) {
    const item = field.split('.')[0] as keyof typeof counts;
    for (let index = 0; index < counts[item]; index++) paths.push({ field, index });
  }
  return paths
    .flatMap((path) => {
      const value = readField(brief, path);
      return value ? [{ path, value }] : [];
    })
    .sort((a, b) => a.value.from - b.value.from);
}

/** The field whose value an offset stands in or at the end of; null outside all fields. */
export function fieldAt(brief: Brief, offset: number): { path: FieldPath; value: Value } | null {
  const stands = (value: Value | null) => value && offset >= value.from && offset <= value.to;
  for (const field of BRIEF_FIELDS) {
    const value = readField(brief, { field });
    if (value && stands(value)) return { path: { field }, value };
  }
  const items = { number: brief.numbers, watch: brief.watch, take: brief.takes };
  for (const field of ITEM_FIELDS) {
    const item = field.split('.')[0] as keyof typeof items | 'lens';
    const index =
      item === 'lens'
        ? brief.lenses.findIndex((lens) => lens.heading && stands(lens.name))
        : items[item].findIndex((part) => offset >= part.from && offset <= part.to);
    if (index < 0) continue;
    const value = readField(brief, { field, index });
    if (value && stands(value)) return { path: { field, index }, value };
  }
  return null;
}
