import type { FoundFinding } from '../../../core/graph/findings';
import { RULE_TITLES } from '../../../core/check/titles';
import type { RuleId } from '../../../core/check/finding';
import { openDialog } from '../../app/dialogs';
import { reveal } from '../../app/navigation';
import { createStore } from '../../app/store';
import { workspaceStore } from '../../app/workspace';
import { changeAtOnce } from '../../shell/changes/run';
import { COMMANDS } from '../../../bridge/commands';
import type { MenuEntry } from '../../ui/Menu';
import { waive } from './waive';

/** Opens the brief at what was found. */
export const go = ({ slug, from }: FoundFinding): void => reveal(slug, { offset: from });

export const isWritable = (): boolean => workspaceStore.get()?.readOnly === null;

export const canFix = ({ fix, waiver }: FoundFinding): boolean =>
  fix !== null && waiver === null && isWritable();

/** The finding that is being mended; one at a time, since each mend moves what stands behind it. */
export const mending = createStore<FoundFinding | null>(null);

/** Mends one finding at once; what reaches further than its brief is shown first. */
export async function fix(finding: FoundFinding): Promise<void> {
  if (!canFix(finding) || mending.get()) return;
  const { slug, rule, from } = finding;
  const request = { kind: 'fix-finding', slug, rule, from } as const;
  mending.set(finding);
  try {
    const plan = await changeAtOnce(request);
    if (plan) openDialog({ kind: 'change', request });
  } finally {
    mending.set(null);
  }
}

export const fixRule = (rule: RuleId): void =>
  openDialog({ kind: 'change', request: { kind: 'fix-rule', rule, slugs: null } });

/** What one can do with a finding. */
export function menuOf(finding: FoundFinding): MenuEntry[] {
  const writable = isWritable();
  const { rule, waiver } = finding;
  return [
    { label: 'Open at this place', keys: 'Enter', onSelect: () => go(finding) },
    ...(finding.fix
      ? [
          {
            label: finding.fix,
            keys: COMMANDS['edit.fix-next'].keys,
            disabled: !canFix(finding),
            onSelect: () => void fix(finding),
          },
        ]
      : []),
    {
      label: `Fix all: ${RULE_TITLES[rule]}…`,
      disabled: !writable || finding.fix === null,
      onSelect: () => fixRule(rule),
    },
    'line',
    {
      label: waiver ? 'Change or end the waiver…' : 'Waive…',
      disabled: !writable,
      onSelect: () => void waive(finding),
    },
  ];
}
