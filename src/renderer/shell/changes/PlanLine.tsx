import { memo, useMemo } from 'react';
import type { ChangedFile, PlannedChange } from '../../../core/plan/types';
import { type DiffLine, lineDiff } from '../../ui/diff-lines';
import { DiffText } from '../../ui/DiffText';
import { leaveOut } from './selection';

/** One changed stretch of a file, as it is and as it would be. */
export function PlanLine(props: {
  readonly file: ChangedFile;
  /** Which of its changes. */
  readonly at: number;
  readonly without: ReadonlySet<string>;
  readonly onChoose: (without: ReadonlySet<string>) => void;
}) {
  const { file, at, without, onChoose } = props;
  const change = file.changes[at];
  if (!change) return null;
  const out = without.has(change.id);
  return (
    <div className="change-line" data-out={out ? '' : undefined}>
      <Difference change={change} />
      {change.optional ? (
        <input
          type="checkbox"
          className="change-check"
          aria-label={`Change line ${change.line} of ${file.file}`}
          checked={!out}
          onChange={() => onChoose(leaveOut(without, [change.id], !out))}
        />
      ) : (
        <span className="change-check" title="The rest makes no sense without this one" />
      )}
    </div>
  );
}

const Difference = memo(function Difference({ change }: { readonly change: PlannedChange }) {
  const { before, after, line } = change;
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  return (
    <div className="change-diff">
      {lines.map((each) => (
        <Line key={`${each.before} ${each.after}`} line={each} from={line} />
      ))}
    </div>
  );
});

function Line({ line, from }: { readonly line: DiffLine; readonly from: number }) {
  const number = line.before === null ? '' : line.before + from - 1;
  return (
    <div className={`change-diff-line ui-diff-${line.kind}`}>
      <span className="ui-diff-number" aria-hidden="true">
        {number}
      </span>
      <DiffText line={line} />
    </div>
  );
}
