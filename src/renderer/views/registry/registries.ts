import { useMemo } from 'react';
import type { Entity, Outlet } from '../../../core/workspace/workspace';
import { bridge } from '../../app/bridge';
import { useStore } from '../../app/store';
import { useWorkspace } from '../../app/workspace';
import { overlaid, RegistryEdits } from './edits';

export const entityEdits = new RegistryEdits<Entity>({
  idOf: ({ slug }) => slug,
  read: ({ entities }) => entities,
  send: ({ put, gone }) => bridge.putEntities(put, gone),
});

export const outletEdits = new RegistryEdits<Outlet>({
  idOf: ({ name }) => name,
  read: ({ outlets }) => outlets,
  send: ({ put, gone }) => bridge.putOutlets(put, gone),
});

/** The records of a registry with what was just changed. */
export function useRecords(kind: 'entity'): readonly Entity[];
export function useRecords(kind: 'outlet'): readonly Outlet[];
export function useRecords(kind: 'entity' | 'outlet'): readonly (Entity | Outlet)[] {
  const entities = useShown(
    entityEdits,
    useWorkspace((workspace) => workspace.entities),
  );
  const outlets = useShown(
    outletEdits,
    useWorkspace((workspace) => workspace.outlets),
  );
  return kind === 'entity' ? entities : outlets;
}

function useShown<T extends object>(edits: RegistryEdits<T>, records: readonly T[]): readonly T[] {
  const { overlay } = useStore(edits.state);
  return useMemo(() => overlaid(records, overlay, edits.idOf), [records, overlay, edits]);
}
