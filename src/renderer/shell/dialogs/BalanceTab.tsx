import { type ReactNode, useId } from 'react';
import type { SettingsDraft } from './settings-draft';
import { faultOfLeast, TARGET_LISTS, type TargetList, targetNames } from './target-draft';

/** How many takes of each lens, region and language a brief should have at least. */
export function BalanceTab(props: {
  readonly draft: SettingsDraft;
  readonly onChange: (change: Partial<SettingsDraft>) => void;
}): ReactNode {
  const { draft, onChange } = props;
  const { target, vocabularies } = draft;
  return (
    <div className="settings-tab">
      <p className="dialog-note">
        The least number of takes that a brief should have. What is missing is said under Balance;
        it holds nothing back. Leave a field empty to ask for nothing.
      </p>
      {TARGET_LISTS.map((list) => (
        <Targets
          key={list}
          list={list}
          names={targetNames(vocabularies[list], target[list])}
          numbers={target[list]}
          onChange={(numbers) => onChange({ target: { ...target, [list]: numbers } })}
        />
      ))}
    </div>
  );
}

const LABELS: Readonly<Record<TargetList, string>> = {
  lenses: 'Lenses',
  regions: 'Regions',
  languages: 'Languages',
};

function Targets(props: {
  readonly list: TargetList;
  readonly names: readonly string[];
  readonly numbers: Readonly<Record<string, string>>;
  readonly onChange: (numbers: Readonly<Record<string, string>>) => void;
}) {
  const { list, names, numbers, onChange } = props;
  return (
    <fieldset className="targets">
      <legend>{LABELS[list]}</legend>
      {names.length === 0 ? (
        <p className="dialog-note">None in the vocabulary yet.</p>
      ) : (
        <div className="targets-grid">
          {names.map((name) => (
            <Target
              key={name}
              name={name}
              typed={numbers[name] ?? ''}
              onChange={(typed) => onChange({ ...numbers, [name]: typed })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Target(props: {
  readonly name: string;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}) {
  const { name, typed, onChange } = props;
  const id = useId();
  const fault = faultOfLeast(typed);
  return (
    <div className="target">
      <label htmlFor={id} dir="auto">
        {name}
      </label>
      <input
        id={id}
        className="ui-input"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault ? (
        <p id={`${id}-error`} className="ui-field-error" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
