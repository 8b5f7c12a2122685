import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';
import { locate } from '../../../core/edit';
import { useSession } from '../session/context';
import type { Session } from '../session/session';
import { type Item, moveTakeTo, moveTo } from './actions';

export interface Sortable {
  readonly dragged: boolean;
  /** The edge at which what is dragged would come to stand. */
  readonly edge: Edge | null;
}

const REST: Sortable = { dragged: false, edge: null };

/** Lets an item be dragged by its handle, and others of its list be dropped at its edges. */
export function useSortable(
  item: Item,
  element: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  edges: readonly Edge[] = ['top', 'bottom'],
): Sortable {
  const session = useSession();
  const [state, setState] = useState(REST);
  const { list, index } = item;
  const sides = edges.join(' ');
  useEffect(() => {
    const host = element.current;
    const grip = handle.current;
    if (!host || !grip || session.readOnly !== null) return;
    const show = (edge: Edge | null) =>
      setState((now) => (now.edge === edge ? now : { ...now, edge }));
    return combine(
      draggable({
        element: host,
        dragHandle: grip,
        getInitialData: () => ({ list, index, slug: session.slug }),
        onDragStart: () => setState({ dragged: true, edge: null }),
        onDrop: () => setState(REST),
      }),
      dropTargetForElements({
        element: host,
        canDrop: ({ source }) => itemOf(source.data, session)?.list === list,
        getData: ({ input, element: over }) =>
          attachClosestEdge(
            { list, index },
            { input, element: over, allowedEdges: sides.split(' ') as Edge[] },
          ),
        getIsSticky: () => true,
        onDrag: ({ self, source }) =>
          show(source.data.index === index ? null : extractClosestEdge(self.data)),
        onDragLeave: () => show(null),
        onDrop: ({ self, source }) => {
          show(null);
          const from = itemOf(source.data, session);
          const edge = extractClosestEdge(self.data);
          if (from && edge) drop(session, from, { list, index }, edge);
        },
      }),
    );
  }, [session, element, handle, list, index, sides]);
  return state;
}

/** Lets takes be dropped into a lens, behind its last one. */
export function useTakeTarget(lens: number, element: RefObject<HTMLElement | null>): boolean {
  const session = useSession();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const host = element.current;
    if (!host || session.readOnly !== null) return;
    return dropTargetForElements({
      element: host,
      canDrop: ({ source }) => itemOf(source.data, session)?.list === 'takes',
      onDrag: ({ location, self }) =>
        setOver(location.current.dropTargets[0]?.element === self.element),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location, self }) => {
        setOver(false);
        const from = itemOf(source.data, session);
        if (!from || location.current.dropTargets[0]?.element !== self.element) return;
        const at = session.document.brief.lenses[lens]?.takes.length ?? 0;
        moveTakeTo(session, from.index, { lens, at });
      },
    });
  }, [session, lens, element]);
  return over;
}

function itemOf(data: Record<string | symbol, unknown>, session: Session): Item | null {
  const { list, index, slug } = data;
  if (slug !== session.slug || typeof index !== 'number') return null;
  if (list !== 'numbers' && list !== 'watch' && list !== 'takes' && list !== 'lenses') return null;
  return { list, index };
}

/** Puts an item before or behind another. */
export function drop(session: Session, from: Item, target: Item, edge: Edge): void {
  const behind = edge === 'bottom' || edge === 'right' ? 1 : 0;
  if (from.list === 'takes') {
    const source = locate(session.document.brief, from.index);
    const place = locate(session.document.brief, target.index);
    if (!source || !place || from.index === target.index) return;
    const shift = source.lensIndex === place.lensIndex && source.at < place.at ? -1 : 0;
    const at = place.at + behind + shift;
    if (source.lensIndex === place.lensIndex && at === source.at) return;
    moveTakeTo(session, from.index, { lens: place.lensIndex, at });
    return;
  }
  const to = target.index + behind - (from.index < target.index ? 1 : 0);
  moveTo(session, from, to);
}
