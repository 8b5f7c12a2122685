/** The height of a row, in pixels. */
export const ROW = 30;

/** The id of a table's active cell. */
export const cellId = (table: string, column: number): string => `${table}-active-${column}`;

/** How an editor is left: `away` by the pointer. */
export type Leaving = 'down' | 'next' | 'previous' | 'back' | 'away';
