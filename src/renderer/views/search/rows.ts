import type { SearchHit, Snippet } from '../../../core/search/types';

/** A row of the results: a brief, or a place in the brief above it. */
export type ResultRow =
  | { readonly kind: 'brief'; readonly hit: SearchHit }
  | { readonly kind: 'place'; readonly hit: SearchHit; readonly snippet: Snippet };

/** The hits that have come, by their place among all. */
interface Hits {
  readonly get: (index: number) => SearchHit | undefined;
}

/** The rows of the hits that have come, up to the first that has not. */
export function rowsOf(hits: Hits): ResultRow[] {
  const rows: ResultRow[] = [];
  for (let at = 0; ; at++) {
    const hit = hits.get(at);
    if (!hit) return rows;
    rows.push({ kind: 'brief', hit });
    for (const snippet of hit.snippets) {
      // The row of the brief shows its title already.
      if (snippet.part !== 'title') rows.push({ kind: 'place', hit, snippet });
    }
  }
}

/** How many hits have come in one run from the first. */
export function runOf(hits: Hits): number {
  let at = 0;
  while (hits.get(at)) at += 1;
  return at;
}

/** Where in its brief a row leads: an offset (UTF-16). */
export function placeOf(row: ResultRow): number {
  return row.kind === 'place' ? row.snippet.at : (row.hit.snippets[0]?.at ?? 0);
}

/** A text in stretches, those in `marks` marked; marks that overlap or leave the text are cut. */
export function stretchesOf({ text, marks }: Pick<Snippet, 'text' | 'marks'>) {
  const stretches: { text: string; from: number; marked: boolean }[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const from = Math.max(mark.from, at);
    const to = Math.min(mark.to, text.length);
    if (to <= from) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), from: at, marked: false });
    stretches.push({ text: text.slice(from, to), from, marked: true });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), from: at, marked: false });
  return stretches;
}
