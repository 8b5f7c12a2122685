import FilePlus from 'lucide-react/icons/file-plus-2';
import { memo, startTransition, useLayoutEffect, useState } from 'react';
import { COMMANDS } from '../../../bridge/commands';
import { openDialog } from '../../app/dialogs';
import { isNarrowed, listed, listing, queryStore, setQuery } from '../../app/list';
import { inSlices } from '../../app/slices';
import { useStore } from '../../app/store';
import { useWorkspace } from '../../app/workspace';
import { Button, IconButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterBar } from './FilterBar';
import { Rows } from './Rows';
import './BriefList.css';

/** The workspace's briefs: narrowed, in order, and what one can do with them. */
export function BriefList() {
  const { rows, briefs, query } = useListed();
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

/** What is listed, of which briefs and by which query: found between keys and frames, and then drawn at once. */
function useListed() {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const query = useStore(queryStore);
  const [found, setFound] = useState(() => ({ rows: listed(briefs, query), briefs, query }));
  useLayoutEffect(() => {
    let isFirst = true;
    const end = inSlices(listing(briefs, query), (rows) => {
      const show = () =>
        setFound((last) =>
          last.rows === rows && last.query === query ? last : { rows, briefs, query },
        );
      if (isFirst) show();
      else startTransition(show);
    });
    isFirst = false;
    return end;
  }, [briefs, query]);
  return found;
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
