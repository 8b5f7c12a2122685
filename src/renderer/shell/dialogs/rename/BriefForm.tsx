import { SlugField } from '../SlugField';
import type { RenameFields } from './draft';

export function BriefForm({ draft, tried, id, onChange }: RenameFields) {
  const fault = tried || draft.slug !== id ? (draft.fault?.text ?? null) : null;
  return (
    <>
      <SlugField
        value={draft.slug}
        onChange={(typed) => onChange({ slug: typed.toLowerCase() })}
        error={fault}
        selected
      />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.redirect}
          onChange={(event) => onChange({ redirect: event.target.checked })}
        />
        Record a redirect from the old slug
      </label>
      <p className="dialog-note">
        The file, its canonical address and every link to it follow. A redirect lets the site lead
        readers of the old address on.
      </p>
    </>
  );
}
