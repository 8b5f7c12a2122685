import type { Ref } from 'react';
import type { Severity } from '../../../core/check/finding';
import type { FindingsPage } from '../../../core/graph/findings';
import { useStore } from '../../app/store';
import { SearchInput } from '../../ui/SearchInput';
import { Select } from '../../ui/Select';
import { SEVERITIES, SeverityIcon } from '../../ui/Severity';
import { filtersStore, setFilters, toggled } from './query';

const WAIVED = [
  { value: 'without', label: 'Without waived' },
  { value: 'with', label: 'With waived' },
  { value: 'only', label: 'Only waived' },
] as const;

const ORDERS = [
  { value: 'brief', label: 'By brief' },
  { value: 'rule', label: 'By rule' },
] as const;

/** How many there are, and what narrows and orders them. */
export function FilterBar(props: {
  readonly head: FindingsPage | null;
  readonly inputRef: Ref<HTMLInputElement>;
}) {
  const { head, inputRef } = props;
  const filters = useStore(filtersStore);
  return (
    <header className="fv-head">
      <div className="fv-title">
        <h2>Findings</h2>
        <output className="fv-total">{head ? totalWords(head) : ''}</output>
      </div>
      <div className="fv-filters" data-own-undo>
        <SearchInput
          className="fv-search"
          label="Filter findings"
          placeholder="Filter by brief or message"
          clearLabel="Clear filter"
          inputRef={inputRef}
          value={filters.text}
          onChange={(text) => setFilters({ text })}
          onLeave={() => document.querySelector<HTMLElement>('#findings-list')?.focus()}
        />
        <fieldset className="fv-severities">
          <legend className="ui-hidden">Severity</legend>
          {SEVERITIES.map((severity) => (
            <button
              key={severity}
              type="button"
              className="fv-severity"
              aria-pressed={filters.severities.includes(severity)}
              onClick={() => setFilters({ severities: toggled(filters.severities, severity) })}
            >
              <SeverityIcon severity={severity} />
              <span>{NAMES[severity]}</span>
              {head && isCounted(severity, filters.severities) ? (
                <span className="fv-rule-count">{head.counts[severity].toLocaleString()}</span>
              ) : null}
            </button>
          ))}
        </fieldset>
        <div className="fv-choices">
          <Select
            label="Waived findings"
            hiddenLabel
            value={filters.waived}
            options={WAIVED}
            onChange={(waived) => setFilters({ waived })}
          />
          <Select
            label="Order"
            hiddenLabel
            value={filters.order}
            options={ORDERS}
            onChange={(order) => setFilters({ order })}
          />
        </div>
      </div>
    </header>
  );
}

const NAMES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Notes',
};

/** Once some are chosen, the others are not counted. */
const isCounted = (severity: Severity, chosen: readonly Severity[]): boolean =>
  chosen.length === 0 || chosen.includes(severity);

function totalWords({ total, briefs }: FindingsPage): string {
  if (total === 0) return 'None';
  const inBriefs = briefs === 1 ? 'in 1 brief' : `in ${briefs.toLocaleString()} briefs`;
  return `${total.toLocaleString()} ${inBriefs}`;
}
