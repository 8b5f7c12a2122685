import { faultOfSlug, printList, readList } from '../../../core/registry/fields';
import type { Entity } from '../../../core/workspace/workspace';
import { openDialog } from '../../app/dialogs';
import { Chip } from '../../ui/Chip';
import { plain } from '../../ui/suggestions';
import { type Column, withMember } from './columns';
import type { Uses } from './use-uses';
import { usedColumn } from './used-column';

/** What an entity may be, where the registry says nothing else yet. */
const KINDS = ['person', 'country', 'place', 'organisation', 'event', 'topic'];

/** The columns of the entities' table. */
export function entityColumns(entities: readonly Entity[], uses: Uses): Column<Entity>[] {
  const isUsed = ({ slug }: Entity) => uses === null || (uses[slug] ?? 0) > 0;
  // Links would break: all files change together, by a plan.
  const rename = (entity: Entity) => {
    if (isUsed(entity)) openDialog({ kind: 'rename', what: 'entity', id: entity.slug });
    return isUsed(entity);
  };
  return [
    {
      id: 'name',
      title: 'Name',
      width: 'minmax(120px, 1.5fr)',
      text: ({ name }) => name,
      show: ({ name }) => <span className="rg-text rg-name">{name}</span>,
      edit: {
        placeholder: 'Vladimir Putin',
        fault: (text, entity) => faultOfName(text, entity, entities),
        set: (entity, name) => ({ ...entity, name }),
        instead: rename,
      },
    },
    {
      id: 'slug',
      title: 'Slug',
      width: 'minmax(100px, 1.2fr)',
      text: ({ slug }) => slug,
      show: ({ slug }) => <code className="rg-text">{slug}</code>,
      edit: {
        placeholder: 'vladimir-putin',
        fault: (text, entity) => faultOfSlug(text) ?? faultOfTaken(text, entity, entities),
        set: (entity, slug) => ({ ...entity, slug }),
        instead: rename,
      },
    },
    {
      id: 'aliases',
      title: 'Aliases',
      width: 'minmax(100px, 1.6fr)',
      text: ({ aliases = [] }) => printList(aliases),
      show: ({ aliases = [] }) => <Chips values={aliases} />,
      edit: {
        placeholder: 'Putin; President Putin',
        fault: () => null,
        set: (entity, text) => withMember<Entity, 'aliases'>(entity, 'aliases', readList(text)),
      },
    },
    {
      id: 'kind',
      title: 'Kind',
      width: 'minmax(80px, 0.8fr)',
      text: ({ kind = '' }) => kind,
      edit: {
        placeholder: 'person',
        suggestions: plain(kindsOf(entities)),
        fault: () => null,
        set: (entity, kind) => withMember<Entity, 'kind'>(entity, 'kind', kind),
      },
    },
    usedColumn('entity', uses, ({ slug }) => slug),
  ];
}

/** Short values side by side. */
export function Chips({ values }: { readonly values: readonly string[] }) {
  return (
    <span className="rg-chips">
      {values.map((value) => (
        <Chip key={value} title={value}>
          {value}
        </Chip>
      ))}
    </span>
  );
}

function faultOfName(name: string, own: Entity | null, entities: readonly Entity[]): string | null {
  if (name === '') return 'An entity needs a name.';
  const other = entities.find((entity) => entity.name === name && entity.slug !== own?.slug);
  return other ? `${other.slug} has this name: a brief could not tell them apart.` : null;
}

function faultOfTaken(
  slug: string,
  own: Entity | null,
  entities: readonly Entity[],
): string | null {
  const other = entities.find((entity) => entity.slug === slug && entity.slug !== own?.slug);
  return other ? `${other.name} has this slug. Choose another.` : null;
}

function kindsOf(entities: readonly Entity[]): string[] {
  const kinds = new Set<string>();
  for (const { kind } of entities) if (kind) kinds.add(kind);
  return [...new Set([...[...kinds].sort(), ...KINDS])];
}
