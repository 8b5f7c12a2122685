// An `option` element holds plain text only.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react';
import type { BriefRow } from '../../../bridge/types';
import { nameOf } from '../../app/list';
import { useLive } from '../../app/live';
import { isUnsaved, useSaveState } from '../../app/save-state';
import { classes } from '../../ui/classes';
import { countWords, SEVERITIES, SeverityIcon } from '../../ui/Severity';

interface RowProps {
  readonly row: BriefRow;
  /** From 1, and of how many: only the rows in sight are drawn. */
  readonly place: number;
  readonly of: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly open: boolean;
}

function RowView(props: RowProps) {
  const { row, place, of, active, selected, open } = props;
  const live = useLive(row.slug);
  const unsaved = isUnsaved(useSaveState(row.slug));
  const name = live?.title || nameOf(row);
  return (
    // The list takes keys and clicks for its rows.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={`row-${row.slug}`}
      role="option"
      data-slug={row.slug}
      aria-selected={selected}
      aria-current={open || undefined}
      aria-posinset={place}
      aria-setsize={of}
      className={classes('row', active && 'row-active', open && 'row-open')}
    >
      {unsaved ? (
        <span className="row-unsaved" title="Not saved">
          <span className="ui-hidden">Not saved.</span>
        </span>
      ) : null}
      <span className="row-title" title={name}>
        {name}
      </span>
      {row.problem ? <RowProblem message={row.problem.message} /> : <RowFacts row={row} />}
    </div>
  );
}

/** Redrawn only where it changes: new functions of the list are not a change. */
export const Row = memo(
  RowView,
  (a, b) =>
    a.row === b.row &&
    a.place === b.place &&
    a.of === b.of &&
    a.active === b.active &&
    a.selected === b.selected &&
    a.open === b.open,
);

function RowProblem({ message }: { readonly message: string }) {
  return (
    <span className="row-facts row-problem" title={message}>
      <SeverityIcon severity="error" label />
      <span className="ui-truncate">{message}</span>
    </span>
  );
}

function RowFacts({ row }: { readonly row: BriefRow }) {
  const live = useLive(row.slug);
  const lenses = row.lenses.length;
  return (
    <span className="row-facts">
      <RowCounts counts={live?.findings ?? row.findings} />
      <time>{row.date || 'No date'}</time>{' '}
      <span className="row-lenses" title={row.lenses.join('\n')}>
        {lenses === 1 ? '1 lens' : `${lenses} lenses`}
      </span>
    </span>
  );
}

/** As `SeverityCounts`, of a tenth of its elements: they come for all rows in sight in one frame. */
function RowCounts({ counts }: { readonly counts: BriefRow['findings'] }) {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return null;
  return (
    <span
      className="row-counts"
      role="img"
      aria-label={found.map((severity) => countWords(severity, counts[severity])).join(', ')}
    >
      {found.map((severity) => (
        <span key={severity} className={`row-count ui-severity-${severity}`}>
          {counts[severity]}
        </span>
      ))}
    </span>
  );
}
