import type { WorkspaceState } from '../../../../bridge/types';
import type { Renamed } from '../../../app/dialogs';
import { useWorkspace } from '../../../app/workspace';
import { TextField } from '../../../ui/TextField';
import type { RenameFields } from './draft';

type Named = Exclude<Renamed, 'brief' | 'entity'>;

/** For what has a name and no slug. */
export function NameForm(props: RenameFields & { readonly what: Named }) {
  const { what, id, draft, tried, onChange } = props;
  const names = useWorkspace();
  const name = draft.name.trim();
  const taken = name !== id && namesOf[what](names).includes(name);
  return (
    <TextField
      label="Name"
      value={draft.name}
      onChange={(typed) => onChange({ name: typed })}
      error={tried ? (draft.fault?.text ?? null) : null}
      hint={taken ? `There is a ${what} of this name already: the two become one.` : hints[what]}
      dir="auto"
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

const namesOf: Readonly<Record<Named, (workspace: WorkspaceState) => readonly string[]>> = {
  lens: ({ settings }) => settings.lenses ?? [],
  head: ({ settings }) => settings.heads ?? [],
  outlet: ({ outlets }) => outlets.map((outlet) => outlet.name),
};

const hints: Readonly<Record<Named, string>> = {
  lens: 'In the headings of all briefs and in the vocabulary.',
  head: 'In the meta lines of all briefs and in the vocabulary.',
  outlet: 'In the takes of all briefs and in the registry.',
};
