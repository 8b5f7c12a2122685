import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import type { RefObject } from 'react';
import { openDialog } from '../../app/dialogs';
import { Button, IconButton } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import { SearchInput } from '../../ui/SearchInput';
import { importFile, learnFromBriefs } from './importing';

export interface BarProps {
  readonly kind: 'entity' | 'outlet';
  readonly count: number;
  readonly total: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly readOnly: boolean;
  readonly shown: 'all' | 'duplicates';
  readonly onShown: (shown: 'all' | 'duplicates') => void;
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
  readonly onAdd: () => void;
  readonly onDelete: () => void;
  /** Goes on in the table. */
  readonly onTable: () => void;
}

/** The title, the filter, and what one can do with the registry or with what is selected. */
export function RegistryBar(props: BarProps) {
  const { kind, count, total, readOnly, shown, selected } = props;
  const isWhole = count === total;
  return (
    <header className="rg-bar">
      <div className="rg-title">
        <h2>{kind === 'entity' ? 'Entities' : 'Outlets'}</h2>
        <output className="rg-count">
          {isWhole
            ? total.toLocaleString()
            : `${count.toLocaleString()} of ${total.toLocaleString()}`}
        </output>
        {readOnly ? <span className="rg-count">Read-only</span> : null}
      </div>
      <div className="rg-tools">
        <FilterField {...props} />
        {selected.size > 0 ? <SelectionTools {...props} /> : <RegistryTools {...props} />}
        <Button
          icon={<Copy aria-hidden="true" />}
          aria-pressed={shown === 'duplicates'}
          onClick={() => props.onShown(shown === 'duplicates' ? 'all' : 'duplicates')}
        >
          Duplicates
        </Button>
      </div>
    </header>
  );
}

function FilterField({ kind, query, onQuery, filter, onTable }: BarProps) {
  return (
    <div className="rg-filter" data-own-undo>
      <SearchInput
        label={kind === 'entity' ? 'Filter entities' : 'Filter outlets'}
        placeholder="Filter"
        clearLabel="Clear filter"
        inputRef={filter}
        value={query}
        onChange={onQuery}
        onLeave={onTable}
      />
    </div>
  );
}

function RegistryTools({ kind, readOnly, onAdd }: BarProps) {
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button icon={<Download aria-hidden="true" />} disabled={readOnly}>
            Import
          </Button>
        }
        entries={[
          { label: 'From a file (CSV, JSON)…', onSelect: () => void importFile(kind) },
          { label: 'Learn from briefs…', onSelect: () => void learnFromBriefs(kind) },
        ]}
      />
      <Button icon={<Plus aria-hidden="true" />} disabled={readOnly} onClick={onAdd}>
        Add
      </Button>
    </>
  );
}

function SelectionTools({ kind, readOnly, selected, onDelete, onClear }: BarProps) {
  return (
    <>
      <output className="rg-selected">{selected.size.toLocaleString()} selected</output>
      <Button
        disabled={readOnly || selected.size < 2}
        onClick={() => openDialog({ kind: 'merge', what: kind, ids: [...selected] })}
      >
        Merge…
      </Button>
      <Button disabled={readOnly} onClick={onDelete}>
        Delete…
      </Button>
      <IconButton label="Select none" icon={<X aria-hidden="true" />} onClick={onClear} />
    </>
  );
}
