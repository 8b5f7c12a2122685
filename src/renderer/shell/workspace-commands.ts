import { useEffect } from 'react';
import { bridge } from '../app/bridge';
import { useCommand } from '../app/commands';
import { openDialog } from '../app/dialogs';
import {
  showList,
  showSide,
  type SideTab,
  toggleList,
  toggleSide,
  useListShown,
} from '../app/layout';
import { neighbour, selectionStore } from '../app/list';
import { leaveView, openBrief, showView, useOpenSlug, useView } from '../app/navigation';
import { closeWorkspace } from '../app/session';
import { useStore } from '../app/store';
import { toastProblem } from '../app/toasts';
import { useWorkspace, workspaceStore } from '../app/workspace';

/** The commands of an open workspace, but for those of the text itself. */
export function useWorkspaceCommands(): void {
  const slug = useOpenSlug();
  const view = useView();
  const open = slug !== null;
  const writable = useWorkspace((workspace) => workspace.readOnly === null);
  const undoable = useWorkspace((workspace) => workspace.undoable !== null);
  const redoable = useWorkspace((workspace) => workspace.redoable !== null);
  const any = useWorkspace((workspace) => workspace.briefs.length > 0);
  const chosen = useChosen(slug);
  useSelectionOfOpen(slug);

  useCommand('brief.new', () => openDialog({ kind: 'new-brief' }), writable);
  useCommand('brief.quick-open', () => openDialog({ kind: 'quick-open' }), any);
  useCommand(
    'brief.duplicate',
    () => slug && openDialog({ kind: 'duplicate', slug }),
    open && writable,
  );
  useCommand(
    'brief.rename',
    () => slug && openDialog({ kind: 'rename', what: 'brief', id: slug }),
    open && writable,
  );
  useCommand('edit.undo-change', askForStep('undo'), undoable && writable);
  useCommand('edit.redo-change', askForStep('redo'), redoable && writable);
  useCommand(
    'brief.delete',
    () => openDialog({ kind: 'delete', slugs: chosen }),
    chosen.length > 0 && writable,
  );
  useCommand('brief.show-in-folder', () => slug && void showInFolder(slug), open);
  useCommand(
    'export.brief',
    () => openDialog({ kind: 'export', slugs: chosen, allReady: false }),
    chosen.length > 0,
  );
  useCommand('export.ready', exportReady, any);
  useCommand('workspace.settings', () => openDialog({ kind: 'settings' }));
  useCommand('workspace.close', () => void closeWorkspace());
  useCommand('view.toggle-list', toggleList);
  useCommand('view.toggle-side', toggleSide);
  useCommand('view.preview', () => showBeside('preview'), open);
  useCommand('view.findings', () => showBeside('findings'), open);
  useCommand('view.links', () => showBeside('links'), open);
  useCommand('view.balance', () => showBeside('balance'), open);
  useCommand('go.search', () => showView('search'));
  useCommand('go.findings', () => showView('findings'));
  useCommand('go.graph', () => showView('graph'));
  useCommand('go.balance', () => showView('balance'));
  useCommand('go.entities', () => showView('entities'));
  useCommand('go.outlets', () => showView('outlets'));
  useCommand('go.editor', leaveView, view !== null);
  useCommand('go.next-brief', () => step(slug, 1), any);
  useCommand('go.previous-brief', () => step(slug, -1), any);
  useGoToList();
}

const askForStep = (way: 'undo' | 'redo') => () => openDialog({ kind: 'undo-change', way });

/** Shows a tab beside the brief, which comes back where a view has taken its place. */
function showBeside(tab: SideTab): void {
  leaveView();
  showSide(tab);
}

/** What a command on briefs works on: those chosen in the list, else the open one. */
function useChosen(slug: string | null): readonly string[] {
  const selection = useStore(selectionStore);
  if (selection.size > 1) return [...selection];
  return slug === null ? [] : [slug];
}

function exportReady(): void {
  const slugs = workspaceStore.get()?.briefs.map((row) => row.slug) ?? [];
  openDialog({ kind: 'export', slugs, allReady: true });
}

export async function showInFolder(slug: string): Promise<void> {
  const result = await bridge.showInFolder(slug);
  if (result.kind === 'problem') toastProblem(result.problem);
}

function step(slug: string | null, by: 1 | -1): void {
  const next = neighbour(slug, by);
  if (next) openBrief(next);
}

function useGoToList(): void {
  const shown = useListShown();
  useCommand('go.list', () => {
    if (shown) return focusList();
    showList();
    // The list is drawn first.
    requestAnimationFrame(focusList);
  });
}

const focusList = (): void => document.querySelector<HTMLElement>('#brief-list')?.focus();

/** Opening a brief chooses it alone. */
function useSelectionOfOpen(slug: string | null): void {
  useEffect(() => {
    selectionStore.set(slug === null ? new Set() : new Set([slug]));
  }, [slug]);
}
