import { useWorkspace } from '../../../app/workspace';
import { TextField } from '../../../ui/TextField';
import type { RenameFields } from './draft';

export function EntityForm({ draft, tried, id, onChange }: RenameFields) {
  const now = useWorkspace(
    (workspace) => workspace.entities.find(({ slug }) => slug === id)?.name ?? '',
  );
  const { fault } = draft;
  const renamed = draft.name.trim() !== now;
  return (
    <>
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={tried && fault?.field === 'name' ? fault.text : null}
        dir="auto"
        onFocus={(event) => event.currentTarget.select()}
      />
      <TextField
        label="Slug"
        value={draft.slug}
        onChange={(slug) => onChange({ slug: slug.toLowerCase() })}
        error={(tried || draft.slug !== id) && fault?.field === 'slug' ? fault.text : null}
        hint="Its links are changed with it."
        spellCheck={false}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.keepAlias && renamed}
          disabled={!renamed}
          onChange={(event) => onChange({ keepAlias: event.target.checked })}
        />
        Keep the old name as an alias
      </label>
    </>
  );
}
