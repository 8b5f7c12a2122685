import { useState } from 'react';
import type { Settings } from '../../../core/workspace/workspace';
import { bridge } from '../../app/bridge';
import type { SettingsTab, ShellDialogProps } from '../../app/dialogs';
import { toast, toastProblem } from '../../app/toasts';
import { useWorkspace, workspaceStore } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Tabs } from '../../ui/Tabs';
import { BalanceTab } from './BalanceTab';
import { FilesTab } from './FilesTab';
import { RulesTab } from './RulesTab';
import { ExportPathField, SiteFields, VocabularyFields } from './SettingsFields';
import {
  anyFault,
  draftOf,
  faultsOf,
  sameSettings,
  type SettingsDraft,
  settingsOf,
} from './settings-draft';

export function SettingsDialog({ dialog, onClose }: ShellDialogProps<'settings'>) {
  const settings = useWorkspace((workspace) => workspace.settings);
  const readOnly = useWorkspace((workspace) => workspace.readOnly);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [tab, setTab] = useState<SettingsTab>(dialog.tab ?? 'general');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const faults = faultsOf(draft);
  const change = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }));

  const save = async () => {
    if (anyFault(faults)) {
      setTab(faults.target && !anyFault({ ...faults, target: false }) ? 'balance' : 'general');
      return;
    }
    setPending(true);
    const after = settingsOf(draft, settings);
    const result = await bridge.saveSettings(after);
    setPending(false);
    if (result.kind === 'problem') {
      setProblem(result.problem.message);
      return;
    }
    toast('Settings saved.', {
      kind: 'done',
      action: { label: 'Undo', run: () => void putBack(settings, after) },
    });
    onClose();
  };

  const fields = { draft, onChange: change };
  return (
    <Dialog
      open
      size="l"
      title="Workspace settings"
      onClose={onClose}
      footer={
        <>
          {readOnly ? <span className="ui-dialog-foot-note">{readOnly}</span> : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={pending}
            disabled={readOnly !== null}
            onClick={() => void save()}
          >
            Save settings
          </Button>
        </>
      }
    >
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <div className="settings">
        <Tabs<SettingsTab>
          label="Settings"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              value: 'general',
              label: 'General',
              content: (
                <div className="settings-tab">
                  <SiteFields {...fields} faults={faults} />
                  <ExportPathField {...fields} faults={faults} />
                  <Published folders={settings.published ?? []} />
                </div>
              ),
            },
            {
              value: 'vocabularies',
              label: 'Vocabularies',
              content: (
                <div className="settings-tab">
                  <p className="dialog-note">
                    A vocabulary that is empty is not checked. Type a word and press Enter.
                  </p>
                  <VocabularyFields {...fields} />
                </div>
              ),
            },
            {
              value: 'balance',
              label: 'Balance',
              content: <BalanceTab {...fields} />,
            },
            {
              value: 'rules',
              label: 'Rules',
              content: <RulesTab rules={draft.rules} onChange={(rules) => change({ rules })} />,
            },
            { value: 'files', label: 'Files', content: <FilesTab /> },
          ]}
        />
      </div>
    </Dialog>
  );
}

/** Takes saved settings back, unless they are others by now. */
async function putBack(before: Settings, after: Settings): Promise<void> {
  const now = workspaceStore.get()?.settings;
  if (!now || !sameSettings(now, after)) {
    toast('The settings were changed since, so they stay as they are.');
    return;
  }
  const result = await bridge.saveSettings(before);
  if (result.kind === 'problem') toastProblem(result.problem);
  else toast('The settings are as they were before.', { kind: 'done' });
}

function Published({ folders }: { readonly folders: readonly string[] }) {
  return (
    <section className="ui-field">
      <h3 className="ui-field-label">Published folders</h3>
      {folders.length > 0 ? (
        <ul className="dialog-names">
          {folders.map((folder) => (
            <li key={folder}>
              <code>{folder}</code>
            </li>
          ))}
        </ul>
      ) : (
        <p>None</p>
      )}
      <p className="ui-field-hint">
        Their briefs count as known for links. They are named under “published” in briefwright.json,
        relative to the workspace.
      </p>
    </section>
  );
}
