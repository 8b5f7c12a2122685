import type { EditResult } from '../../../core/edit';
import type { Brief } from '../../../core/format/brief';
import type { Session } from '../session/session';
import { act } from './actions';

/** Each value once: as chips, the second of two would be the same chip. */
export const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Turns one list of values into the other, one intention for each value that came or went. */
export function changeList(
  session: Session,
  before: readonly string[],
  after: readonly string[],
  add: (brief: Brief, value: string) => EditResult,
  take: (brief: Brief, index: number) => EditResult,
): void {
  for (let index = before.length - 1; index >= 0; index--) {
    const value = before[index] ?? '';
    if (!after.includes(value)) act(session, 'input.graph', (brief) => take(brief, index));
  }
  for (const value of after) {
    if (!before.includes(value)) act(session, 'input.graph', (brief) => add(brief, value));
  }
}
