import { parse } from '../format/parse';
import { print } from '../format/print';
import { insertMissingSections } from './sections';

/** What is known of a brief before it is written. */
export interface NewBrief {
  readonly title: string;
  readonly type: string | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly heads: readonly string[];
  readonly canonical: string;
}

/** The text of a new brief: title, meta line, the six sections without content, canonical line. */
export function newBrief(known: NewBrief): string {
  const text = print({
    ...known,
    dek: null,
    heads: known.heads.length > 0 ? known.heads : null,
    summary: '',
    numbers: [],
    why: '',
    watch: [],
    lenses: [],
    related: null,
    entities: null,
  });
  const result = insertMissingSections(parse(text));
  return result.ok ? result.after.source : text;
}
