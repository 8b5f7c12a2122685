import { useState } from 'react';
import type { AdoptProposal } from '../../../bridge/types';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { mayLeave } from '../../app/close-guard';
import { flushMemory } from '../../app/memory';
import { receive } from '../../app/session';
import { workspaceStore } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SiteFields, VocabularyFields } from './SettingsFields';
import { anyFault, draftOf, faultsOf, type SettingsDraft, settingsOf } from './settings-draft';
import './dialogs.css';

/** Shows what a folder of briefs would become; nothing is written before it is accepted. */
export function AdoptDialog({ dialog, onClose }: ShellDialogProps<'adopt'>) {
  const { proposal } = dialog;
  const [draft, setDraft] = useState(() => draftOf(proposal.settings));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const faults = faultsOf(draft);
  const change = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }));

  const adopt = async () => {
    if (anyFault(faults)) return;
    if (workspaceStore.get() && !(await mayLeave())) return;
    flushMemory();
    setPending(true);
    const result = await bridge.adopt(proposal.token, settingsOf(draft, proposal.settings));
    setPending(false);
    if (result.kind === 'problem') setProblem(result.problem.message);
    else receive(result);
  };

  return (
    <Dialog
      open
      title="Make this folder a workspace?"
      description={`It holds ${proposal.briefs === 1 ? 'one brief' : `${proposal.briefs.toLocaleString()} briefs`} and no settings. What follows was learned from there; no brief is touched.`}
      onClose={onClose}
      onSubmit={() => void adopt()}
      footer={
        <>
          <span className="ui-dialog-foot-note">Nothing has been written yet.</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending}>
            Make workspace
          </Button>
        </>
      }
    >
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <Files proposal={proposal} />
      <SiteFields draft={draft} onChange={change} faults={faults} />
      <VocabularyFields draft={draft} onChange={change} />
      <Learned
        title={`Entities (${proposal.entities.length})`}
        lines={proposal.entities.map(({ slug, name }) => [name, slug])}
      />
      <Learned
        title={`Outlets (${proposal.outlets.length})`}
        lines={proposal.outlets.map(({ name, region, lang, domains }) => [
          name,
          [region, lang, ...(domains ?? [])].filter(Boolean).join(' · '),
        ])}
      />
    </Dialog>
  );
}

function Files({ proposal }: { readonly proposal: AdoptProposal }) {
  return (
    <section className="ui-field">
      <h3 className="ui-field-label">Files to be written in {proposal.path}</h3>
      <ul className="dialog-names">
        {proposal.files.map((file) => (
          <li key={file}>
            <code>{file}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

const most = 200;

function Learned(props: {
  readonly title: string;
  readonly lines: readonly (readonly [name: string, detail: string])[];
}) {
  const { title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <details className="learned">
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, most).map(([name, detail]) => (
          <li key={`${name} ${detail}`}>
            {name} <span className="dialog-note">{detail}</span>
          </li>
        ))}
        {lines.length > most ? <li>and {lines.length - most} more</li> : null}
      </ul>
    </details>
  );
}
