import type { Range } from '../text/range';

/**
 * `text` holds words, "phrases" and filters: `lens:`, `entity:`, `outlet:`, `type:`, `head:`,
 * `date:` (2026, 2026-06, 2026-06-12, 2026-06..2026-08), `has:finding`, `has:error`; a `-` before a
 * term excludes.
 */
export interface SearchQuery {
  readonly text: string;
  readonly offset: number;
  /** At most 200. */
  readonly limit: number;
}

/** A stretch of the brief with what was found in it. */
export interface Snippet {
  /** Where it stands, as a reader would name it: `title`, `Summary`, `take by CNN`, … */
  readonly part: string;
  readonly text: string;
  /** What was found, as ranges of `text`. */
  readonly marks: readonly Range[];
  /** Offset in the brief's text of the first mark. */
  readonly at: number;
}

export interface SearchHit {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly snippets: readonly Snippet[];
}

export interface SearchPage {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** What of the query could not be understood, as sentences. */
  readonly remarks: readonly string[];
  /** False while the texts are still being read: more may come. */
  readonly complete: boolean;
}
