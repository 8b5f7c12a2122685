import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import GripVertical from 'lucide-react/icons/grip-vertical';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { formatPath, parsePath } from '../../../core/fields/path';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Menu, type MenuEntry } from '../../ui/Menu';
import { useReadOnly, useSession } from '../session/context';
import type { Session } from '../session/session';
import { type Item, mainField, moveBy, remove } from './actions';
import { useSortable } from './use-sortable';

export interface ItemFrameProps {
  readonly item: Item;
  /** What the item is, for its menu: `Take by CNN`. */
  readonly label: string;
  readonly className: string;
  /** Entries of the menu besides moving and removing. */
  readonly entries?: readonly MenuEntry[];
  readonly children: ReactNode;
}

/** An item of a list: it can be dragged, moved by keys, and removed. */
export function ItemFrame(props: ItemFrameProps) {
  const { item, label, className, entries = [], children } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const element = useRef<HTMLElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const { dragged, edge } = useSortable(item, element, handle);
  return (
    // The keys are the fields' own; the frame hears them on their way up.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={element}
      aria-label={label}
      data-item={`${item.list}[${item.index}]`}
      className={classes('ed-item', className, dragged && 'ed-dragged', edge && `ed-edge-${edge}`)}
      onKeyDownCapture={(event) => moveByKey(session, item, event)}
    >
      {readOnly ? null : (
        <span ref={handle} className="ed-grip" aria-hidden="true" title="Drag to move">
          <GripVertical />
        </span>
      )}
      {children}
      {readOnly ? null : (
        <Menu
          align="end"
          trigger={
            <IconButton
              size="s"
              className="ed-item-menu"
              label={`Actions for ${label}`}
              icon={<EllipsisVertical aria-hidden="true" />}
            />
          }
          entries={[
            { label: 'Move up', keys: 'Alt+Up', onSelect: () => moveBy(session, item, -1) },
            { label: 'Move down', keys: 'Alt+Down', onSelect: () => moveBy(session, item, 1) },
            ...entries,
            'line',
            { label: 'Remove', danger: true, onSelect: () => remove(session, item) },
          ]}
        />
      )}
    </article>
  );
}

/** Alt with an arrow moves the item that holds the focus; the field keeps it. */
export function moveByKey(session: Session, item: Item, event: KeyboardEvent): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || by === 0) return;
  event.preventDefault();
  event.stopPropagation();
  moveBy(session, item, by, focusedField(event.target, item));
}

function focusedField(target: EventTarget, item: Item) {
  const key = target instanceof Element ? target.closest('[data-field]') : null;
  const path = parsePath(key?.getAttribute('data-field') ?? '');
  const belongs = path && formatPath(path).startsWith(`${item.list}[${item.index}]`);
  return belongs ? path : mainField(item);
}
