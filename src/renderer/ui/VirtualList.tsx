import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type HTMLAttributes,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { classes } from './classes';
import './VirtualList.css';

export interface VirtualListHandle {
  scrollTo: (index: number) => void;
}

/** Draws only the rows that are in sight. Rows are of one height unless `measured`. */
export function VirtualList(props: {
  readonly count: number;
  /** In pixels. */
  readonly rowHeight: number;
  readonly measured?: boolean;
  readonly keyOf: (index: number) => string;
  /** A row that is kept in sight; -1 for none. */
  readonly current?: number;
  /** Of the element that scrolls: a role, a label, what happens on a key. */
  readonly attributes?: HTMLAttributes<HTMLDivElement>;
  readonly handle?: Ref<VirtualListHandle>;
  readonly children: (index: number) => ReactNode;
}) {
  const { count, rowHeight, measured = false, keyOf, current = -1, attributes, handle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // No compiler memoises here, so its changing functions do no harm.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    // Where heights are the same, places are enough to measure by: else all are measured anew with the rows.
    ...(measured ? { getItemKey: keyOf } : {}),
    overscan: 8,
    initialRect: { width: 300, height: 900 },
  });
  useEffect(() => {
    if (current >= 0 && current < count) virtual.scrollToIndex(current);
  }, [current, count, virtual]);
  useImperativeHandle(handle, () => ({ scrollTo: (index) => virtual.scrollToIndex(index) }));
  return (
    <div {...attributes} ref={scroller} className={classes('ui-virtual', attributes?.className)}>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={keyOf(item.index)}
            role="presentation"
            data-index={item.index}
            ref={measured ? virtual.measureElement : undefined}
            className="ui-virtual-row"
            style={{
              transform: `translateY(${item.start}px)`,
              height: measured ? undefined : item.size,
            }}
          >
            {props.children(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
