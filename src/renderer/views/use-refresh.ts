import { useEffect, useRef } from 'react';
import { useWorkspace } from '../app/workspace';

/** Changes that come within this time (milliseconds) are one: more while briefs are being read. */
const PACE = { ready: 200, reading: 600 };

/** Runs `refresh` soon after what the graph's queries answer has changed. */
export function useRefresh(refresh: () => void): void {
  const version = useWorkspace((workspace) => workspace.index.version);
  const ready = useWorkspace((workspace) => workspace.index.phase === 'ready');
  const latest = useRef(refresh);
  const seen = useRef(version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    const pace = ready ? PACE.ready : PACE.reading;
    // The timer is left to run: while the workspace is read, the version grows all the time.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, pace);
  }, [version, ready]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
