import FilePlus from 'lucide-react/icons/file-plus-2';
import { memo, useDeferredValue, useMemo } from 'react';
import { COMMANDS } from '../../../bridge/commands';
import { openDialog } from '../../app/dialogs';
import { isNarrowed, listed, queryStore, setQuery } from '../../app/list';
import { useStore } from '../../app/store';
import { useWorkspace } from '../../app/workspace';
import { Button, IconButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterBar } from './FilterBar';
import { Rows } from './Rows';
import './BriefList.css';

/** The workspace's briefs: narrowed, in order, and what one can do with them. */
export function BriefList() {
  // While briefs are read, rows come in by the hundred: they are drawn between frames.
  const briefs = useDeferredValue(useWorkspace((workspace) => workspace.briefs));
  const query = useDeferredValue(useStore(queryStore));
  const rows = useMemo(() => listed(briefs, query), [briefs, query]);
  return (
    <nav className="brief-list" aria-label="Briefs">
      <header className="brief-list-head">
        <h2>Briefs</h2>
        <span className="brief-list-count">
          {isNarrowed(query) ? `${rows.length} of ${briefs.length}` : briefs.length}
        </span>
        <NewBrief />
      </header>
      <FilterBar />
      <div className="brief-list-rows">
        {rows.length > 0 ? <Rows rows={rows} /> : <Nothing any={briefs.length > 0} />}
      </div>
    </nav>
  );
}

const NewBrief = memo(function NewBrief() {
  const writable = useWorkspace((workspace) => workspace.readOnly === null);
  return (
    <IconButton
      label="New brief"
      keys={COMMANDS['brief.new'].keys}
      icon={<FilePlus aria-hidden="true" />}
      disabled={!writable}
      onClick={() => openDialog({ kind: 'new-brief' })}
    />
  );
});

function Nothing({ any }: { readonly any: boolean }) {
  return any ? (
    <EmptyState
      title="No brief matches"
      actions={
        <Button
          size="s"
          onClick={() => setQuery({ text: '', lenses: [], types: [], severities: [] })}
        >
          Show all
        </Button>
      }
    />
  ) : (
    <EmptyState title="No briefs yet">New ones are listed here.</EmptyState>
  );
}
