import { useEffect, useRef } from 'react';
import { useWorkspace } from '../app/workspace';

/** Changes that come within this time (milliseconds) are one. */
const PACE = 200;

/** Runs `refresh` soon after what the graph's queries answer has changed. */
export function useRefresh(refresh: () => void): void {
  const version = useWorkspace((workspace) => workspace.index.version);
  const latest = useRef(refresh);
  const seen = useRef(version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    // The timer is left to run: while the workspace is read, the version grows all the time.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, PACE);
  }, [version]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
