// Rows that are drawn only in sight can't be those of a real table or list.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Select } from '../../../ui/Select';
import { VirtualList } from '../../../ui/VirtualList';
import { type Field, FIELD_NAMES, fieldsOf, type Item, type What } from './plan';

export type Shown = 'all' | Item['state'];

const STATES: Readonly<Record<Item['state'], string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'Same',
  faulty: 'Fault',
};

const CHOICES = [
  { value: 'all', label: 'All rows' },
  { value: 'new', label: 'New' },
  { value: 'changed', label: 'Changed' },
  { value: 'same', label: 'Same' },
  { value: 'faulty', label: 'With a fault' },
] as const;

/** What somebody said of a row, by its line. */
export type Choices = ReadonlyMap<number, boolean>;

/** True for a row that is to be imported: by itself, one that has no namesake in the registry. */
export const isChosen = (item: Item, choices: Choices): boolean =>
  bringsSomething(item) && (choices.get(item.line) ?? item.alike === null);

const bringsSomething = ({ record, state }: Item): boolean => record !== null && state !== 'same';

const ROW = 30;

/** Each row of the file and what it would do; those that bring something can be left out. */
export function ImportRows(props: {
  readonly what: What;
  readonly items: readonly Item[];
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}) {
  const { what, items, shown, onShown, choices, onChoices } = props;
  const rows = shown === 'all' ? items : items.filter(({ state }) => state === shown);
  const good = rows.filter(bringsSomething);
  const isAll = good.every((item) => isChosen(item, choices));
  const choose = (some: readonly Item[], on: boolean) => {
    const next = new Map(choices);
    for (const { line } of some) next.set(line, on);
    onChoices(next);
  };
  return (
    <div className="import-box">
      <div className="import-bar">
        <label className="check">
          <input
            type="checkbox"
            checked={good.length > 0 && isAll}
            disabled={good.length === 0}
            onChange={({ target }) => choose(good, target.checked)}
          />
          {good.length === 1
            ? 'The one that brings something'
            : `All ${good.length.toLocaleString()} that bring something`}
        </label>
        <Select label="Show" hiddenLabel value={shown} options={CHOICES} onChange={onShown} />
      </div>
      <div className="import-rows">
        <VirtualList
          count={rows.length}
          rowHeight={ROW}
          keyOf={(index) => String(rows[index]?.line ?? index)}
          attributes={{ role: 'list', 'aria-label': 'Rows', tabIndex: 0 }}
        >
          {(index) => {
            const item = rows[index];
            return item ? (
              <Row
                what={what}
                item={item}
                place={index}
                of={rows.length}
                on={isChosen(item, choices)}
                onChange={(on) => choose([item], on)}
              />
            ) : null;
          }}
        </VirtualList>
      </div>
    </div>
  );
}

function Row(props: {
  readonly what: What;
  readonly item: Item;
  readonly place: number;
  readonly of: number;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { what, item, place, of, on, onChange } = props;
  const { line, state, name, fault, alike } = item;
  return (
    <div role="listitem" aria-posinset={place + 1} aria-setsize={of} className="import-row">
      <input
        type="checkbox"
        aria-label={`Import line ${line}: ${name}`}
        checked={on}
        disabled={!bringsSomething(item)}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="import-line">{line}</span>
      <span className={`import-state import-${state}`}>{STATES[state]}</span>
      <span className="import-name">{name || '–'}</span>
      <span className="import-what">
        {fault ?? (alike ? `Called like ${alike}. ` : '') + changesOf(what, item)}
      </span>
    </div>
  );
}

/** What a row brings, field by field. */
function changesOf(what: What, { record, before, state }: Item): string {
  if (!record || state === 'same') return '';
  return fieldsOf(what)
    .flatMap((field) => {
      const [now, then] = [valueOf(record, field), valueOf(before, field)];
      if (now === then || (field === 'name' && !before)) return [];
      const name = FIELD_NAMES[field];
      return [then === '' ? `${name}: ${now}` : `${name}: ${then} → ${now}`];
    })
    .join(' · ');
}

function valueOf(record: object | null, field: Field): string {
  const value: unknown = record ? new Map(Object.entries(record)).get(field) : '';
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'string' ? value : '';
}
