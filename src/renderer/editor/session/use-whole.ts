import { useEffect, useState } from 'react';
import { afterFrame } from '../../app/after-frame';
import { keptPlace } from './desk';
import type { Session } from './session';

/** Where a brief was scrolled to, in the form's pixels; 0 at its start. */
export const placeOf = (session: Session): number =>
  session.scroll || keptPlace(session.slug)?.scroll || 0;

/** False for the first frame: what is below the first screen is drawn after it, unless one comes back to it. */
export function useWhole(session: Session): boolean {
  const [whole, setWhole] = useState(() => placeOf(session) > 0);
  useEffect(() => (whole ? undefined : afterFrame(() => setWhole(true))), [whole]);
  return whole;
}
