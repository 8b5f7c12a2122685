/** Fields of which a brief has one. */
export const BRIEF_FIELDS = [
  'title',
  'dek',
  'type',
  'date',
  'heads',
  'summary',
  'why',
  'related',
  'entities',
  'canonical',
] as const;

/** Fields of an item: the index counts numbers, watch items, takes (over all lenses) or lenses. */
export const ITEM_FIELDS = [
  'number.value',
  'number.label',
  'watch',
  'take.outlet',
  'take.region',
  'take.lang',
  'take.summary',
  'take.quote',
  'take.source',
  'lens.name',
] as const;

export type BriefFieldName = (typeof BRIEF_FIELDS)[number];
export type ItemFieldName = (typeof ITEM_FIELDS)[number];
export type FieldName = BriefFieldName | ItemFieldName;

/** Which field of a brief; indexes start at 0 and follow the text. */
export type FieldPath =
  | { readonly field: BriefFieldName; readonly index?: undefined }
  | { readonly field: ItemFieldName; readonly index: number };

export function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.field === b.field && a.index === b.index;
}

/** `title`, `numbers[0].value`, `watch[1]`, `takes[2].summary`, `lenses[0].name`. */
export function formatPath(path: FieldPath): string {
  if (path.index === undefined) return path.field;
  const [item = '', part] = path.field.split('.');
  const list = { number: 'numbers', watch: 'watch', take: 'takes', lens: 'lenses' }[item] ?? item;
  return `${list}[${path.index}]${part ? `.${part}` : ''}`;
}

const ITEM_PATH = /^(numbers|watch|takes|lenses)\[(\d+)\](?:\.([a-z]+))?$/;
const ITEM_OF = { numbers: 'number', watch: 'watch', takes: 'take', lenses: 'lens' } as const;

/** Reads what `formatPath` writes; null for anything else. */
export function parsePath(text: string): FieldPath | null {
  const whole = BRIEF_FIELDS.find((field) => field === text);
  if (whole) return { field: whole };
  const match = ITEM_PATH.exec(text);
  if (!match) return null;
  const item = ITEM_OF[match[1] as keyof typeof ITEM_OF];
  const field = ITEM_FIELDS.find((name) => name === (match[3] ? `${item}.${match[3]}` : item));
  return field ? { field, index: Number(match[2]) } : null;
}
