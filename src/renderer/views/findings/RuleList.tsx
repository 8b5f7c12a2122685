import Wrench from 'lucide-react/icons/wrench';
import X from 'lucide-react/icons/x';
import { RULE_TITLES } from '../../../core/check/titles';
import type { FindingsPage } from '../../../core/graph/findings';
import { useStore } from '../../app/store';
import { useWorkspace } from '../../app/workspace';
import { IconButton } from '../../ui/Button';
import { fixRule } from './actions';
import { filtersStore, setFilters, toggled } from './query';

/** The rules that found something, each with how often; choosing some narrows the list to them. */
export function RuleList({ rules }: { readonly rules: FindingsPage['rules'] }) {
  const chosen = useStore(filtersStore, (filters) => filters.rules);
  const writable = useWorkspace((workspace) => workspace.readOnly === null);
  return (
    <nav className="fv-rules" aria-label="Rules">
      <header className="fv-rules-head">
        <h3>Rules</h3>
        {chosen.length > 0 ? (
          <IconButton
            size="s"
            label="Show all rules"
            icon={<X aria-hidden="true" />}
            onClick={() => setFilters({ rules: [] })}
          />
        ) : null}
      </header>
      <ul>
        {rules.map(({ rule, count, fixable }) => (
          <li key={rule} className="fv-rule-row">
            <button
              type="button"
              className="fv-rule"
              aria-pressed={chosen.includes(rule)}
              title={rule}
              onClick={() => setFilters({ rules: toggled(chosen, rule) })}
            >
              <span className="ui-truncate">{RULE_TITLES[rule]}</span>
              <span className="fv-rule-count">{count.toLocaleString()}</span>
            </button>
            {fixable > 0 && writable ? (
              <IconButton
                size="s"
                className="fv-rule-fix"
                label={`Fix all: ${RULE_TITLES[rule]} (${fixable.toLocaleString()})…`}
                icon={<Wrench aria-hidden="true" />}
                onClick={() => fixRule(rule)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
