// Rows that are drawn only in sight can't be those of a real table or list.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Duplicates, duplicatesOf, type Likeness } from '../../../core/registry/duplicates';
import { openDialog } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Spinner } from '../../ui/Spinner';
import { VirtualList } from '../../ui/VirtualList';
import type { RegistryProps } from './props';

const REASONS: Readonly<Record<'entity' | 'outlet', Readonly<Record<Likeness, string>>>> = {
  entity: {
    name: 'Same name',
    alias: 'Same alias',
    spelling: 'Same but for case, accents or Unicode form',
  },
  outlet: {
    name: 'Same name',
    alias: 'Same domain',
    spelling: 'Same but for case, accents or Unicode form',
  },
};

const HEIGHT = 92;

/** Records that may stand for one thing, to be looked at and merged. */
export function DuplicatesPanel<T extends object>(
  props: RegistryProps<T> & {
    readonly readOnly: boolean;
    readonly onShow: (id: string) => void;
  },
): ReactNode {
  const { kind, records, edits, nameOf, aliasesOf } = props;
  const [groups, setGroups] = useState<readonly Duplicates[] | null>(null);
  const byId = useMemo(
    () => new Map(records.map((record) => [edits.idOf(record), record])),
    [records, edits],
  );
  useEffect(() => {
    // A hundred thousand names take a moment: that it is looked for is shown first.
    const timer = setTimeout(() => {
      const named = records.map((record) => ({
        id: edits.idOf(record),
        name: nameOf(record),
        aliases: aliasesOf(record),
      }));
      setGroups(duplicatesOf(named));
    });
    return () => clearTimeout(timer);
  }, [records, edits, nameOf, aliasesOf]);
  if (groups === null) {
    return (
      <div className="rg-looking">
        <Spinner label="Looking for duplicates" />
      </div>
    );
  }
  if (groups.length === 0) {
    return (
      <EmptyState title="No duplicates">
        No two records have the same name or alias, however it is spelled.
      </EmptyState>
    );
  }
  return (
    <div className="rg-groups">
      <VirtualList
        count={groups.length}
        rowHeight={HEIGHT}
        measured
        keyOf={(index) => groups[index]?.ids.join('\n') ?? String(index)}
        attributes={{
          role: 'list',
          tabIndex: 0,
          'aria-label': kind === 'entity' ? 'Duplicate entities' : 'Duplicate outlets',
        }}
      >
        {(index) => {
          const group = groups[index];
          return group ? (
            <Group {...props} byId={byId} group={group} place={index} of={groups.length} />
          ) : null;
        }}
      </VirtualList>
    </div>
  );
}

function Group<T extends object>(
  props: RegistryProps<T> & {
    readonly readOnly: boolean;
    readonly onShow: (id: string) => void;
    readonly byId: ReadonlyMap<string, T>;
    readonly group: Duplicates;
    readonly place: number;
    readonly of: number;
  },
) {
  const { kind, byId, edits, nameOf, uses, group, readOnly, onShow } = props;
  const { ids, why, word } = group;
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <div
      role="listitem"
      aria-setsize={props.of}
      aria-posinset={props.place + 1}
      className="rg-group"
    >
      <div className="rg-group-head">
        <h3>{word}</h3>
        <span className="rg-group-why">{REASONS[kind][why]}</span>
        <Button
          size="s"
          disabled={readOnly}
          aria-label={`Merge ${word}…`}
          onClick={() => openDialog({ kind: 'merge', what: kind, ids })}
        >
          Merge…
        </Button>
      </div>
      <ul className="rg-group-members">
        {members.map((record) => {
          const id = edits.idOf(record);
          const count = uses?.[id] ?? 0;
          return (
            <li key={id}>
              <button type="button" className="rg-member" onClick={() => onShow(id)}>
                <span className="rg-text">{nameOf(record)}</span>
                {kind === 'entity' ? <code>{id}</code> : null}
                <span className="rg-member-uses">
                  {uses === null ? '' : count === 1 ? 'in 1 brief' : `in ${count} briefs`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
