import { useMemo, useState } from 'react';
import type { Entity, Outlet } from '../../../core/workspace/workspace';
import type { ShellDialogProps } from '../../app/dialogs';
import { toast } from '../../app/toasts';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { entityEdits, outletEdits } from '../../views/registry/registries';
import { ImportColumns } from './import/ImportColumns';
import { type Choices, ImportRows, isChosen, type Shown } from './import/ImportRows';
import { firstMapping, type Item, readSource, useItems, type What } from './import/plan';
import './dialogs.css';
import './import/import.css';

/** What a file or the briefs would bring into a registry, to be chosen from. */
export function ImportDialog({ dialog, onClose }: ShellDialogProps<'import'>) {
  const { what, source } = dialog;
  const table = useMemo(() => readSource(source), [source]);
  const [mapping, setMapping] = useState(() => firstMapping(what, table));
  const [choices, setChoices] = useState<Choices>(new Map());
  const [shown, setShown] = useState<Shown>('all');
  const items = useItems(what, table, mapping);
  const chosen = items.filter((item) => isChosen(item, choices));
  const isFile = source.kind === 'file';
  const run = () => {
    put(what, chosen);
    onClose();
  };
  return (
    <Dialog
      open
      size="l"
      title={isFile ? `Import ${NOUNS[what].many}` : `Learn ${NOUNS[what].many} from briefs`}
      description={
        isFile
          ? `From ${source.name}. A filled cell replaces what the registry has; lists are added to.`
          : 'What the briefs name and the registry lacks.'
      }
      onClose={onClose}
      onSubmit={run}
      footer={
        <>
          <output className="import-sum">{summaryOf(items)}</output>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={chosen.length === 0}>
            {chosen.length === 0 ? 'Nothing to import' : `Import ${chosen.length.toLocaleString()}`}
          </Button>
        </>
      }
    >
      {table.faults.length > 0 ? (
        <Banner kind="warning">
          {table.faults
            .slice(0, 3)
            .map(({ line, message }) => `Line ${line}: ${message}`)
            .join(' ')}
          {table.faults.length > 3 ? ` And ${table.faults.length - 3} more.` : ''}
        </Banner>
      ) : null}
      {isFile && table.headers.length > 0 ? (
        <ImportColumns what={what} table={table} mapping={mapping} onChange={setMapping} />
      ) : null}
      {items.length === 0 ? (
        <EmptyState title="No records in this file">
          A CSV file needs a line of headers and a line for each record; a JSON file a list of
          objects.
        </EmptyState>
      ) : (
        <ImportRows
          what={what}
          items={items}
          shown={shown}
          onShown={setShown}
          choices={choices}
          onChoices={setChoices}
        />
      )}
    </Dialog>
  );
}

const NOUNS = {
  entity: { one: 'entity', many: 'entities' },
  outlet: { one: 'outlet', many: 'outlets' },
} as const;

const STATES = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['same', 'the same'],
  ['faulty', 'with a fault'],
] as const;

/** `3 new, 1 changed, 2 with a fault`. */
function summaryOf(items: readonly Item[]): string {
  return STATES.flatMap(([state, word]) => {
    const count = items.filter((item) => item.state === state).length;
    return count > 0 ? [`${count.toLocaleString()} ${word}`] : [];
  }).join(', ');
}

function put(what: What, items: readonly Item[]): void {
  const records = items.flatMap(({ record }) => (record ? [record] : []));
  if (what === 'entity') entityEdits.apply({ put: records.filter(isEntity), gone: [] });
  else outletEdits.apply({ put: records.filter((record) => !isEntity(record)), gone: [] });
  const count = records.length.toLocaleString();
  const noun = records.length === 1 ? NOUNS[what].one : NOUNS[what].many;
  toast(`${count} ${noun} imported.`, {
    kind: 'done',
    action: { label: 'Undo', run: what === 'entity' ? entityEdits.undo : outletEdits.undo },
  });
}

const isEntity = (record: Entity | Outlet): record is Entity => 'slug' in record;
