import { useMemo, useState } from 'react';
import type { Problem } from '../../../bridge/types';
import type { GraphScope } from '../../../core/graph/drawing';
import { bridge } from '../../app/contract';
import { useAnswer } from '../use-answer';
import { type GraphModel, modelOf } from './model';
import { scopeKey } from './scopes';

export interface LoadedGraph {
  /** The `scopeKey` of what it shows. */
  readonly key: string;
  readonly model: GraphModel;
}

export interface GraphAnswer {
  /** Of the scope; until it is there, of the scope before. */
  readonly graph: LoadedGraph | null;
  /** Why there is none. */
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** The graph of a scope, asked for again when it has changed. */
export function useGraph(scope: GraphScope): GraphAnswer {
  const key = scopeKey(scope);
  const { answer, problem, again } = useAnswer(key, () => bridge.graph(scope));
  const fresh = useMemo(() => answer && { key, model: modelOf(answer) }, [key, answer]);
  const [last, setLast] = useState(fresh);
  if (fresh && fresh !== last) setLast(fresh);
  return { graph: fresh ?? (problem ? null : last), problem, again };
}
