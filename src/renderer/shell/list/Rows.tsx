import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react';
import type { BriefRow } from '../../../bridge/types';
import { openDialog } from '../../app/dialogs';
import { selectionStore } from '../../app/list';
import { openBrief, useOpenSlug } from '../../app/navigation';
import { useStore } from '../../app/store';
import { ContextMenu } from '../../ui/Menu';
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList';
import { Row } from './Row';
import { rowMenu } from './row-menu';
import { rangeOf, typedTo } from './selecting';

const rowHeight = 46;

/** The list itself: one is active, several can be chosen; arrows, Enter, Delete, letters. */
export const Rows = memo(function Rows({ rows }: { readonly rows: readonly BriefRow[] }) {
  const open = useOpenSlug();
  const selection = useStore(selectionStore);
  const [active, setActive] = useState<string | null>(open);
  const [from, setFrom] = useState<string | null>(open);
  const [seen, setSeen] = useState(open);
  // What is opened from elsewhere becomes the active row.
  if (seen !== open) {
    setSeen(open);
    setActive(open);
    setFrom(open);
  }
  const typed = useRef({ text: '', at: 0 });
  const at = rows.findIndex((row) => row.slug === active);
  const list = useRef<VirtualListHandle>(null);
  const place = useRef(at);
  useEffect(() => {
    place.current = at;
  });
  useEffect(() => {
    // Not where others come in before it: each time costs a layout, and who reads would lose the place.
    if (active !== null && place.current >= 0) list.current?.scrollTo(place.current);
  }, [active]);

  const choose = (slug: string, how: { extend?: boolean; add?: boolean } = {}) => {
    setActive(slug);
    if (how.extend) {
      selectionStore.set(new Set(rangeOf(rows, from ?? slug, slug)));
      return;
    }
    setFrom(slug);
    const next = new Set(how.add ? selectionStore.get() : []);
    if (how.add && next.has(slug)) next.delete(slug);
    else next.add(slug);
    selectionStore.set(next);
  };

  const onKey = (event: KeyboardEvent) => {
    const to = target(event.key, at, rows.length);
    if (to !== null && !event.altKey) {
      const row = rows[to];
      if (row) choose(row.slug, { extend: event.shiftKey });
    } else if (event.key === 'Enter' && active) openBrief(active);
    else if (event.key === 'Delete') remove(selection, active);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      selectionStore.set(new Set(rows.map((row) => row.slug)));
    } else if (isLetter(event)) {
      const hit = typedTo(rows, at, typed.current, event.key, event.timeStamp);
      if (hit) choose(hit);
    } else return;
    event.preventDefault();
  };

  // Here and not at each row: one that is not drawn again would go by an earlier selection.
  const onClick = (event: MouseEvent) => {
    const slug = slugAt(event.target);
    if (!slug) return;
    const add = event.ctrlKey || event.metaKey;
    choose(slug, { extend: event.shiftKey, add });
    if (!add && !event.shiftKey) openBrief(slug);
  };

  const onContext = (event: MouseEvent) => {
    const slug = slugAt(event.target);
    if (slug && !selection.has(slug)) choose(slug);
  };

  const activeRow = rows[at];
  return (
    <ContextMenu entries={rowMenu(active, selection)}>
      <div className="brief-list-box" onContextMenu={onContext}>
        <VirtualList
          count={rows.length}
          rowHeight={rowHeight}
          // By place: while briefs are read other rows take it, and to make elements anew costs more.
          keyOf={String}
          handle={list}
          attributes={{
            id: 'brief-list',
            className: 'brief-list-scroll',
            role: 'listbox',
            tabIndex: 0,
            'aria-label': 'Briefs',
            'aria-multiselectable': true,
            'aria-activedescendant': activeRow ? `row-${activeRow.slug}` : undefined,
            onKeyDown: onKey,
            onClick,
          }}
        >
          {(index) => {
            const row = rows[index];
            return row ? (
              <Row
                row={row}
                place={index + 1}
                of={rows.length}
                active={row.slug === active}
                selected={selection.has(row.slug)}
                open={row.slug === open}
              />
            ) : null;
          }}
        </VirtualList>
      </div>
    </ContextMenu>
  );
});

function remove(selection: ReadonlySet<string>, active: string | null): void {
  const slugs = selection.size > 0 ? [...selection] : active ? [active] : [];
  if (slugs.length > 0) openDialog({ kind: 'delete', slugs });
}

const page = 10;

function target(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

const isLetter = (event: KeyboardEvent) =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

function slugAt(element: EventTarget): string | null {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-slug]') : null;
  return row?.dataset['slug'] ?? null;
}
