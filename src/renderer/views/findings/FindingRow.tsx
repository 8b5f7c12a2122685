// A virtual grid has no table to put rows into.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import Ellipsis from 'lucide-react/icons/ellipsis';
import Wrench from 'lucide-react/icons/wrench';
import { memo, useEffect, useRef, useState } from 'react';
import { RULE_TITLES } from '../../../core/check/titles';
import type { FoundFinding } from '../../../core/graph/findings';
import type { Waiver } from '../../../core/waive/waiver';
import { nameOf } from '../../app/list';
import { useStore } from '../../app/store';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Menu } from '../../ui/Menu';
import { SeverityIcon } from '../../ui/Severity';
import { Spinner } from '../../ui/Spinner';
import { canFix, fix, go, mending, menuOf } from './actions';
import { activeStore, found } from './query';

/** One finding: what, where, and what one can do about it. */
export const FindingRow = memo(function FindingRow(props: {
  readonly finding: FoundFinding;
  readonly index: number;
  readonly active: boolean;
}) {
  const { finding, index, active } = props;
  const { severity, message, rule, line, waiver } = finding;
  const [over, hover] = useOver();
  useEffect(() => found.see(index), [index]);
  const open = () => {
    // One comes back to it.
    activeStore.set(index);
    go(finding);
  };
  return (
    <div
      id={`finding-${index}`}
      role="row"
      tabIndex={-1}
      {...hover}
      aria-rowindex={index + 1}
      aria-selected={active}
      data-finding={index}
      className={classes('fv-row', active && 'fv-row-active', waiver && 'fv-row-waived')}
    >
      {/* The grid takes the keys for its rows. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div role="gridcell" tabIndex={-1} className="fv-what" onClick={open}>
        <SeverityIcon severity={severity} label />
        <span className="fv-message">{message}</span>
        <span className="fv-where">
          <span className="fv-brief">{nameOf(finding)}</span>
          <span className="fv-line">Line {line}</span>
          <span className="fv-rule-name">{RULE_TITLES[rule]}</span>
        </span>
        {waiver ? <span className="fv-waiver">{waiverWords(waiver)}</span> : null}
      </div>
      {/* Drawn only where one looks: a menu for every row would make scrolling slow. */}
      {active || over ? <Actions finding={finding} /> : null}
    </div>
  );
});

/** Rows that only pass under the pointer are not pointed at (milliseconds). */
const REST = 80;

function useOver() {
  const [over, setOver] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const onPointerEnter = () => {
    rest.current = setTimeout(() => setOver(true), REST);
  };
  const onPointerLeave = () => {
    clearTimeout(rest.current);
    setOver(false);
  };
  return [over, { onPointerEnter, onPointerLeave }] as const;
}

function Actions({ finding }: { readonly finding: FoundFinding }) {
  const { line } = finding;
  const busy = useStore(mending) === finding;
  return (
    <div role="gridcell" className="fv-does">
      {finding.fix && canFix(finding) ? (
        <IconButton
          size="s"
          tabIndex={-1}
          label={finding.fix}
          icon={busy ? <Spinner /> : <Wrench aria-hidden="true" />}
          aria-busy={busy || undefined}
          onClick={() => void fix(finding)}
        />
      ) : null}
      <Menu
        align="end"
        trigger={
          <IconButton
            size="s"
            tabIndex={-1}
            label={`Actions for line ${line} of ${nameOf(finding)}`}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
        entries={() => menuOf(finding)}
      />
    </div>
  );
}

/** Stands for a finding whose page is on its way. */
export function NextRow({ index }: { readonly index: number }) {
  useEffect(() => found.see(index), [index]);
  return (
    <div id={`finding-${index}`} role="row" aria-rowindex={index + 1} className="fv-row fv-next">
      <div role="gridcell">
        <span className="ui-hidden">Loading</span>
      </div>
    </div>
  );
}

function waiverWords({ reason, by, until }: Waiver): string {
  const who = by ? `Waived by ${by}` : 'Waived';
  return `${who}${until ? ` until ${until}` : ''}: ${reason}`;
}
