import Waypoints from 'lucide-react/icons/waypoints';
import { type ReactNode, useMemo, useState } from 'react';
import type { GraphNode } from '../../../core/graph/drawing';
import { keptChoice, useMemory, useOpenSlug } from '../../app/contract';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Spinner } from '../../ui/Spinner';
import type { ViewProps } from '../props';
import { GraphBar, type Look } from './GraphBar';
import { GraphFoot } from './GraphFoot';
import { GraphPicture } from './GraphPicture';
import { GraphTable } from './GraphTable';
import { type Filter, type GraphModel, keyOf, shownUnder } from './model';
import { openNode } from './open-node';
import { SCOPES, type ScopeName, scopeOf } from './scopes';
import { type GraphAnswer, type LoadedGraph, useGraph } from './use-graph';
import './graph.css';

const readScope = keptChoice<ScopeName>(SCOPES, 'around');
const readLook = keptChoice<Look>(['picture', 'table'], 'picture');

/** Briefs and entities, and how they are linked. `wish`: the slug of a brief to look around. */
export function GraphView({ wish }: ViewProps): ReactNode {
  const open = useOpenSlug();
  const [centre, setCentre] = useCentre(wish, open);
  const [kept, setKept] = useMemory<ScopeName>('graph-scope', readScope);
  const [look, setLook] = useMemory<Look>('graph-look', readLook);
  const [filter, setFilter] = useState<Filter>('all');
  const name = centre === null && kept.startsWith('around') ? 'briefs' : kept;
  const scope = scopeOf(name, centre);
  const answer = useGraph(scope);
  const around = (slug: string) => {
    setCentre(slug);
    if (!name.startsWith('around')) setKept('around');
  };
  return (
    <div className="view-page">
      <GraphBar
        scope={name}
        centre={centre}
        onScope={setKept}
        filter={filter}
        onFilter={setFilter}
        look={look}
        onLook={setLook}
        model={answer.graph?.model ?? null}
      />
      <Body
        answer={answer}
        filter={filter}
        onFilter={setFilter}
        look={look}
        centre={scope.kind === 'around' ? centre : null}
        onCentre={around}
      />
    </div>
  );
}

/** The brief to look around: what was wished for, then what was chosen, else the open one. */
function useCentre(wish: string | null, open: string | null) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [seen, setSeen] = useState(wish);
  if (seen !== wish) {
    setSeen(wish);
    setChosen(null);
  }
  return [chosen ?? wish ?? open, setChosen] as const;
}

interface BodyProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly look: Look;
  readonly centre: string | null;
  readonly onCentre: (slug: string) => void;
}

function Body({ answer, ...props }: BodyProps & { readonly answer: GraphAnswer }) {
  const { graph, problem, again } = answer;
  if (!graph && problem) {
    return (
      <EmptyState
        title="The graph can’t be shown"
        actions={<Button onClick={again}>Try again</Button>}
      >
        {problem.message}
      </EmptyState>
    );
  }
  if (!graph) {
    return (
      <div className="graph-wait">
        <Spinner label="The graph is being made" />
      </div>
    );
  }
  if (graph.model.nodes.length === 0) {
    return (
      <EmptyState icon={<Waypoints aria-hidden="true" />} title="Nothing to draw yet">
        Briefs and what they link to appear here as soon as there are some.
      </EmptyState>
    );
  }
  return <Graph graph={graph} {...props} />;
}

function Graph({
  graph,
  filter,
  onFilter,
  look,
  centre,
  onCentre,
}: BodyProps & { graph: LoadedGraph }) {
  const { model } = graph;
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const [hovered, setHovered] = useHovered(model);
  const shown = useMemo(() => shownUnder(filter, model), [filter, model]);
  const any = useMemo(() => model.nodes.some((_, node) => shown.node(node)), [model, shown]);
  const placeOf = (key: string | null) => (key === null ? null : (model.places.get(key) ?? null));
  const place = placeOf(focusedKey);
  const focused = place !== null && shown.node(place) ? place : null;
  const onFocus = (node: number | null) => {
    const data = node === null ? undefined : model.nodes[node];
    setFocusedKey(data ? keyOf(data) : null);
  };
  const onOpen = (node: number) => withNode(model, node, openNode);
  if (!any) return <NoneShown filter={filter} onAll={() => onFilter('all')} />;
  return (
    <>
      <div className="graph-body">
        {look === 'picture' ? (
          <GraphPicture
            graph={graph}
            shown={shown}
            focused={focused}
            hovered={hovered}
            centre={placeOf(centre === null ? null : keyOf({ kind: 'brief', slug: centre }))}
            onFocus={onFocus}
            onHover={setHovered}
            onOpen={onOpen}
          />
        ) : (
          <GraphTable
            model={model}
            shown={shown}
            focused={focused}
            onFocus={onFocus}
            onOpen={onOpen}
          />
        )}
      </div>
      <GraphFoot
        model={model}
        look={look}
        pointed={hovered ?? focused}
        focused={focused}
        centre={centre}
        onCentre={onCentre}
      />
    </>
  );
}

function withNode(model: GraphModel, node: number, run: (node: GraphNode) => void): void {
  const data = model.nodes[node];
  if (data) run(data);
}

/** The node under the pointer; none once the graph is another. */
function useHovered(model: GraphModel) {
  const [hovered, setHovered] = useState<{ model: GraphModel; node: number } | null>(null);
  const set = (node: number | null) =>
    setHovered((before) => {
      if (node === null) return null;
      return before?.model === model && before.node === node ? before : { model, node };
    });
  return [hovered?.model === model ? hovered.node : null, set] as const;
}

const NONE_OF: Readonly<Record<Exclude<Filter, 'all'>, string>> = {
  faulty: 'No link is broken or one-way',
  broken: 'No link is broken',
  'one-way': 'No link is one-way',
};

function NoneShown({ filter, onAll }: { readonly filter: Filter; readonly onAll: () => void }) {
  return (
    <EmptyState
      icon={<Waypoints aria-hidden="true" />}
      title={filter === 'all' ? 'Nothing to draw' : NONE_OF[filter]}
      actions={<Button onClick={onAll}>Show all links</Button>}
    />
  );
}
