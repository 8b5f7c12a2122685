import BookOpen from 'lucide-react/icons/book-open';
import FolderOpen from 'lucide-react/icons/folder-open';
import FolderPlus from 'lucide-react/icons/folder-plus';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { COMMANDS } from '../../bridge/commands';
import type { RecentWorkspace } from '../../bridge/types';
import { openDialog } from '../app/dialogs';
import {
  chooseWorkspace,
  forgetRecent,
  openProblem,
  openRecent,
  openSample,
  recentStore,
} from '../app/session';
import { useStore } from '../app/store';
import { Banner } from '../ui/Banner';
import { IconButton } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import './Welcome.css';

/** What is shown while no workspace is open. */
export function Welcome() {
  const recent = useStore(recentStore);
  const problem = useStore(openProblem);
  return (
    <div className="welcome">
      {problem ? (
        <Banner kind="error" onDismiss={() => openProblem.set(null)}>
          {problem.message}
        </Banner>
      ) : null}
      <main className="welcome-page">
        <h1>Briefwright</h1>
        <p className="welcome-lead">Write news briefs, see what is wrong, export clean Markdown.</p>
        <ul className="welcome-ways">
          <Way
            icon={<FolderOpen aria-hidden="true" />}
            title="Open workspace…"
            text="A folder with a briefwright.json, or one that holds briefs"
            keys={COMMANDS['workspace.open'].keys}
            onClick={() => void chooseWorkspace()}
          />
          <Way
            icon={<FolderPlus aria-hidden="true" />}
            title="New workspace…"
            text="Choose a folder and set its vocabularies"
            onClick={() => openDialog({ kind: 'new-workspace' })}
          />
          <Way
            icon={<BookOpen aria-hidden="true" />}
            title="Open the sample"
            text="A published brief and a few drafts to try things on"
            onClick={() => void openSample()}
          />
        </ul>
        {recent.length > 0 ? (
          <section aria-labelledby="recent">
            <h2 id="recent">Recent workspaces</h2>
            <ul className="welcome-recent">
              {recent.map((workspace) => (
                <Recent key={workspace.id} workspace={workspace} />
              ))}
            </ul>
          </section>
        ) : null}
        <p className="welcome-hint">Or drop a folder anywhere on this window.</p>
      </main>
    </div>
  );
}

function Way(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly keys?: string | undefined;
  readonly onClick: () => void;
}) {
  return (
    <li>
      <button type="button" className="welcome-way" onClick={props.onClick}>
        {props.icon}
        <span className="welcome-way-title">{props.title}</span>
        <span className="welcome-way-text">{props.text}</span>
        {props.keys ? <Kbd keys={props.keys} /> : null}
      </button>
    </li>
  );
}

function Recent({ workspace }: { readonly workspace: RecentWorkspace }) {
  const { id, name, path, present } = workspace;
  return (
    <li className="welcome-recent-row">
      <button
        type="button"
        className="welcome-recent-open"
        disabled={!present}
        onClick={() => void openRecent(id)}
      >
        <span className="welcome-recent-name">{name}</span>
        <span className="welcome-recent-path" title={path}>
          {present ? path : `${path} (not there now)`}
        </span>
      </button>
      <IconButton
        size="s"
        label={`Remove ${name} from this list`}
        icon={<X aria-hidden="true" />}
        onClick={() => void forgetRecent(id)}
      />
    </li>
  );
}
