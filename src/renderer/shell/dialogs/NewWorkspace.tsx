import FolderOpen from 'lucide-react/icons/folder-open';
import { useState } from 'react';
import type { Settings } from '../../../core/workspace/workspace';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { mayLeave } from '../../app/close-guard';
import { flushMemory } from '../../app/memory';
import { receive } from '../../app/session';
import { workspaceStore } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SAMPLE_SETTINGS } from './sample-settings';
import { SiteFields, VocabularyFields } from './SettingsFields';
import { anyFault, draftOf, faultsOf, type SettingsDraft, settingsOf } from './settings-draft';
import './dialogs.css';

interface Folder {
  readonly token: string;
  readonly path: string;
  readonly empty: boolean;
}

const start: Settings = {
  version: 1,
  site: '',
  prefix: '',
  types: ['event'],
  lenses: ['unlabelled'],
  languages: ['en'],
};

const noFaults = { site: null, prefix: null, exportPath: null, target: false };

/** Where a new workspace goes, and the words it starts with. */
export function NewWorkspaceDialog({ onClose }: ShellDialogProps<'new-workspace'>) {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [draft, setDraft] = useState(() => draftOf(start));
  /** What was filled in before the sample was asked for; null without it. */
  const [before, setBefore] = useState<SettingsDraft | null>(null);
  const withSample = before !== null;
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const faults = faultsOf(draft);
  const change = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }));

  const fillIn = (sample: boolean) => {
    setBefore(sample ? draft : null);
    setDraft(sample ? draftOf(SAMPLE_SETTINGS) : (before ?? draft));
  };

  const choose = async () => {
    const chosen = await bridge.chooseFolder();
    if (chosen.kind === 'chosen') setFolder(chosen);
  };

  const create = async () => {
    setTried(true);
    if (!folder || anyFault(faults)) return;
    if (workspaceStore.get() && !(await mayLeave())) return;
    flushMemory();
    setPending(true);
    const { token } = folder;
    const settings = settingsOf(draft, start);
    const result = await bridge.createWorkspace({ token, settings, withSample });
    setPending(false);
    if (result.kind === 'problem') setProblem(result.problem.message);
    else receive(result);
  };

  return (
    <Dialog
      open
      title="New workspace"
      description="A workspace is a folder of plain files: briefs, registries and settings."
      onClose={onClose}
      onSubmit={() => void create()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending}>
            Create workspace
          </Button>
        </>
      }
    >
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <FolderField
        folder={folder}
        error={tried && !folder ? 'Choose the folder that will hold the workspace.' : null}
        onChoose={() => void choose()}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={withSample}
          onChange={(event) => fillIn(event.target.checked)}
        />
        Put the sample in it: its briefs, registries and settings
      </label>
      <SiteFields draft={draft} onChange={change} faults={tried ? faults : noFaults} />
      <VocabularyFields draft={draft} onChange={change} />
    </Dialog>
  );
}

function FolderField(props: {
  readonly folder: Folder | null;
  readonly error: string | null;
  readonly onChoose: () => void;
}) {
  const { folder, error, onChoose } = props;
  return (
    <section className="ui-field" aria-labelledby="new-folder">
      <h3 id="new-folder" className="ui-field-label">
        Folder
      </h3>
      <div className="folder">
        <Button icon={<FolderOpen aria-hidden="true" />} onClick={onChoose}>
          {folder ? 'Change…' : 'Choose folder…'}
        </Button>
        <code className="ui-truncate" title={folder?.path}>
          {folder?.path}
        </code>
      </div>
      {error ? (
        <p className="ui-field-error" role="alert">
          {error}
        </p>
      ) : null}
      {folder && !folder.empty ? (
        <p className="ui-field-hint">The folder holds files already; none of them is changed.</p>
      ) : null}
    </section>
  );
}
