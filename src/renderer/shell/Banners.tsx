import { useState } from 'react';
import type { SaveState } from '../app/save-state';
import { saveStates } from '../app/save-state';
import { openDialog } from '../app/dialogs';
import { nameOf } from '../app/list';
import { openBrief, useOpenSlug } from '../app/navigation';
import { vanishedStore } from '../app/session';
import { useStore } from '../app/store';
import { rowsBySlug, useWorkspace } from '../app/workspace';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';

/** What must be known as long as it is so; the gravest first. */
export function Banners() {
  const vanished = useStore(vanishedStore);
  const readOnly = useWorkspace((workspace) => workspace.readOnly);
  return (
    <div>
      {vanished ? (
        <Banner kind="error">
          The workspace’s folder is not there now. What you type is kept; save again when the folder
          is back.
        </Banner>
      ) : null}
      <FailedSaves />
      {readOnly ? <Banner kind="warning">{readOnly}</Banner> : null}
      <FileProblems />
      <Recovery />
    </div>
  );
}

type FailedSave = Extract<SaveState, { kind: 'failed' }>;

/** Of briefs that are not in front; the editor tells of the one that is. */
function FailedSaves() {
  const open = useOpenSlug();
  const states = useStore(saveStates);
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const rows = rowsBySlug(briefs);
  const failed = [...states].flatMap(([slug, state]): [string, FailedSave][] =>
    state.kind === 'failed' && slug !== open ? [[slug, state]] : [],
  );
  return failed.map(([slug, { problem, retry, saveCopy }]) => (
    <Banner
      key={slug}
      kind="error"
      actions={
        <>
          <Button size="s" onClick={retry}>
            Save again
          </Button>
          <Button size="s" onClick={saveCopy}>
            Save a copy…
          </Button>
        </>
      }
    >
      “{nameOf(rows.get(slug) ?? { title: '', slug })}” is not saved. {problem.message}
    </Banner>
  ));
}

function FileProblems() {
  const problems = useWorkspace((workspace) => workspace.problems);
  const [first, ...others] = problems;
  if (!first) return null;
  return (
    <Banner
      kind="warning"
      actions={
        <Button size="s" onClick={() => openDialog({ kind: 'settings', tab: 'files' })}>
          Show files…
        </Button>
      }
    >
      {first.message}
      {others.length > 0
        ? ` ${others.length} more ${others.length === 1 ? 'file has' : 'files have'} a problem.`
        : ''}
    </Banner>
  );
}

/** Unsaved text of an earlier session; the open brief's is offered by the editor itself. */
function Recovery() {
  const drafts = useWorkspace((workspace) => workspace.drafts);
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const open = useOpenSlug();
  const [dismissed, setDismissed] = useState(false);
  const waiting = drafts.filter(({ slug }) => slug !== open);
  const next = waiting[0];
  if (!next || dismissed) return null;
  const name = nameOf(rowsBySlug(briefs).get(next.slug) ?? { title: '', slug: next.slug });
  return (
    <Banner
      kind="info"
      onDismiss={() => setDismissed(true)}
      actions={
        <Button size="s" onClick={() => openBrief(next.slug)}>
          Open and compare
        </Button>
      }
    >
      {waiting.length === 1
        ? `Unsaved text of “${name}” was kept when Briefwright closed.`
        : `Unsaved text of ${waiting.length} briefs was kept when Briefwright closed: “${name}” first.`}
    </Banner>
  );
}
