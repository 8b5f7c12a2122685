import { isSlug } from '../../../core/format/slug';
import { rowsBySlug, useWorkspace } from '../../app/workspace';
import { TextField } from '../../ui/TextField';

/** What is wrong with a slug for a new brief; null where it will do. */
export function useSlugFault(slug: string): string | null {
  const taken = useWorkspace((workspace) => rowsBySlug(workspace.briefs).has(slug));
  if (slug === '') return 'Give the brief a slug: it names the file and the page.';
  if (!isSlug(slug)) return 'Use small letters a to z, digits, and single hyphens between them.';
  return taken ? 'Another brief has this slug.' : null;
}

export function SlugField(props: {
  readonly value: string;
  readonly onChange: (slug: string) => void;
  readonly error: string | null;
  /** Typing replaces what is in it. */
  readonly selected?: boolean;
}) {
  const { value, onChange, error, selected = false } = props;
  const published = useWorkspace((workspace) =>
    workspace.published.some((entry) => entry.slug === value),
  );
  return (
    <TextField
      label="Slug"
      value={value}
      onChange={onChange}
      error={error}
      hint={
        published
          ? 'A published brief has this slug; this one will stand in its place.'
          : value
            ? `Saved as briefs/${value}.md`
            : 'It names the file and the page.'
      }
      spellCheck={false}
      onFocus={(event) => selected && event.currentTarget.select()}
    />
  );
}
