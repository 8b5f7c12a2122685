import Check from 'lucide-react/icons/check';
import CircleDot from 'lucide-react/icons/circle-dot';
import OctagonAlert from 'lucide-react/icons/octagon-alert';
import { bridge } from '../app/bridge';
import { runCommand } from '../app/commands';
import { useLive } from '../app/live';
import { type SaveState, useSaveState } from '../app/save-state';
import { useWorkspace } from '../app/workspace';
import { shownCount } from '../ui/shown-count';
import { SeverityCounts } from '../ui/Severity';
import { Spinner } from '../ui/Spinner';
import './StatusBar.css';

export function StatusBar({ slug }: { readonly slug: string | null }) {
  const name = useWorkspace((workspace) => workspace.name);
  const path = useWorkspace((workspace) => workspace.path);
  const readOnly = useWorkspace((workspace) => workspace.readOnly !== null);
  const count = useWorkspace((workspace) => workspace.briefs.length);
  const live = useLive(slug);
  const state = useSaveState(slug);
  return (
    <footer className="status">
      <span className="status-name" title={path}>
        {name}
      </span>
      <span>{count === 1 ? '1 brief' : `${shownCount(count)} briefs`}</span>
      {readOnly ? <span>Read-only</span> : null}
      <IndexProgress />
      <span className="status-gap" />
      {live ? <span>{shownCount(live.words)} words</span> : null}
      {live ? (
        <button type="button" className="status-button" onClick={() => runCommand('view.findings')}>
          <SeverityCounts counts={live.findings} none="No findings" />
          <span className="ui-hidden">, show</span>
        </button>
      ) : null}
      <output className="status-save">
        {state && !readOnly ? <SaveWords state={state} /> : null}
      </output>
    </footer>
  );
}

/** How far the workspace is read and checked; nothing once it is. */
function IndexProgress() {
  const { phase, done, total } = useWorkspace((workspace) => workspace.index);
  const isLong = total > SHORT;
  if (phase === 'cancelled') {
    return (
      <span className="status-index">
        Not all briefs are checked
        <button type="button" className="status-button" onClick={() => void bridge.resumeIndex()}>
          Go on
        </button>
      </span>
    );
  }
  if (phase === 'ready' || !isLong) return null;
  const deed = phase === 'reading' ? 'Reading' : 'Checking';
  return (
    <span className="status-index">
      <Spinner /> {deed} {shownCount(done)} of {shownCount(total)}
      <button
        type="button"
        className="status-button"
        title="Stop reading and checking"
        onClick={() => void bridge.cancelIndex()}
      >
        Stop
      </button>
    </span>
  );
}

/** So few are read and checked before one could read how far it has come. */
const SHORT = 300;

function SaveWords({ state }: { readonly state: SaveState }) {
  if (state.kind === 'conflict') {
    return (
      <button type="button" className="status-button status-failed" onClick={state.resolve}>
        <OctagonAlert aria-hidden="true" /> Changed outside: choose a version
      </button>
    );
  }
  const { icon, words } = saveWords[state.kind];
  return (
    <span className={state.kind === 'failed' ? 'status-failed' : 'status-save'}>
      {icon} {words}
    </span>
  );
}

const saveWords = {
  saved: { icon: <Check aria-hidden="true" />, words: 'Saved' },
  saving: { icon: <Spinner />, words: 'Saving…' },
  unsaved: { icon: <CircleDot aria-hidden="true" />, words: 'Not saved yet' },
  failed: { icon: <OctagonAlert aria-hidden="true" />, words: 'Not saved: the last save failed' },
};
