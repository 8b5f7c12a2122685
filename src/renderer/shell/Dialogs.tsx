import { type ComponentType, useEffect } from 'react';
import { closeDialog, dialogStore, type ShellDialog, type ShellDialogProps } from '../app/dialogs';
import { createStore, useStore } from '../app/store';
import { holdKeys } from './hold-keys';

type Kind = ShellDialog['kind'];
type Views = { readonly [K in Kind]?: ComponentType<ShellDialogProps<K>> };

const loaders: { readonly [K in Kind]: () => Promise<ComponentType<ShellDialogProps<K>>> } = {
  'new-workspace': async () => (await import('./dialogs/NewWorkspace')).NewWorkspaceDialog,
  adopt: async () => (await import('./dialogs/Adopt')).AdoptDialog,
  'new-brief': async () => (await import('./dialogs/NewBrief')).NewBriefDialog,
  duplicate: async () => (await import('./dialogs/Duplicate')).DuplicateDialog,
  delete: async () => (await import('./dialogs/Delete')).DeleteDialog,
  change: async () => (await import('./dialogs/Change')).ChangeDialog,
  rename: async () => (await import('./dialogs/Rename')).RenameDialog,
  merge: async () => (await import('./dialogs/Merge')).MergeDialog,
  used: async () => (await import('./dialogs/Used')).UsedDialog,
  'undo-change': async () => (await import('./dialogs/UndoChange')).UndoChangeDialog,
  import: async () => (await import('./dialogs/Import')).ImportDialog,
  waive: async () => (await import('./dialogs/Waive')).WaiveDialog,
  palette: async () => (await import('./dialogs/Palette')).PaletteDialog,
  'quick-open': async () => (await import('./dialogs/QuickOpen')).QuickOpenDialog,
  settings: async () => (await import('./dialogs/Settings')).SettingsDialog,
  export: async () => (await import('./dialogs/Export')).ExportDialog,
  shortcuts: async () => (await import('./dialogs/Shortcuts')).ShortcutsDialog,
  about: async () => (await import('./dialogs/About')).AboutDialog,
};

// Not React's `lazy`: it would hold back what is loaded already for a moment, and what is typed
// right after a shortcut would go into the brief.
const loaded = createStore<Views>({});

async function load(kind: Kind): Promise<void> {
  if (loaded.get()[kind]) return;
  const view = await loaders[kind]();
  loaded.update((views) => ({ ...views, [kind]: view }));
}

/** Those in which one types, or presses Enter, right after the key that opens them. */
const DIALOGS_BY_KEY = [
  'palette',
  'quick-open',
  'new-brief',
  'delete',
  'export',
  'rename',
] as const;

/** Loads, once there is time, the dialogs that open by a key. */
export function loadDialogsSoon(): void {
  requestIdleCallback(() => {
    for (const kind of DIALOGS_BY_KEY) {
      // One that can't be loaded now is asked for again when it opens.
      load(kind).catch(() => {});
    }
  });
}

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useStore(dialogStore);
  return dialog ? <View dialog={dialog} /> : null;
}

function View<K extends Kind>(props: { readonly dialog: Extract<ShellDialog, { kind: K }> }) {
  const { kind } = props.dialog;
  const views = useStore(loaded);
  useEffect(() => {
    if (loaded.get()[kind]) return;
    load(kind).catch((error: unknown) => {
      // Without a dialog to type into, the keys are the page's again.
      closeDialog();
      throw error;
    });
    return holdKeys();
  }, [kind]);
  const Chosen: ComponentType<ShellDialogProps<K>> | undefined = views[kind];
  return Chosen ? <Chosen dialog={props.dialog} onClose={closeDialog} /> : null;
}
