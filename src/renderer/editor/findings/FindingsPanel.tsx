import Ellipsis from 'lucide-react/icons/ellipsis';
import Wrench from 'lucide-react/icons/wrench';
import { memo, useMemo, useState, useSyncExternalStore } from 'react';
import type { Finding, RuleId, Severity } from '../../../core/check/finding';
import { RULE_TITLES } from '../../../core/check/titles';
import { todayFor } from '../../../core/waive/waive';
import { keptChoice, useMemory, useStore } from '../../app/contract';
import { Button, IconButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Menu } from '../../ui/Menu';
import { Select } from '../../ui/Select';
import { SEVERITIES, SeverityIcon } from '../../ui/Severity';
import { useSession } from '../session/context';
import { waiverStore } from '../session/knowledge';
import { FixAllDialog } from './FixAllDialog';
import { applyFix, canFix } from './fixes';
import { jumpTo } from './jump';
import { standingOf } from './places';
import { WaivedList } from './WaivedList';
import { askToWaive, canWaive, heldOf } from './waiving';
import './findings.css';

type Grouping = 'section' | 'severity';
const readGrouping = keptChoice<Grouping>(['section', 'severity'], 'section');
const GROUPINGS = [
  { value: 'section', label: 'By section' },
  { value: 'severity', label: 'By severity' },
] as const;

/** So many are drawn at first; a broken brief may have thousands. */
const FIRST = 200;

/** What the checks found, to be gone to and mended. */
export function FindingsPanel() {
  const session = useSession();
  const listed = useSyncExternalStore(session.findings.subscribe, session.findings.listed);
  const [grouping, setGrouping] = useMemory<Grouping>('findings-grouping', readGrouping);
  const [rule, setRule] = useState<RuleId | null>(null);
  const [most, setMost] = useState(FIRST);
  const groups = useMemo(
    () =>
      firstOf(
        groupsOf(session.findings.shown(), grouping, (finding) =>
          standingOf(session.document.brief, finding),
        ),
        most,
      ),
    // What is listed says when; where the findings stand is read of those shown now.
    // oxlint-disable-next-line react/exhaustive-deps
    [listed, grouping, session, most],
  );
  const waivers = useStore(waiverStore);
  const waived = useMemo(
    () => heldOf(waivers, session.findings.shown(), session.slug, todayFor(waivers)),
    // oxlint-disable-next-line react/exhaustive-deps
    [waivers, listed, session],
  );
  const open = listed.filter(({ waiver }) => !waiver).length;
  if (open === 0) {
    return (
      <div className="fi" data-pane="findings">
        <EmptyState title="No findings">Nothing stands in the way of an export.</EmptyState>
        <WaivedList waivers={waived} />
      </div>
    );
  }
  return (
    <div className="fi" data-pane="findings">
      <div className="fi-bar">
        <Select
          label="Group findings"
          hiddenLabel
          bare
          value={grouping}
          options={GROUPINGS}
          onChange={setGrouping}
        />
      </div>
      {groups.map(({ name, entries }) => (
        <div key={name} className="fi-group">
          <h3 className="fi-group-name">{name}</h3>
          <ul>
            {entries.map(({ index, finding, part }) => (
              <Row
                key={index}
                index={index}
                rule={finding.rule}
                severity={finding.severity}
                message={finding.message}
                part={part}
                fixAll={setRule}
              />
            ))}
          </ul>
        </div>
      ))}
      {open > most ? (
        <Button size="s" variant="quiet" onClick={() => setMost(most + FIRST)}>
          Show {Math.min(FIRST, open - most)} more of {open}
        </Button>
      ) : null}
      <WaivedList waivers={waived} />
      {rule ? <FixAllDialog rule={rule} onClose={() => setRule(null)} /> : null}
    </div>
  );
}

interface Entry {
  readonly index: number;
  readonly finding: Finding;
  readonly part: string;
}

interface Group {
  readonly name: string;
  readonly entries: Entry[];
}

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Notes',
};

/** The findings that count, grouped; each with its index among all. */
export function groupsOf(
  findings: readonly Finding[],
  grouping: Grouping,
  standing: (finding: Finding) => { section: string; order: number; part: string },
): Group[] {
  const groups = new Map<string, Group & { readonly order: number }>();
  findings.forEach((finding, index) => {
    if (finding.waiver) return;
    const { section, order, part } = standing(finding);
    const bySection = grouping === 'section';
    const name = bySection ? section : SEVERITY_NAMES[finding.severity];
    const place = bySection ? order : SEVERITIES.indexOf(finding.severity);
    const group = groups.get(name) ?? { name, order: place, entries: [] };
    groups.set(name, group);
    group.entries.push({ index, finding, part: bySection ? part : part || section });
  });
  return [...groups.values()].sort((a, b) => a.order - b.order);
}

/** The first entries, over all groups. */
function firstOf(groups: readonly Group[], most: number): Group[] {
  let left = most;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, Math.max(left, 0));
    left -= group.entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}

const Row = memo(function Row(props: {
  /** Among all that are shown: the finding itself is looked up when it is needed. */
  readonly index: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly part: string;
  readonly fixAll: (rule: RuleId) => void;
}) {
  const { index, rule, severity, message, part, fixAll } = props;
  const session = useSession();
  const now = (): Finding | undefined => session.findings.shown()[index];
  const finding = now();
  const fixes = finding && canFix(session, finding) ? finding.fixes : [];
  const mayWaive = finding !== undefined && canWaive(session, finding);
  const apply = (which: number) => {
    const current = now();
    if (current) void applyFix(session, current, which);
  };
  return (
    <li className="fi-row">
      <button
        type="button"
        className="fi-go"
        title={RULE_TITLES[rule]}
        onClick={() => {
          const current = now();
          if (current) jumpTo(session, current);
        }}
      >
        <SeverityIcon severity={severity} label />
        <span className="fi-text">
          {part ? <span className="fi-part">{part}</span> : null}
          <span>{message}</span>
        </span>
      </button>
      {fixes.length > 0 || mayWaive ? (
        <span className="fi-more">
          <Menu
            align="end"
            trigger={
              <IconButton
                size="s"
                label={`More: ${message}`}
                icon={<Ellipsis aria-hidden="true" />}
              />
            }
            entries={[
              ...fixes.slice(1).map(({ title }, at) => ({
                label: title,
                onSelect: () => apply(at + 1),
              })),
              ...(fixes.length > 0
                ? [
                    {
                      label: `Fix all: ${RULE_TITLES[rule]}…`,
                      disabled: fixes[0]?.kind !== 'edit',
                      onSelect: () => fixAll(rule),
                    },
                  ]
                : []),
              {
                label: 'Waive…',
                disabled: !mayWaive,
                onSelect: () => {
                  const current = now();
                  if (current) askToWaive(session, current);
                },
              },
            ]}
          />
        </span>
      ) : null}
      {fixes.length > 0 ? (
        <span className="fi-fix">
          <Button
            size="s"
            variant="quiet"
            icon={<Wrench aria-hidden="true" />}
            onClick={() => apply(0)}
          >
            <span className="ui-truncate">{fixes[0]?.title}</span>
          </Button>
        </span>
      ) : null}
    </li>
  );
});
