import Table from 'lucide-react/icons/table-2';
import Waypoints from 'lucide-react/icons/waypoints';
import { useMemo } from 'react';
import { useWorkspace } from '../../app/contract';
import { IconButton } from '../../ui/Button';
import { Select } from '../../ui/Select';
import type { Filter, GraphModel } from './model';
import { SCOPE_LABELS, SCOPES, type ScopeName } from './scopes';
import { counted, graphWords } from './words';

export type Look = 'picture' | 'table';

const FILTER_OPTIONS: readonly { readonly value: Filter; readonly label: string }[] = [
  { value: 'all', label: 'All links' },
  { value: 'faulty', label: 'Broken and one-way' },
  { value: 'broken', label: 'Broken' },
  { value: 'one-way', label: 'One-way' },
];

/** What of the graph is shown, and how. */
export function GraphBar(props: {
  readonly scope: ScopeName;
  readonly centre: string | null;
  readonly onScope: (scope: ScopeName) => void;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly model: GraphModel | null;
}) {
  const { scope, centre, onScope, filter, onFilter, look, onLook, model } = props;
  const offered = SCOPES.filter((name) => centre !== null || !name.startsWith('around'));
  return (
    <div className="view-bar graph-bar">
      <h2>Graph</h2>
      <Select
        label="Part of the graph"
        hiddenLabel
        value={scope}
        options={offered.map((value) => ({ value, label: SCOPE_LABELS[value] }))}
        onChange={onScope}
      />
      <Select
        label="Links that are shown"
        hiddenLabel
        value={filter}
        options={FILTER_OPTIONS}
        onChange={onFilter}
      />
      <p className="view-figures">{model ? <Figures model={model} /> : null}</p>
      <fieldset className="graph-looks" aria-label="Show as">
        <IconButton
          size="s"
          label="Picture"
          pressed={look === 'picture'}
          icon={<Waypoints aria-hidden="true" />}
          onClick={() => onLook('picture')}
        />
        <IconButton
          size="s"
          label="Table"
          pressed={look === 'table'}
          icon={<Table aria-hidden="true" />}
          onClick={() => onLook('table')}
        />
      </fieldset>
    </div>
  );
}

function Figures({ model }: { readonly model: GraphModel }) {
  const reading = useWorkspace(({ index }) =>
    index.phase === 'reading' ? counted(Math.max(index.total - index.done, 0), 'brief') : null,
  );
  const words = useMemo(() => graphWords(model.nodes.length, model.edges), [model]);
  return reading === null ? words : `${words} · ${reading} still to be read`;
}
