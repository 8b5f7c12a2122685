import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Balance, Share } from '../../../core/balance/types';
import { classes } from '../../ui/classes';
import { counted } from './words';
import './matrix.css';

/** Where a take says none. */
const UNNAMED = 'No region';

/** More regions than this stand upright. */
const MANY = 12;

type Cell = readonly [row: number, column: number];

/** Takes of each lens in each region: figures first, a shade of the accent behind them. */
export function Matrix(props: {
  readonly balance: Balance;
  /** For a narrow pane: names are cut, and regions stand upright. */
  readonly compact?: boolean;
  /** What a cell with takes does, said after its figures. */
  readonly action: string;
  readonly onLens: (lens: string, region: string) => void;
}) {
  const { balance, compact = false, action, onLens } = props;
  const { lenses, regions, matrix } = balance;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>([0, 0]);
  const current = within(at, lenses.length, regions.length);
  const upright = compact || regions.length > MANY;
  const most = Math.max(1, ...matrix.flat());
  const onKey = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, current, lenses.length, regions.length);
    if (!to) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.join(' ')}"]`)?.focus();
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const [row, column] = target.dataset['cell']?.split(' ').map(Number) ?? [];
    if (row !== undefined && column !== undefined) setAt([row, column]);
  };
  return (
    <div className={classes('bm', compact && 'bm-compact', upright && 'bm-upright')}>
      <table
        ref={table}
        // A table of which the arrow keys walk the cells.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label="Takes by lens and region"
        onKeyDown={onKey}
        onFocus={onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className="bm-corner">
              Lens
            </th>
            {regions.map((region) => (
              <th key={region.name} scope="col" className={lack(region)} title={region.name}>
                <span>{region.name || UNNAMED}</span>
              </th>
            ))}
            <th scope="col" className="bm-sum">
              <span>All</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lenses.map((lens, row) => (
            <tr key={lens.name}>
              <th scope="row" className={lack(lens)} title={lens.name}>
                <span>{lens.name}</span>
              </th>
              {regions.map((region, column) => {
                const takes = matrix[row]?.[column] ?? 0;
                return (
                  <td key={region.name}>
                    <button
                      type="button"
                      className="bm-cell"
                      data-cell={`${row} ${column}`}
                      tabIndex={current[0] === row && current[1] === column ? 0 : -1}
                      aria-disabled={takes === 0}
                      aria-label={labelOf(lens, region, takes, action)}
                      style={takes > 0 ? shade(takes / most) : undefined}
                      onClick={() => {
                        if (takes > 0) onLens(lens.name, region.name);
                      }}
                    >
                      {takes}
                    </button>
                  </td>
                );
              })}
              <td className="bm-sum">{lens.takes}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {regions.map((region) => (
              <td key={region.name} className="bm-sum">
                {region.takes}
              </td>
            ))}
            <td className="bm-sum">{balance.takes}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const lack = ({ present }: Share): string | undefined => (present ? undefined : 'bm-lack');

const labelOf = (lens: Share, region: Share, takes: number, action: string): string => {
  const words = `${lens.name}, ${region.name || UNNAMED}: ${counted(takes, 'take')}`;
  return takes > 0 ? `${words}, ${action}` : words;
};

/** From a hint to a third: the figure must be read on it in any theme. */
const shade = (share: number) => ({
  background: `color-mix(in srgb, var(--accent) ${Math.round(6 + 26 * share)}%, transparent)`,
});

const within = ([row, column]: Cell, rows: number, columns: number): Cell => [
  Math.max(Math.min(row, rows - 1), 0),
  Math.max(Math.min(column, columns - 1), 0),
];

function cellAfter(
  key: string,
  [row, column]: Cell,
  rows: number,
  columns: number,
): Cell | undefined {
  const steps: Readonly<Record<string, Cell>> = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  const to = steps[key];
  return to && within(to, rows, columns);
}
