import { useCallback, useMemo } from 'react';
import { EMPTY_QUERY, listed, nameOf } from '../../app/list';
import { openBrief } from '../../app/navigation';
import { useWorkspace } from '../../app/workspace';
import { Chooser } from '../../ui/Chooser';
import type { ShellDialogProps } from '../Dialogs';

const most = 50;

/** Any brief, found by its title or slug. */
export function QuickOpenDialog({ onClose }: ShellDialogProps<'quick-open'>) {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const newest = useMemo(() => listed(briefs, EMPTY_QUERY), [briefs]);
  const find = useCallback(
    (query: string) =>
      (query.trim() ? listed(briefs, { ...EMPTY_QUERY, text: query }) : newest)
        .slice(0, most)
        .map((row) => ({ id: row.slug, label: nameOf(row), detail: row.slug })),
    [briefs, newest],
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
