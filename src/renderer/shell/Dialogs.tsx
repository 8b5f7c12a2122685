import { type ComponentType, lazy, Suspense } from 'react';
import { closeDialog, dialogStore, type ShellDialog, type ShellDialogProps } from '../app/dialogs';
import { useStore } from '../app/store';

type Views = { readonly [Kind in ShellDialog['kind']]: ComponentType<ShellDialogProps<Kind>> };

const views: Views = {
  'new-workspace': lazy(async () => ({
    default: (await import('./dialogs/NewWorkspace')).NewWorkspaceDialog,
  })),
  adopt: lazy(async () => ({ default: (await import('./dialogs/Adopt')).AdoptDialog })),
  'new-brief': lazy(async () => ({ default: (await import('./dialogs/NewBrief')).NewBriefDialog })),
  duplicate: lazy(async () => ({ default: (await import('./dialogs/Duplicate')).DuplicateDialog })),
  trash: lazy(async () => ({ default: (await import('./dialogs/Trash')).TrashDialog })),
  palette: lazy(async () => ({ default: (await import('./dialogs/Palette')).PaletteDialog })),
  'quick-open': lazy(async () => ({
    default: (await import('./dialogs/QuickOpen')).QuickOpenDialog,
  })),
  settings: lazy(async () => ({ default: (await import('./dialogs/Settings')).SettingsDialog })),
  export: lazy(async () => ({ default: (await import('./dialogs/Export')).ExportDialog })),
  shortcuts: lazy(async () => ({ default: (await import('./dialogs/Shortcuts')).ShortcutsDialog })),
  about: lazy(async () => ({ default: (await import('./dialogs/About')).AboutDialog })),
};

/** The dialog that is open; each is loaded when it is asked for first. */
export function Dialogs() {
  const dialog = useStore(dialogStore);
  return dialog ? (
    <Suspense>
      <View dialog={dialog} />
    </Suspense>
  ) : null;
}

function View<Kind extends ShellDialog['kind']>(props: {
  readonly dialog: Extract<ShellDialog, { kind: Kind }>;
}) {
  const Chosen: ComponentType<ShellDialogProps<Kind>> = views[props.dialog.kind];
  return <Chosen dialog={props.dialog} onClose={closeDialog} />;
}
