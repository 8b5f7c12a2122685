import type { ReactNode } from 'react';
import type { Suggestions } from '../../ui/suggestions';

/** A column of a registry's table. */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** A track of the grid. */
  readonly width: string;
  /** The value as one writes it: what editing starts with, and what is sorted by. */
  readonly text: (record: T) => string;
  /** Sorts by number, most first. */
  readonly amount?: (record: T) => number;
  /** What the cell shows; the text where it is left out. */
  readonly show?: (record: T) => ReactNode;
  readonly edit?: Editing<T>;
  /** What Enter and a double click do where there is nothing to write. */
  readonly open?: (record: T) => void;
}

export interface Editing<T> {
  readonly suggestions?: Suggestions;
  readonly placeholder?: string;
  /** Why the text can't be taken, as a sentence; null where it can. */
  readonly fault: (text: string, record: T | null) => string | null;
  /** The record with the text in it. */
  readonly set: (record: T, text: string) => T;
  /** Takes the editing over, where the text is known elsewhere; false where it is not. */
  readonly instead?: (record: T) => boolean;
}

/** A record with a member set, or without it where the value is empty. */
export function withMember<T extends object, K extends keyof T & string>(
  record: T,
  key: K,
  value: T[K] & (string | readonly string[]),
): T {
  if (value.length > 0) return { ...record, [key]: value };
  const entries = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(entries) as unknown as T;
}
