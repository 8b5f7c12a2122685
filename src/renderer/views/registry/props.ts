import type { Column } from './columns';
import type { RegistryEdits } from './edits';
import type { Uses } from './use-uses';

export interface RegistryProps<T extends object> {
  readonly kind: 'entity' | 'outlet';
  /** The id of a record to go to. */
  readonly wish: string | null;
  readonly records: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly edits: RegistryEdits<T>;
  readonly uses: Uses;
  readonly aliasesOf: (record: T) => readonly string[];
  readonly nameOf: (record: T) => string;
  /** A record of what was written by column. */
  readonly make: (texts: Readonly<Record<string, string>>) => T;
  readonly guess: (column: string, texts: Readonly<Record<string, string>>) => string;
}
