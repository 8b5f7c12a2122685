import { type RefObject, useEffect, useRef } from 'react';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import { useSession } from '../session/context';

/** Lets others take the focus to a field of chips, and the source follow it. */
export function useChipsPlace(path: FieldPath): RefObject<HTMLInputElement | null> {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const key = formatPath(path);
  useEffect(() => {
    const element = input.current;
    const follow = () => {
      const value = readField(session.document.brief, path);
      if (value) session.document.select(value.to);
    };
    element?.addEventListener('focus', follow);
    const stop = session.places.register(key, { focus: () => input.current?.focus() });
    return () => {
      element?.removeEventListener('focus', follow);
      stop();
    };
    // A path is a value: its key says which.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key]);
  return input;
}
