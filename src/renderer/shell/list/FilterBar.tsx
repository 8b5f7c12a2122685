import ArrowDownUp from 'lucide-react/icons/arrow-down-up';
import ListFilter from 'lucide-react/icons/list-filter';
import { memo } from 'react';
import type { BriefRow } from '../../../bridge/types';
import {
  facets,
  isNarrowed,
  type Query,
  queryStore,
  SORTS,
  type Sort,
  setQuery,
} from '../../app/list';
import { useStore } from '../../app/store';
import { workspaceStore } from '../../app/workspace';
import { IconButton } from '../../ui/Button';
import { Menu, type MenuEntry } from '../../ui/Menu';
import { SearchInput } from '../../ui/SearchInput';
import { SEVERITIES } from '../../ui/Severity';

const sortNames: Readonly<Record<Sort, string>> = {
  date: 'Date',
  title: 'Title',
  findings: 'Findings',
  modified: 'Last change',
};

const severityNames = { error: 'With errors', warning: 'With warnings', info: 'With notes' };

/** Not drawn again with each row that comes in. */
export const FilterBar = memo(function FilterBar() {
  const query = useStore(queryStore);
  return (
    <div className="brief-list-filter" data-own-undo>
      <SearchInput
        className="brief-list-search"
        label="Filter briefs"
        placeholder="Filter"
        clearLabel="Clear filter"
        value={query.text}
        onChange={(text) => setQuery({ text })}
        onLeave={() => document.querySelector<HTMLElement>('#brief-list')?.focus()}
      />
      <FacetMenu query={query} />
      <SortMenu query={query} />
    </div>
  );
});

function SortMenu({ query }: { readonly query: Query }) {
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Sort" icon={<ArrowDownUp aria-hidden="true" />} />}
      entries={[
        {
          label: 'Sort by',
          value: query.sort,
          options: SORTS.map((value) => ({ value, label: sortNames[value] })),
          onChange: (value: string) => {
            const sort = SORTS.find((each) => each === value);
            if (sort) setQuery({ sort, descending: sort !== 'title' });
          },
        },
        'line',
        {
          label: 'Order',
          value: query.descending ? 'down' : 'up',
          options: directions[query.sort],
          onChange: (value: string) => setQuery({ descending: value === 'down' }),
        },
      ]}
    />
  );
}

const newest = [
  { value: 'down', label: 'Newest first' },
  { value: 'up', label: 'Oldest first' },
];

const directions: Readonly<Record<Sort, typeof newest>> = {
  date: newest,
  modified: newest,
  title: [
    { value: 'up', label: 'A to Z' },
    { value: 'down', label: 'Z to A' },
  ],
  findings: [
    { value: 'down', label: 'Most first' },
    { value: 'up', label: 'Fewest first' },
  ],
};

function FacetMenu({ query }: { readonly query: Query }) {
  const on = query.lenses.length + query.types.length + query.severities.length;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={on > 0 ? `Narrow the list (${on} on)` : 'Narrow the list'}
          pressed={on > 0}
          icon={<ListFilter aria-hidden="true" />}
        />
      }
      entries={() => facetEntries(query, workspaceStore.get()?.briefs ?? [])}
    />
  );
}

function facetEntries(query: Query, briefs: readonly BriefRow[]): MenuEntry[] {
  const lenses = facets(briefs, (row) => row.lenses);
  const types = facets(briefs, (row) => [row.type]);
  const entries: MenuEntry[] = [
    {
      heading: 'Findings',
      entries: SEVERITIES.map((severity) => ({
        label: severityNames[severity],
        checked: query.severities.includes(severity),
        onChange: (on: boolean) =>
          setQuery({ severities: toggled(query.severities, severity, on) }),
      })),
    },
  ];
  if (types.length > 0) {
    entries.push('line', {
      heading: 'Type',
      entries: types.map(({ value, count }) => ({
        label: `${value} (${count})`,
        checked: query.types.includes(value),
        onChange: (on: boolean) => setQuery({ types: toggled(query.types, value, on) }),
      })),
    });
  }
  if (lenses.length > 0) {
    entries.push('line', {
      heading: 'Lens',
      entries: lenses.map(({ value, count }) => ({
        label: `${value} (${count})`,
        checked: query.lenses.includes(value),
        onChange: (on: boolean) => setQuery({ lenses: toggled(query.lenses, value, on) }),
      })),
    });
  }
  if (isNarrowed(query)) {
    entries.push('line', {
      label: 'Show all',
      onSelect: () => setQuery({ text: '', lenses: [], types: [], severities: [] }),
    });
  }
  return entries;
}

const toggled = <T extends string>(values: readonly T[], value: T, on: boolean): readonly T[] =>
  on ? [...values, value] : values.filter((each) => each !== value);
