import AtSign from 'lucide-react/icons/at-sign';
import FileText from 'lucide-react/icons/file-text';
import ListChecks from 'lucide-react/icons/list-checks';
import Newspaper from 'lucide-react/icons/newspaper';
import Scale from 'lucide-react/icons/scale';
import Search from 'lucide-react/icons/search';
import Waypoints from 'lucide-react/icons/waypoints';
import type { ComponentType } from 'react';
import { COMMANDS, type CommandId } from '../../bridge/commands';
import { runCommand } from '../app/commands';
import { leaveView, useView, type ViewName } from '../app/navigation';
import { classes } from '../ui/classes';
import { Tooltip } from '../ui/Tooltip';
import './Rail.css';

interface Stop {
  /** Null for the editor. */
  readonly view: ViewName | null;
  readonly label: string;
  readonly icon: ComponentType<{ 'aria-hidden': 'true' }>;
  readonly command: CommandId;
}

const STOPS: readonly Stop[] = [
  { view: null, label: 'Brief', icon: FileText, command: 'go.editor' },
  { view: 'search', label: 'Search', icon: Search, command: 'go.search' },
  { view: 'findings', label: 'Findings', icon: ListChecks, command: 'go.findings' },
  { view: 'graph', label: 'Graph', icon: Waypoints, command: 'go.graph' },
  { view: 'balance', label: 'Balance', icon: Scale, command: 'go.balance' },
  { view: 'entities', label: 'Entities', icon: AtSign, command: 'go.entities' },
  { view: 'outlets', label: 'Outlets', icon: Newspaper, command: 'go.outlets' },
];

/** The way between the brief and the views over the workspace. */
export function Rail() {
  const view = useView();
  return (
    <nav className="rail" aria-label="Views">
      {STOPS.map((stop) => (
        <RailStop key={stop.label} stop={stop} current={stop.view === (view?.name ?? null)} />
      ))}
    </nav>
  );
}

function RailStop({ stop, current }: { readonly stop: Stop; readonly current: boolean }) {
  const { label, icon: Icon, command } = stop;
  const { keys } = COMMANDS[command];
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        className={classes('rail-stop', current && 'rail-current')}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        onClick={() => (stop.view ? runCommand(command) : leaveView())}
      >
        <Icon aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
