import { useEffect, useState } from 'react';
import type { ChangePlan, ChangeRequest } from '../../../core/plan/types';
import { type Planned, planChange, runChange } from './run';

export type Step = { readonly kind: 'planning' } | Planned | RunningStep;

interface RunningStep {
  readonly kind: 'running';
  readonly plan: ChangePlan;
}

export interface Change {
  readonly step: Step;
  /** Ids of the changes that are left out. */
  readonly without: ReadonlySet<string>;
  readonly choose: (without: ReadonlySet<string>) => void;
  readonly run: (plan: ChangePlan) => void;
  readonly again: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Plans what is asked for, at once, and carries the plan out. */
export function useChange(request: ChangeRequest, onDone: () => void): Change {
  // A new object for each time that it is planned.
  const [round, setRound] = useState({});
  const [made, setMade] = useState<Made | null>(null);
  const [without, choose] = useState(NONE);
  useEffect(() => {
    let dropped = false;
    void planChange(request).then((step) => {
      if (dropped) return;
      setMade({ request, round, step });
      choose(NONE);
    });
    return () => {
      dropped = true;
    };
  }, [request, round]);
  const run = async (plan: ChangePlan) => {
    setMade({ request, round, step: { kind: 'running', plan } });
    const problem = await runChange(plan, without);
    if (problem) setMade({ request, round, step: { kind: 'failed', problem } });
    else onDone();
  };
  const isNow = made?.request === request && made?.round === round;
  return {
    step: made && isNow ? made.step : { kind: 'planning' },
    without,
    choose,
    run: (plan) => void run(plan),
    again: () => setRound({}),
  };
}

interface Made {
  readonly request: ChangeRequest;
  readonly round: object;
  readonly step: Step;
}
