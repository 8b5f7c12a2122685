import { fold } from '../../core/complete/fold';

/** What a field offers to be taken over into it. */
export interface Suggestion {
  /** What is taken over. */
  readonly value: string;
  /** What is shown; the value where it is left out. */
  readonly label?: string;
  /** Shown at the end of the line: a slug, a kind. */
  readonly detail?: string;
}

/** A list to choose from as one types, or what finds the fitting ones, best first. */
export type Suggestions = readonly Suggestion[] | ((query: string) => readonly Suggestion[]);

const most = 50;

/** Without a finder of its own a list is searched by its words, whatever their case and accents. */
export function suggest(from: Suggestions, query: string): readonly Suggestion[] {
  if (typeof from === 'function') return from(query);
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return from.slice(0, most);
  return from
    .filter(({ value, label }) => {
      const text = fold(label ? `${label} ${value}` : value);
      return words.every((word) => text.includes(word));
    })
    .slice(0, most);
}

export const plain = (values: readonly string[]): Suggestion[] =>
  values.map((value) => ({ value }));
