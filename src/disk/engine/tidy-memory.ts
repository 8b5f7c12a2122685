import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: Readonly<Record<string, string>>) => void;

/**
 * Gives back what reading a workspace has left behind: V8 itself waits for more to come, and a thread
 * that rests would hold several times what it needs.
 */
export function tidyMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('typeof gc === "function" ? gc : null') as Collect | null;
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
