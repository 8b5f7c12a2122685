// An `option` element holds plain text only.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, type ReactNode, type Ref, useEffect } from 'react';
import { useStore } from '../../app/store';
import { nameOf } from '../../app/list';
import { classes } from '../../ui/classes';
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList';
import { found } from './query';
import { type ResultRow, runOf, stretchesOf } from './rows';

/** Briefs, and below each the places where it was found. */
export function Results(props: {
  readonly rows: readonly ResultRow[];
  readonly active: number;
  /** How many briefs there are in all. */
  readonly total: number;
  readonly list: Ref<VirtualListHandle>;
  readonly onOpen: (row: ResultRow) => void;
}): ReactNode {
  const { rows, active, total, list, onOpen } = props;
  const more = useStore(found.state, (state) => runOf(state.items)) < total;
  return (
    <VirtualList
      count={rows.length + (more ? 1 : 0)}
      rowHeight={34}
      measured
      keyOf={String}
      handle={list}
      attributes={{
        id: 'search-results',
        className: 'sv-scroll',
        role: 'listbox',
        'aria-label': 'Results',
        tabIndex: -1,
      }}
    >
      {(index) => {
        const row = rows[index];
        if (!row) return <More />;
        return <Row row={row} index={index} active={index === active} onOpen={onOpen} />;
      }}
    </VirtualList>
  );
}

const Row = memo(function Row(props: {
  readonly row: ResultRow;
  readonly index: number;
  readonly active: boolean;
  readonly onOpen: (row: ResultRow) => void;
}) {
  const { row, index, active, onOpen } = props;
  return (
    // The field takes the keys for the results.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`result-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes('sv-row', `sv-${row.kind}`, active && 'sv-active')}
      onClick={() => onOpen(row)}
    >
      {row.kind === 'brief' ? <Brief row={row} /> : <Place row={row} />}
    </div>
  );
});

function Brief({ row: { hit } }: { readonly row: Extract<ResultRow, { kind: 'brief' }> }) {
  const inTitle = hit.snippets.find(({ part }) => part === 'title');
  return (
    <>
      <span className="sv-title" dir="auto">
        {inTitle ? <Marked snippet={inTitle} /> : nameOf(hit)}
      </span>
      <time className="sv-date">{hit.date}</time>
    </>
  );
}

function Place({ row: { snippet } }: { readonly row: Extract<ResultRow, { kind: 'place' }> }) {
  return (
    <>
      <span className="sv-part">{snippet.part}</span>
      <span className="sv-text" dir="auto">
        <Marked snippet={snippet} />
      </span>
    </>
  );
}

function Marked({ snippet }: { readonly snippet: Parameters<typeof stretchesOf>[0] }) {
  return stretchesOf(snippet).map(({ text, from, marked }) =>
    marked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
  );
}

/** The end of what has come: seen, it has the next page asked for. */
function More() {
  const next = useStore(found.state, (state) => runOf(state.items));
  useEffect(() => found.see(next), [next]);
  return (
    <div
      className="sv-row sv-more"
      role="option"
      aria-selected={false}
      aria-disabled="true"
      tabIndex={-1}
    >
      Loading more…
    </div>
  );
}
