import { type ReactNode, useState } from 'react';
import type { ChangeRequest } from '../../../core/plan/types';
import type { WorkspaceState } from '../../../bridge/types';
import type { ShellDialogProps } from '../../app/dialogs';
import { useWorkspace } from '../../app/workspace';
import { Dialog } from '../../ui/Dialog';
import { ChangeFormFoot } from '../changes/ChangeFormFoot';
import { ChangePlanDialog } from './Change';
import './dialogs.css';

/** Makes one of several entities or outlets: which one stays, then every line that changes. */
export function MergeDialog({ dialog, onClose }: ShellDialogProps<'merge'>): ReactNode {
  const { what, ids } = dialog;
  const words = WORDS[what];
  const records = recordsOf[what](useWorkspace());
  const [into, setInto] = useState(ids[0] ?? '');
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const find = (id: string) => records.find((record) => record.id === id);
  if (request) {
    return (
      <ChangePlanDialog
        title={`Merge into ${find(into)?.name ?? into}`}
        request={request}
        onClose={onClose}
        onBack={() => setRequest(null)}
      />
    );
  }
  return (
    <Dialog
      open
      size="s"
      title={`Merge ${ids.length} ${words.many}`}
      description={words.about}
      onClose={onClose}
      onSubmit={() => setRequest(requestOf(what, ids, into))}
      footer={<ChangeFormFoot onClose={onClose} />}
    >
      <fieldset className="change-keep">
        <legend>Which one stays</legend>
        {ids.map((id) => (
          <label key={id}>
            <input type="radio" name="into" checked={id === into} onChange={() => setInto(id)} />
            <span dir="auto">{find(id)?.name ?? id}</span>
            <span className="change-keep-detail">{find(id)?.detail ?? ''}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

type Merged = 'entity' | 'outlet';

const WORDS = {
  entity: {
    many: 'entities',
    about: 'All links go to the one that stays; the names of the others become its aliases.',
  },
  outlet: {
    many: 'outlets',
    about: 'All takes name the one that stays, which takes over the domains of the others.',
  },
} as const;

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

const recordsOf: Readonly<Record<Merged, (workspace: WorkspaceState) => readonly Choice[]>> = {
  entity: ({ entities }) =>
    entities.map(({ slug, name, kind, aliases = [] }) => ({
      id: slug,
      name,
      detail: detailOf(slug, kind, ...aliases),
    })),
  outlet: ({ outlets }) =>
    outlets.map(({ name, region, lang, domains = [] }) => ({
      id: name,
      name,
      detail: detailOf(region, lang, ...domains),
    })),
};

const detailOf = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');

function requestOf(what: Merged, ids: readonly string[], into: string): ChangeRequest {
  const others = ids.filter((id) => id !== into);
  return what === 'entity'
    ? { kind: 'merge-entities', slugs: others, into }
    : { kind: 'merge-outlets', names: others, into };
}
