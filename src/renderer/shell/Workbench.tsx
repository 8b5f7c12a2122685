import FileText from 'lucide-react/icons/file-text';
import { useEffect, useState } from 'react';
import { afterFrame } from '../app/after-frame';
import { openDialog } from '../app/dialogs';
import { useListShown, useSideShown } from '../app/layout';
import { resetQuery } from '../app/list';
import { useLive } from '../app/live';
import { keptSizes } from '../app/memory';
import { useOpenSlug, useView } from '../app/navigation';
import { useWorkspace } from '../app/workspace';
// Not loaded late: the first brief waits for it.
import { EditorPane, Leaving, SidePane } from '../editor';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { type Pane, SplitPanes } from '../ui/SplitPanes';
import { WorkspaceView } from '../views/View';
import { Banners } from './Banners';
import { BriefList } from './list/BriefList';
import { Rail } from './Rail';
import { StatusBar } from './StatusBar';
import { useWorkspaceCommands } from './workspace-commands';
import './Workbench.css';

const sizes = keptSizes('workbench');

/** An open workspace: list, editor and side pane, with what must be known above and below. */
export function Workbench() {
  const slug = useOpenSlug();
  const name = useWorkspace((workspace) => workspace.name);
  const view = useView();
  const listShown = useListShown();
  const sideShown = useSideShown();
  useEffect(resetQuery, []);
  useWorkspaceCommands();
  const drawn = useFirstFrame();
  const list: Pane = {
    id: 'list',
    label: 'brief list',
    size: Math.min(280, Math.round(window.innerWidth * 0.23)),
    min: 170,
    fixed: true,
    content: drawn ? <BriefList /> : null,
  };
  const editor: Pane = {
    id: 'editor',
    label: 'editor',
    min: 320,
    content: view ? <WorkspaceView view={view} /> : <Editor slug={slug} />,
  };
  const side: Pane = {
    id: 'side',
    label: 'preview and findings',
    size: Math.round(window.innerWidth * 0.3),
    min: 220,
    content: (
      <section className="workbench-side" aria-label="Preview and findings">
        {drawn ? <SidePane slug={slug} /> : null}
      </section>
    ),
  };
  return (
    <div className="workbench">
      <Banners />
      <main className="workbench-panes">
        <h1 className="ui-hidden">{name}</h1>
        <Rail />
        <div className="workbench-split">
          <SplitPanes
            sizes={sizes}
            panes={[
              ...(listShown ? [list] : []),
              editor,
              ...(sideShown && slug && !view ? [side] : []),
            ]}
          />
        </div>
      </main>
      <StatusBar slug={slug} />
      <WindowTitle slug={slug} workspace={name} />
      <Leaving />
    </div>
  );
}

/** False until the window has shown its first frame: what stands beside the brief does not hold it up. */
function useFirstFrame(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => afterFrame(() => setDrawn(true)), []);
  return drawn;
}

/** By itself: at each pause in typing its brief may be called otherwise. */
function WindowTitle(props: { readonly slug: string | null; readonly workspace: string }): null {
  const { slug, workspace } = props;
  const live = useLive(slug);
  const brief = live?.title || slug;
  useEffect(() => {
    document.title = brief ? `${brief} – ${workspace}` : workspace;
    return () => {
      document.title = 'Briefwright';
    };
  }, [brief, workspace]);
  return null;
}

function Editor({ slug }: { readonly slug: string | null }) {
  return (
    <section className="workbench-editor" aria-label="Editor" data-pane="editor">
      {slug === null ? <NoBrief /> : <EditorPane slug={slug} />}
    </section>
  );
}

function NoBrief() {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const readOnly = useWorkspace((workspace) => workspace.readOnly);
  const first = briefs[0];
  return (
    <EmptyState
      icon={<FileText aria-hidden="true" />}
      title={first ? 'No brief is open' : 'This workspace has no briefs yet'}
      actions={
        <>
          <Button
            variant="primary"
            disabled={readOnly !== null}
            onClick={() => openDialog({ kind: 'new-brief' })}
          >
            New brief…
          </Button>
          {first ? (
            <Button onClick={() => openDialog({ kind: 'quick-open' })}>Open brief…</Button>
          ) : null}
        </>
      }
    >
      {first ? 'Choose one from the list, or start a new one.' : 'Start the first one.'}
    </EmptyState>
  );
}
