import { type ReactNode, useMemo } from 'react';
import { readDomains } from '../../../core/registry/fields';
import type { Outlet } from '../../../core/workspace/workspace';
import { useWorkspace } from '../../app/workspace';
import type { ViewProps } from '../props';
import { outletColumns } from './outlet-columns';
import { outletEdits, useRecords } from './registries';
import { RegistryView } from './RegistryView';
import { useUses } from './use-uses';

export function OutletsView({ wish }: ViewProps): ReactNode {
  const records = useRecords('outlet');
  const settings = useWorkspace((workspace) => workspace.settings);
  const uses = useUses('outlet');
  const columns = useMemo(() => outletColumns(records, uses, settings), [records, uses, settings]);
  return (
    <RegistryView
      kind="outlet"
      wish={wish}
      records={records}
      columns={columns}
      edits={outletEdits}
      uses={uses}
      nameOf={nameOf}
      aliasesOf={domainsOf}
      make={make}
      guess={none}
    />
  );
}

const nameOf = ({ name }: Outlet): string => name;
const domainsOf = ({ domains = [] }: Outlet): readonly string[] => domains;
const none = (): string => '';

function make(texts: Readonly<Record<string, string>>): Outlet {
  const { name = '', region = '', lang = '', lens = '' } = texts;
  const domains = readDomains(texts['domains'] ?? '');
  return {
    name,
    ...(domains.length > 0 ? { domains } : {}),
    ...(region === '' ? {} : { region }),
    ...(lang === '' ? {} : { lang }),
    ...(lens === '' ? {} : { lens }),
  };
}
