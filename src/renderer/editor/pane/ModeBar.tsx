import Columns from 'lucide-react/icons/columns-2';
import FileCode from 'lucide-react/icons/file-code';
import Form from 'lucide-react/icons/rectangle-ellipsis';
import Redo from 'lucide-react/icons/redo-2';
import Undo from 'lucide-react/icons/undo-2';
import { useSyncExternalStore } from 'react';
import { COMMANDS } from '../../../bridge/commands';
import { IconButton } from '../../ui/Button';
import { type Mode, useMode } from '../app-state';
import { useSession } from '../session/context';

const MODES = [
  {
    mode: 'form',
    label: 'Form',
    icon: <Form aria-hidden="true" />,
    keys: COMMANDS['view.form'].keys,
  },
  {
    mode: 'source',
    label: 'Source',
    icon: <FileCode aria-hidden="true" />,
    keys: COMMANDS['view.source'].keys,
  },
  {
    mode: 'both',
    label: 'Form and source',
    icon: <Columns aria-hidden="true" />,
    keys: COMMANDS['view.both'].keys,
  },
] as const satisfies readonly {
  mode: Mode;
  label: string;
  icon: unknown;
  keys: string | undefined;
}[];

/** Which way the text is shown; undo and redo. */
export function ModeBar() {
  const { document } = useSession();
  const [mode, setMode] = useMode();
  const canUndo = useSyncExternalStore(document.subscribe, () => document.canUndo);
  const canRedo = useSyncExternalStore(document.subscribe, () => document.canRedo);
  return (
    <div className="ed-bar" role="toolbar" aria-label="Editor">
      <span className="ed-bar-name">{document.slug}</span>
      <IconButton
        size="s"
        label="Undo"
        keys={COMMANDS['edit.undo'].keys}
        disabled={!canUndo}
        icon={<Undo aria-hidden="true" />}
        onClick={() => document.undo()}
      />
      <IconButton
        size="s"
        label="Redo"
        keys={COMMANDS['edit.redo'].keys}
        disabled={!canRedo}
        icon={<Redo aria-hidden="true" />}
        onClick={() => document.redo()}
      />
      <span className="ed-bar-line" />
      {MODES.map((one) => (
        <IconButton
          key={one.mode}
          size="s"
          label={one.label}
          keys={one.keys}
          pressed={mode === one.mode}
          icon={one.icon}
          onClick={() => setMode(one.mode)}
        />
      ))}
    </div>
  );
}
