import { useState } from 'react';

/** The last answer there was, so that it stays in sight until the next; none once asking has failed. */
export function useLast<T>(answer: T | null, failed: boolean): T | null {
  const [last, setLast] = useState(answer);
  if (answer !== null && answer !== last) setLast(answer);
  return answer ?? (failed ? null : last);
}
