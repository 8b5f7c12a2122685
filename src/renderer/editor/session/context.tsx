import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FieldPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Brief } from '../../../core/format/brief';
import type { Session } from './session';

export const SessionContext = createContext<Session | null>(null);

/** The open brief; only for parts that are drawn within it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No brief is open here');
  return session;
}

/** What `pick` reads of the brief; it must be the same (by identity) as long as the text says so. */
export function useBrief<T>(pick: (brief: Brief) => T): T {
  const { document } = useSession();
  return useSyncExternalStore(document.subscribe, () => pick(document.brief));
}

/** The text of a field; null where the brief has no such part. */
export const useFieldText = (path: FieldPath): string | null =>
  useBrief((brief) => readField(brief, path)?.text ?? null);

export const useReadOnly = (): boolean => useSession().readOnly !== null;
