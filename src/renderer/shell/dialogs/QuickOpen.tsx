import { useCallback, useMemo } from 'react';
import { briefItems, createMatcher } from '../../../core/complete';
import type { ShellDialogProps } from '../../app/dialogs';
import { EMPTY_QUERY, listed, nameOf } from '../../app/list';
import { openBrief } from '../../app/navigation';
import { useWorkspace } from '../../app/workspace';
import { Chooser } from '../../ui/Chooser';

const most = 50;

/** Any brief, found by its title or slug; the newest before one types. */
export function QuickOpenDialog({ onClose }: ShellDialogProps<'quick-open'>) {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const newest = useMemo(() => listed(briefs, EMPTY_QUERY).slice(0, most), [briefs]);
  const matcher = useMemo(() => createMatcher(briefItems(briefs)), [briefs]);
  const find = useCallback(
    (query: string) => {
      const found = query.trim()
        ? matcher.match(query, { limit: most }).map(({ item }) => item.brief)
        : newest;
      return found.map((brief) => ({ id: brief.slug, label: nameOf(brief), detail: brief.slug }));
    },
    [matcher, newest],
  );
  return (
    <Chooser
      label="Open brief"
      placeholder="Title or slug"
      find={find}
      onClose={onClose}
      onChoose={(slug) => {
        onClose();
        openBrief(slug);
      }}
    />
  );
}
