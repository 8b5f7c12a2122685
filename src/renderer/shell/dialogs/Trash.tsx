import { useEffect, useState } from 'react';
import type { BriefRow } from '../../../bridge/types';
import type { Reference } from '../../../core/graph/references';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { mayLeave } from '../../app/close-guard';
import { nameOf, neighbour, selectionStore } from '../../app/list';
import { openBrief, placeStore } from '../../app/navigation';
import { toast, toastProblem } from '../../app/toasts';
import { rowsBySlug, useWorkspace, workspaceStore } from '../../app/workspace';
import { Confirm } from '../../ui/Dialog';
import { ChangePlanDialog } from './Change';
import './dialogs.css';

/**
 * One brief goes by a plan, which shows what depends on it and can be undone; several go to the
 * system's trash, after those that link to them were listed.
 */
export function TrashDialog(props: ShellDialogProps<'trash'>) {
  const { slugs } = props.dialog;
  const only = slugs.length === 1 ? slugs[0] : undefined;
  return only === undefined ? <TrashMany {...props} /> : <DeleteOne {...props} slug={only} />;
}

function DeleteOne({ slug, onClose }: { readonly slug: string; readonly onClose: () => void }) {
  const [request] = useState({ kind: 'delete-brief', slug } as const);
  return (
    <ChangePlanDialog
      title={titleFor([slug], rowsBySlug(workspaceStore.get()?.briefs ?? []))}
      description="The file goes to the trash of the workspace. Undo takes the whole change back."
      request={request}
      onClose={onClose}
    />
  );
}

function TrashMany({ dialog, onClose }: ShellDialogProps<'trash'>) {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const [pending, setPending] = useState(false);
  const { slugs } = dialog;
  const linking = useLinking(slugs);
  const trash = async () => {
    setPending(true);
    // What goes to the trash is what was typed last.
    if (await mayLeave()) await moveToTrash(slugs);
    onClose();
  };
  return (
    <Confirm
      open
      danger
      title={titleFor(slugs, rowsBySlug(briefs))}
      action={`Move ${slugs.length} to trash`}
      pending={pending}
      onConfirm={() => void trash()}
      onCancel={onClose}
    >
      <p>The files go to the system’s trash; from there they can be brought back.</p>
      {linking === null ? <p>Looking for briefs that link here…</p> : null}
      {linking?.length === 0 ? <p>No other brief links here.</p> : null}
      {linking && linking.length > 0 ? <Linking rows={linking} /> : null}
    </Confirm>
  );
}

/** The other briefs that link to these; null until that is known. */
function useLinking(slugs: readonly string[]): readonly Reference[] | null {
  const [linking, setLinking] = useState<readonly Reference[] | null>(null);
  useEffect(() => {
    let isShown = true;
    void linkingTo(slugs).then((found) => {
      if (isShown) setLinking(found);
    });
    return () => {
      isShown = false;
    };
  }, [slugs]);
  return linking;
}

async function linkingTo(slugs: readonly string[]): Promise<readonly Reference[]> {
  const found = new Map<string, Reference>();
  for (const slug of slugs) {
    const told = await bridge.references({ kind: 'brief', slug });
    if (told.kind === 'problem') continue;
    for (const from of told.answer.incoming) {
      if (!from.published && !slugs.includes(from.slug)) found.set(from.slug, from);
    }
  }
  return [...found.values()];
}

function Linking({ rows }: { readonly rows: readonly Reference[] }) {
  return (
    <div>
      <p className="dialog-warning">
        {rows.length === 1
          ? 'One brief links here; its link will be broken:'
          : `${rows.length} briefs link here; their links will be broken:`}
      </p>
      <ul className="dialog-names">
        {rows.map((row) => (
          <li key={row.slug}>{nameOf(row)}</li>
        ))}
      </ul>
    </div>
  );
}

function titleFor(slugs: readonly string[], rows: ReadonlyMap<string, BriefRow>): string {
  const [first = ''] = slugs;
  return slugs.length === 1
    ? `Delete “${nameOf(rows.get(first) ?? { title: '', slug: first })}”?`
    : `Move ${slugs.length} briefs to the trash?`;
}

async function moveToTrash(slugs: readonly string[]): Promise<void> {
  const open = placeStore.get().slug;
  const next = open !== null && slugs.includes(open) ? nextTo(open, slugs) : open;
  if (next !== open) openBrief(next);
  let moved = 0;
  for (const slug of slugs) {
    const result = await bridge.trashBrief(slug);
    if (result.kind === 'problem') toastProblem(result.problem);
    else moved += 1;
  }
  selectionStore.set(new Set(next === null ? [] : [next]));
  if (moved > 0) {
    toast(moved === 1 ? 'Moved to the trash.' : `${moved} briefs moved to the trash.`, {
      kind: 'done',
    });
  }
}

/** The nearest brief in the list that stays. */
function nextTo(slug: string, leaving: readonly string[]): string | null {
  for (const by of [1, -1] as const) {
    let at = neighbour(slug, by);
    while (at !== null && leaving.includes(at)) at = neighbour(at, by);
    if (at !== null) return at;
  }
  return workspaceStore.get()?.briefs.find((row) => !leaving.includes(row.slug))?.slug ?? null;
}
