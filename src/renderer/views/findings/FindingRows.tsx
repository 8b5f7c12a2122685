import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useCommand } from '../../app/commands';
import { useStore } from '../../app/store';
import { ContextMenu } from '../../ui/Menu';
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList';
import { rowAfter } from '../row-keys';
import { isWritable, fix, go, menuOf } from './actions';
import { FindingRow, NextRow } from './FindingRow';
import { activeStore, filtersStore, found } from './query';

/** The list itself: arrows walk, Enter opens the brief, the menu key says what else one can do. */
export function FindingRows({ total }: { readonly total: number }) {
  const { items } = useStore(found.state);
  const kept = useStore(activeStore);
  const active = Math.min(kept, total - 1);
  const current = items.get(active);
  const list = useRef<VirtualListHandle>(null);
  const step = (to: number) => {
    const next = Math.min(Math.max(to, 0), total - 1);
    activeStore.set(next);
    list.current?.scrollTo(next);
  };
  // Only what one does moves the list: what changes in the workspace does not.
  useEffect(() => {
    const show = () => list.current?.scrollTo(Math.max(activeStore.get(), 0));
    show();
    return filtersStore.subscribe(show);
  }, []);
  useCommand('go.next-finding', () => step(active + 1));
  useCommand('go.previous-finding', () => step(active - 1));
  useCommand('edit.fix-next', () => current && void fix(current), isWritable());
  const entries = useMemo(() => () => (current ? menuOf(current) : []), [current]);

  const onKey = (event: KeyboardEvent) => {
    const to = rowAfter(event.key, active, total);
    if (to !== null && !event.altKey && !event.ctrlKey && !event.metaKey) step(to);
    else if (event.key === 'Enter' && current && event.target === event.currentTarget) go(current);
    else return;
    event.preventDefault();
  };
  const onContext = (event: MouseEvent) => {
    const at = rowAt(event.target);
    if (at !== null) activeStore.set(at);
  };
  return (
    <ContextMenu entries={entries}>
      <div className="fv-box" onContextMenu={onContext}>
        <VirtualList
          count={total}
          rowHeight={46}
          measured
          keyOf={String}
          handle={list}
          attributes={{
            id: 'findings-list',
            className: 'fv-scroll',
            role: 'grid',
            tabIndex: 0,
            'aria-label': 'Findings',
            'aria-rowcount': total,
            'aria-activedescendant': active >= 0 ? `finding-${active}` : undefined,
            onKeyDown: onKey,
            onFocus: (event) => {
              if (active < 0 && event.target === event.currentTarget) step(0);
            },
          }}
        >
          {(index) => {
            const finding = items.get(index);
            return finding ? (
              <FindingRow finding={finding} index={index} active={index === active} />
            ) : (
              <NextRow index={index} />
            );
          }}
        </VirtualList>
      </div>
    </ContextMenu>
  );
}

function rowAt(element: EventTarget): number | null {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-finding]') : null;
  return row ? Number(row.dataset['finding']) : null;
}
