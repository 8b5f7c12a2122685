import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../bridge/types';
import type { GraphScope } from '../../../core/graph/drawing';
import { bridge } from '../../app/contract';
import { useRefresh } from '../use-refresh';
import { type GraphModel, modelOf } from './model';
import { scopeKey } from './scopes';

export interface LoadedGraph {
  /** The `scopeKey` of what it shows. */
  readonly key: string;
  readonly model: GraphModel;
}

export interface GraphAnswer {
  /** The last that came, of whatever scope. */
  readonly graph: LoadedGraph | null;
  /** Why the last question was not answered. */
  readonly problem: Problem | null;
  readonly ask: () => void;
}

/** The graph of a scope, asked for again when it has changed. */
export function useGraph(scope: GraphScope | null): GraphAnswer {
  const [graph, setGraph] = useState<LoadedGraph | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const round = useRef(0);
  const latest = useRef(scope);
  const key = scope && scopeKey(scope);
  const ask = useCallback(() => {
    const wanted = latest.current;
    const asked = ++round.current;
    if (!wanted || key === null) return;
    void bridge.graph(wanted).then((answer) => {
      if (asked !== round.current) return;
      setProblem(answer.kind === 'problem' ? answer.problem : null);
      if (answer.kind === 'answer') {
        setGraph({ key, model: modelOf(answer.answer) });
      }
    });
  }, [key]);
  useEffect(() => {
    latest.current = scope;
  });
  useEffect(() => {
    ask();
    return () => {
      round.current += 1;
    };
  }, [ask]);
  useRefresh(ask);
  return { graph, problem, ask };
}
