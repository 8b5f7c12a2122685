import { useState } from 'react';
import { type Level, RULE_DEFAULTS, RULE_IDS, type RuleId } from '../../../core/check/finding';
import { RULE_TITLES } from '../../../core/check/titles';
import { Button } from '../../ui/Button';
import { type Option, Select } from '../../ui/Select';
import { SeverityIcon } from '../../ui/Severity';
import { suggest } from '../../ui/suggestions';
import { TextField } from '../../ui/TextField';

type Rules = Readonly<Partial<Record<RuleId, Level>>>;

const levels: readonly Option<Level>[] = [
  { value: 'error', label: 'Error', icon: <SeverityIcon severity="error" /> },
  { value: 'warning', label: 'Warning', icon: <SeverityIcon severity="warning" /> },
  { value: 'info', label: 'Note', icon: <SeverityIcon severity="info" /> },
  { value: 'off', label: 'Off' },
];

/** How grave each rule's findings are in this workspace. */
export function RulesTab(props: {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}) {
  const { rules, onChange } = props;
  const [query, setQuery] = useState('');
  const shown = new Set<string>(find(query).map(({ value }) => value));
  const set = (id: RuleId, level: Level) => {
    const { [id]: _before, ...others } = rules;
    onChange(level === RULE_DEFAULTS[id] ? others : { ...others, [id]: level });
  };
  return (
    <div className="settings-tab">
      <p className="dialog-note">
        A brief with an error can’t be exported. Warnings and notes hold nothing back.
      </p>
      <div className="rules-tools">
        <TextField
          label="Find rule"
          hiddenLabel
          placeholder="Find a rule"
          value={query}
          onChange={setQuery}
        />
        <Button disabled={!differs(rules)} onClick={() => onChange(othersOf(rules))}>
          Reset all to default
        </Button>
      </div>
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Finds</th>
            <th scope="col">Counts as</th>
            <th scope="col">
              <span className="ui-hidden">Back to the default</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {RULE_IDS.filter((id) => shown.has(id)).map((id) => (
            <RuleRow key={id} id={id} level={rules[id] ?? RULE_DEFAULTS[id]} onChange={set} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RuleRow(props: {
  readonly id: RuleId;
  readonly level: Level;
  readonly onChange: (id: RuleId, level: Level) => void;
}) {
  const { id, level, onChange } = props;
  return (
    <tr>
      <th scope="row">
        <code>{id}</code>
      </th>
      <td>{RULE_TITLES[id]}</td>
      <td>
        <Select<Level>
          label={`${RULE_TITLES[id]} counts as`}
          hiddenLabel
          value={level}
          options={levels}
          onChange={(next) => onChange(id, next)}
        />
      </td>
      <td>
        {level === RULE_DEFAULTS[id] ? null : (
          <Button
            size="s"
            variant="quiet"
            aria-label={`Put ${RULE_TITLES[id]} back to its default`}
            onClick={() => onChange(id, RULE_DEFAULTS[id])}
          >
            Default
          </Button>
        )}
      </td>
    </tr>
  );
}

const isKnown = (id: string): boolean => RULE_IDS.some((known) => known === id);

/** What a later version has set for rules that this one does not know. */
const othersOf = (rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([id]) => !isKnown(id)));

const differs = (rules: Rules): boolean =>
  RULE_IDS.some((id) => rules[id] !== undefined && rules[id] !== RULE_DEFAULTS[id]);

const find = (query: string) => {
  const all = RULE_IDS.map((id) => ({ value: id, label: `${id} ${RULE_TITLES[id]}` }));
  return query.trim() === '' ? all : suggest(all, query);
};
