import { useMemo } from 'react';
import {
  ENTITY_FIELDS,
  type EntityField,
  guessMapping,
  importEntities,
  type ImportItem,
  importOutlets,
  type Mapping,
  OUTLET_FIELDS,
  type OutletField,
} from '../../../../core/registry/import';
import { type ImportTable, tableOfJson, tableOfRecords } from '../../../../core/registry/table';
import type { Entity, Outlet } from '../../../../core/workspace/workspace';
import type { ImportSource } from '../../../app/dialogs';
import { useRecords } from '../../../views/registry/registries';
import { tableOfCsv } from './csv';

export type What = 'entity' | 'outlet';
export type Field = EntityField | OutletField;
export type Item = ImportItem<Entity | Outlet>;

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  slug: 'Slug',
  name: 'Name',
  aliases: 'Aliases',
  kind: 'Kind',
  domains: 'Domains',
  region: 'Region',
  lang: 'Language',
  lens: 'Lens',
};

export const fieldsOf = (what: What): readonly Field[] =>
  what === 'entity' ? ENTITY_FIELDS : OUTLET_FIELDS;

/** The rows of a source; a file that starts like JSON is read as JSON, whatever its name. */
export function readSource(source: ImportSource): ImportTable {
  if (source.kind === 'briefs') return tableOfRecords(source.records);
  const isJson = /^\uFEFF?\s*[[{]/.test(source.text);
  return isJson ? tableOfJson(source.text) : tableOfCsv(source.text);
}

export function firstMapping(what: What, table: ImportTable): Mapping<Field> {
  return guessMapping<Field>(table.headers, fieldsOf(what));
}

/** What each row would do to the registry as it is now. */
export function useItems(what: What, table: ImportTable, mapping: Mapping<Field>): readonly Item[] {
  const entities = useRecords('entity');
  const outlets = useRecords('outlet');
  return useMemo(
    () =>
      what === 'entity'
        ? importEntities(table, mapping, entities)
        : importOutlets(table, mapping, outlets),
    [what, table, mapping, entities, outlets],
  );
}
