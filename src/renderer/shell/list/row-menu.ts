import { COMMANDS } from '../../../bridge/commands';
import { openDialog } from '../../app/dialogs';
import { openBrief } from '../../app/navigation';
import { workspaceStore } from '../../app/workspace';
import type { MenuEntry } from '../../ui/Menu';
import { showInFolder } from '../workspace-commands';

/** What one can do with the active brief, or with those chosen. */
export function rowMenu(active: string | null, selection: ReadonlySet<string>): MenuEntry[] {
  if (active === null) return [];
  const writable = workspaceStore.get()?.readOnly === null;
  const slugs = selection.size > 1 && selection.has(active) ? [...selection] : [active];
  const many = slugs.length > 1;
  const one: MenuEntry[] = many
    ? []
    : [
        { label: 'Open', keys: 'Enter', onSelect: () => openBrief(active) },
        {
          label: 'Rename…',
          keys: COMMANDS['brief.rename'].keys,
          disabled: !writable,
          onSelect: () => openDialog({ kind: 'rename', what: 'brief', id: active }),
        },
        {
          label: 'Duplicate…',
          disabled: !writable,
          onSelect: () => openDialog({ kind: 'duplicate', slug: active }),
        },
        { label: 'Show in folder', onSelect: () => void showInFolder(active) },
      ];
  return [
    ...one,
    {
      label: many ? `Export ${slugs.length} briefs…` : 'Export…',
      keys: COMMANDS['export.brief'].keys,
      onSelect: () => openDialog({ kind: 'export', slugs, allReady: false }),
    },
    'line',
    {
      label: many ? `Delete ${slugs.length} briefs…` : 'Delete…',
      keys: 'Delete',
      danger: true,
      disabled: !writable,
      onSelect: () => openDialog({ kind: 'delete', slugs }),
    },
  ];
}
