import { useMemo, useState } from 'react';
import type { ChangedFile, ChangePlan, Outside } from '../../../core/plan/types';
import { Button } from '../../ui/Button';
import { SeverityIcon } from '../../ui/Severity';
import { VirtualList } from '../../ui/VirtualList';
import { FileRow } from './FileRow';
import { PlanLine } from './PlanLine';
import { leaveOut, optionalOf, sizeOf, sizeWords } from './selection';
import './changes.css';

/** Plans with more changes than this are shown folded: their files first. */
const UNFOLDED = 200;
/** Lists with more rows than this draw only what is in sight. */
const DRAWN = 120;

interface PlanProps {
  readonly plan: ChangePlan;
  /** Ids of the changes that are left out. */
  readonly without: ReadonlySet<string>;
  readonly onChoose: (without: ReadonlySet<string>) => void;
}

/** Every line that a plan would change, with a choice where there is one, and what it leaves undone. */
export function PlanView({ plan, without, onChoose }: PlanProps) {
  const optional = useMemo(() => plan.files.flatMap(optionalOf), [plan]);
  const size = sizeOf(plan, without);
  const left = optional.filter((id) => without.has(id)).length;
  return (
    <>
      {plan.remarks.length > 0 ? <Remarks remarks={plan.remarks} /> : null}
      {plan.outside.length > 0 ? <OutsideLinks links={plan.outside} /> : null}
      <div className="change-total">
        <output>
          {plan.files.length === 0 ? 'Nothing would change.' : sizeWords(size)}
          {left > 0 ? `, ${left.toLocaleString()} left out` : ''}
        </output>
        {optional.length > 1 ? (
          <Button
            size="s"
            variant="quiet"
            onClick={() => onChoose(leaveOut(without, optional, left === 0))}
          >
            {left === 0 ? 'Leave all out' : 'Take all in'}
          </Button>
        ) : null}
      </div>
      {plan.files.length > 0 ? (
        <PlanRows plan={plan} without={without} onChoose={onChoose} />
      ) : null}
    </>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return (
    <ul className="change-remarks" aria-label="Remarks">
      {remarks.map((remark) => (
        <li key={remark}>
          <SeverityIcon severity="warning" label />
          <span>{remark}</span>
        </li>
      ))}
    </ul>
  );
}

type PlanRow =
  | { readonly kind: 'file'; readonly file: ChangedFile }
  | { readonly kind: 'line'; readonly file: ChangedFile; readonly at: number };

const keyOf = (row: PlanRow): string =>
  row.kind === 'file' ? row.file.file : `${row.file.file} ${row.at}`;

function PlanRows({ plan, without, onChoose }: PlanProps) {
  const many = plan.files.reduce((sum, { changes }) => sum + changes.length, 0) > UNFOLDED;
  // Those that are not as the plan has them at first.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () =>
      plan.files.flatMap((file): PlanRow[] => {
        const open = turned.has(file.file) === many;
        const lines = open
          ? file.changes.map((_, at): PlanRow => ({ kind: 'line', file, at }))
          : [];
        return [{ kind: 'file', file }, ...lines];
      }),
    [plan, turned, many],
  );
  const draw = (row: PlanRow) =>
    row.kind === 'file' ? (
      <FileRow
        file={row.file}
        open={turned.has(row.file.file) === many}
        without={without}
        onFold={() => setTurned(leaveOut(turned, [row.file.file], !turned.has(row.file.file)))}
        onChoose={onChoose}
      />
    ) : (
      <PlanLine file={row.file} at={row.at} without={without} onChoose={onChoose} />
    );
  if (rows.length <= DRAWN) {
    return (
      <section className="change-files" aria-label="What would change">
        {rows.map((row) => (
          <div key={keyOf(row)}>{draw(row)}</div>
        ))}
      </section>
    );
  }
  return (
    <VirtualList
      count={rows.length}
      rowHeight={34}
      measured
      keyOf={(index) => {
        const row = rows[index];
        return row ? keyOf(row) : String(index);
      }}
      attributes={{
        className: 'change-files change-files-many',
        role: 'region',
        'aria-label': 'What would change',
        tabIndex: 0,
      }}
    >
      {(index) => {
        const row = rows[index];
        return row ? draw(row) : null;
      }}
    </VirtualList>
  );
}

/** So many are shown at once; more are folded away behind their number. */
const FEW = 3;
/** More than these are not drawn: the count says how many there are. */
const LISTED = 200;

function OutsideLinks({ links }: { readonly links: readonly Outside[] }) {
  const words =
    links.length === 1
      ? 'One link of a published brief would break'
      : `${links.length.toLocaleString()} links of published briefs would break`;
  return (
    <details className="change-outside" open={links.length <= FEW}>
      <summary>
        <SeverityIcon severity="warning" label /> {words}
      </summary>
      <p className="dialog-note">
        Briefwright does not write to published folders. Mend them there, or keep a redirect.
      </p>
      {/* The keyboard must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label="Links of published briefs">
        {links.slice(0, LISTED).map(({ slug, title, line, text }) => (
          <li key={`${slug} ${line} ${text}`}>
            <span className="change-outside-brief">{title || slug}</span>
            <span className="change-outside-line">Line {line}</span>
            <code>{text}</code>
          </li>
        ))}
        {links.length > LISTED ? (
          <li>and {(links.length - LISTED).toLocaleString()} more</li>
        ) : null}
      </ul>
    </details>
  );
}
