import { useEffect } from 'react';
import { bridge } from '../app/bridge';
import { enabledStore, useCommand } from '../app/commands';
import { openDialog } from '../app/dialogs';
import { chooseWorkspace } from '../app/session';
import { useStore } from '../app/store';
import { workspaceStore } from '../app/workspace';
import { loadViewsSoon } from '../views/View';
import { Dialogs, loadDialogsSoon } from './Dialogs';
import { DropZone } from './DropZone';
import { Toasts } from './Toasts';
import { Welcome } from './Welcome';
import { Workbench } from './Workbench';

export function App({ onDrawn }: { readonly onDrawn: () => void }) {
  const id = useStore(workspaceStore, (workspace) => workspace?.id ?? null);
  useAppCommands();
  useMenu();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      onDrawn();
      loadDialogsSoon();
      loadViewsSoon();
    });
    return () => cancelAnimationFrame(frame);
  }, [onDrawn]);
  return (
    <DropZone>
      {id === null ? <Welcome /> : <Workbench key={id} />}
      <Dialogs />
      <Toasts />
    </DropZone>
  );
}

/** What works with and without a workspace. */
function useAppCommands(): void {
  useCommand('workspace.open', () => void chooseWorkspace());
  useCommand('workspace.create', () => openDialog({ kind: 'new-workspace' }));
  useCommand('view.palette', () => openDialog({ kind: 'palette' }));
  useCommand('view.zoom-in', () => void bridge.zoom('in'));
  useCommand('view.zoom-out', () => void bridge.zoom('out'));
  useCommand('view.zoom-reset', () => void bridge.zoom('reset'));
  useCommand('help.shortcuts', () => openDialog({ kind: 'shortcuts' }));
  useCommand('help.about', () => openDialog({ kind: 'about' }));
}

function useMenu(): void {
  useEffect(() => {
    const tell = () => void bridge.setMenu([...enabledStore.get()]);
    tell();
    return enabledStore.subscribe(tell);
  }, []);
}
