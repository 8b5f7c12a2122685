import { type ReactNode, useMemo } from 'react';
import { slugify } from '../../../core/format/slug';
import { readList } from '../../../core/registry/fields';
import type { Entity } from '../../../core/workspace/workspace';
import { useWorkspace } from '../../app/workspace';
import { Spinner } from '../../ui/Spinner';
import type { ViewProps } from '../props';
import { entityColumns } from './entity-columns';
import { entityEdits, useRecords } from './registries';
import { RegistryView, slugFor } from './RegistryView';
import { useUses } from './use-uses';

export function EntitiesView(props: ViewProps): ReactNode {
  const areUnread = useWorkspace((workspace) => workspace.areEntitiesUnread);
  return areUnread ? <Unread /> : <Entities {...props} />;
}

/** There are many, and they come in a moment. */
function Unread(): ReactNode {
  return (
    <div className="view-page">
      <div className="rg-looking">
        <Spinner label="Reading the entities" />
      </div>
    </div>
  );
}

function Entities({ wish }: ViewProps): ReactNode {
  const records = useRecords('entity');
  const uses = useUses('entity');
  const columns = useMemo(() => entityColumns(records, uses), [records, uses]);
  return (
    <RegistryView
      kind="entity"
      wish={wish}
      records={records}
      columns={columns}
      edits={entityEdits}
      uses={uses}
      nameOf={nameOf}
      aliasesOf={aliasesOf}
      make={make}
      guess={(column, { name = '' }) => (column === 'slug' ? slugFor(slugify(name), records) : '')}
    />
  );
}

const nameOf = ({ name }: Entity): string => name;
const aliasesOf = ({ aliases = [] }: Entity): readonly string[] => aliases;

function make(texts: Readonly<Record<string, string>>): Entity {
  const { name = '', slug = '', kind = '' } = texts;
  const aliases = readList(texts['aliases'] ?? '');
  return {
    slug,
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(kind === '' ? {} : { kind }),
  };
}
