import { quoted } from '../check/text';
import { type Days, readDays } from './days';
import { type Wanted, wantedOf } from './tokens';

/** Filters that go by a name. */
export const NAME_FILTERS = ['lens', 'entity', 'outlet', 'type', 'head'] as const;
export type NameFilter = (typeof NAME_FILTERS)[number];

/** What `has:` knows. */
export const HAS = ['finding', 'error', 'warning', 'info', 'waiver'] as const;
export type Has = (typeof HAS)[number];

export type Filter = { readonly exclude: boolean } & (
  | { readonly kind: NameFilter; readonly name: string }
  | { readonly kind: 'date'; readonly days: Days }
  | { readonly kind: 'has'; readonly what: Has }
);

/** A word or a phrase that a brief must hold, or must not. */
export interface Phrase {
  readonly exclude: boolean;
  readonly wanted: readonly Wanted[];
}

/** What a query asks for, and what of it could not be understood. */
export interface ParsedQuery {
  readonly phrases: readonly Phrase[];
  readonly filters: readonly Filter[];
  readonly remarks: readonly string[];
}

const TERM = /(-?)(?:([A-Za-z]+):)?(?:["“”„]([^"“”„]*)["“”]?|(\S+))/g;
const EMPTY_FILTER = /^-?(lens|entity|outlet|type|head|date|has):$/i;

/** Reads a query; see `SearchQuery`. Of its last word, if it is no phrase, the beginning is enough. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: Phrase[] = [];
  const filters: Filter[] = [];
  const remarks: string[] = [];
  for (const match of text.matchAll(TERM)) {
    const [term, minus, key, phrase, word] = match;
    const exclude = minus === '-';
    const read = key === undefined ? null : readFilter(key.toLowerCase(), phrase ?? word ?? '');
    if (read?.ok) filters.push({ ...read.filter, exclude });
    else if (read) remarks.push(read.remark);
    else if (EMPTY_FILTER.test(term)) remarks.push(`${quoted(term)} needs a value after it.`);
    else {
      if (key !== undefined && !isAddress(term)) {
        remarks.push(`${quoted(`${key}:`)} is no filter: it is searched for as text.`);
      }
      const last = match.index + term.length === text.trimEnd().length;
      const loose = last && !exclude && phrase === undefined;
      const wanted = wantedOf(exclude ? term.slice(1) : term, loose);
      if (wanted.length > 0) phrases.push({ exclude, wanted });
    }
  }
  return { phrases, filters, remarks };
}

const isAddress = (term: string) => /^-?https?:\/\//i.test(term);

type Read =
  | { readonly ok: true; readonly filter: Unsigned }
  | { readonly ok: false; readonly remark: string };
type Unsigned = Filter extends infer F ? (F extends Filter ? Omit<F, 'exclude'> : never) : never;

/** Null where the key is none of a filter. */
function readFilter(key: string, value: string): Read | null {
  const kind = NAME_FILTERS.find((name) => name === key);
  if (!kind && key !== 'date' && key !== 'has') return null;
  const given = value.trim();
  if (given === '') return { ok: false, remark: `${quoted(`${key}:`)} needs a value after it.` };
  if (kind) return { ok: true, filter: { kind, name: given } };
  return key === 'date' ? readDate(given) : readHas(given);
}

function readDate(value: string): Read {
  const days = readDays(value);
  if (days) return { ok: true, filter: { kind: 'date', days } };
  const forms = '2026, 2026-06, 2026-06-12 or 2026-06..2026-08';
  return { ok: false, remark: `${quoted(value)} is no date: write ${forms}.` };
}

function readHas(value: string): Read {
  const what = HAS.find((name) => name === value.toLowerCase());
  if (what) return { ok: true, filter: { kind: 'has', what } };
  const known = 'has:finding, has:error, has:warning, has:info or has:waiver';
  return { ok: false, remark: `${quoted(`has:${value}`)} is unknown: write ${known}.` };
}
