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

const ROW = 30;

/** Each row of the file and what it would do; those that bring something can be left out. */
export function ImportRows(props: {
  readonly what: What;
  readonly items: readonly Item[];
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** Lines that are not to be imported. */
  readonly without: ReadonlySet<number>;
  readonly onWithout: (without: ReadonlySet<number>) => void;
}) {
  const { what, items, shown, onShown, without, onWithout } = props;
  const rows = shown === 'all' ? items : items.filter(({ state }) => state === shown);
  const good = rows.filter(({ record, state }) => record && state !== 'same');
  const isAll = good.every(({ line }) => !without.has(line));
  const choose = (some: readonly Item[], on: boolean) => {
    const next = new Set(without);
    for (const { line } of some) {
      if (on) next.delete(line);
      else next.add(line);
    }
    onWithout(next);
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
          All {good.length.toLocaleString()} that bring something
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
                on={!without.has(item.line)}
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
  const { line, state, record, name, fault, alike } = item;
  const isGood = record !== null && state !== 'same';
  return (
    <div role="listitem" aria-posinset={place + 1} aria-setsize={of} className="import-row">
      <input
        type="checkbox"
        aria-label={`Import line ${line}: ${name}`}
        checked={isGood && on}
        disabled={!isGood}
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
