import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { ChangeRequest } from '../../../core/plan/types';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Spinner';
import { PlanView } from './PlanView';
import { UNSAVED } from './run';
import { sizeOf, sizeWords } from './selection';
import type { Change } from './use-change';

/** What stands in a dialog between the wish for a change and its end. */
export function ChangeBody({ change }: { readonly change: Change }): ReactNode {
  const { step, without, choose } = change;
  switch (step.kind) {
    case 'planning':
      return <Progress label="Looking for every place that changes…" />;
    case 'running':
      return <Progress label={`Writing ${sizeWords(sizeOf(step.plan, without))}…`} />;
    case 'unsaved':
      return <Banner kind="error">{UNSAVED}</Banner>;
    case 'failed':
      return <Banner kind="error">{step.problem.message}</Banner>;
    default:
      return <PlanView plan={step.plan} without={without} onChoose={choose} />;
  }
}

/** The buttons at the foot of a dialog that shows a plan. */
export function ChangeFoot(props: {
  readonly request: ChangeRequest;
  readonly change: Change;
  readonly onClose: () => void;
  /** Where one comes from, if it was a form. */
  readonly onBack?: (() => void) | undefined;
}): ReactNode {
  const { request, change, onClose, onBack } = props;
  const { step, without } = change;
  const danger = request.kind.startsWith('delete');
  const go = useRef<HTMLButtonElement>(null);
  const ready = step.kind === 'planned';
  // Enter goes ahead, but for what can't be wanted by mistake. It waits for the plan: else a second
  // Enter, pressed too soon, would cancel.
  const isShown = ready || step.kind === 'running' || (step.kind === 'planning' && !danger);
  useLayoutEffect(() => {
    if (isShown && !danger) go.current?.focus();
  }, [isShown, danger]);
  const nothing = step.kind === 'planned' && sizeOf(step.plan, without).files === 0;
  return (
    <>
      {onBack && step.kind !== 'running' ? (
        <Button variant="quiet" className="change-back" onClick={onBack}>
          Back
        </Button>
      ) : null}
      <Button disabled={step.kind === 'running'} onClick={onClose}>
        Cancel
      </Button>
      {step.kind === 'failed' || step.kind === 'unsaved' ? (
        <Button variant="primary" onClick={change.again}>
          Try again
        </Button>
      ) : null}
      {isShown ? (
        <Button
          ref={go}
          variant={danger ? 'danger' : 'primary'}
          disabled={nothing}
          pending={!ready}
          onClick={() => step.kind === 'planned' && change.run(step.plan)}
        >
          {verbs[request.kind]}
        </Button>
      ) : null}
    </>
  );
}

const verbs: Readonly<Record<ChangeRequest['kind'], string>> = {
  'rename-brief': 'Rename',
  'rename-entity': 'Rename',
  'rename-lens': 'Rename',
  'rename-head': 'Rename',
  'rename-outlet': 'Rename',
  'merge-entities': 'Merge',
  'merge-outlets': 'Merge',
  'delete-briefs': 'Delete',
  'delete-entity': 'Delete',
  'delete-outlet': 'Delete',
  'fix-finding': 'Fix',
  'fix-rule': 'Fix all',
};
