import { Fragment, type ReactNode, useRef } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import './SplitPanes.css';

export interface Pane {
  readonly id: string;
  /** What it is, for those who hear the page. */
  readonly label: string;
  readonly content: ReactNode;
  /** Its width (height, in a column) in pixels; the one pane without it takes what is left. */
  readonly size?: number;
  /** In pixels. */
  readonly min: number;
  /** Keeps its pixels, not its share, when the window changes. */
  readonly fixed?: boolean;
}

/** Sizes that were chosen by hand, in pixels. */
export interface PaneSizes {
  readonly sizeOf: (pane: string) => number | null;
  readonly onSize: (pane: string, pixels: number) => void;
}

/** Panes side by side (or one above the other), with separators to drag or to move by arrows. */
export function SplitPanes(props: {
  readonly panes: readonly Pane[];
  readonly sizes: PaneSizes;
  readonly vertical?: boolean;
}) {
  const { panes, sizes, vertical = false } = props;
  const group = useRef<HTMLDivElement>(null);
  const keep = (layout: Layout) => {
    const whole = (vertical ? group.current?.offsetHeight : group.current?.offsetWidth) ?? 0;
    for (const { id, size } of panes) {
      const share = layout[id];
      if (size && share) sizes.onSize(id, Math.round((whole * share) / 100));
    }
  };
  return (
    <Group
      className="ui-panes"
      elementRef={group}
      orientation={vertical ? 'vertical' : 'horizontal'}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keep(layout)}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 ? (
            <Separator className="ui-separator" aria-label={`Resize ${nameAt(panes, index)}`} />
          ) : null}
          <Panel
            id={pane.id}
            className="ui-pane"
            minSize={pane.min}
            groupResizeBehavior={pane.fixed ? 'preserve-pixel-size' : 'preserve-relative-size'}
            {...(pane.size === undefined
              ? {}
              : { defaultSize: sizes.sizeOf(pane.id) ?? pane.size })}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

// A separator is named after the pane of a set size beside it: that is the one it resizes.
function nameAt(panes: readonly Pane[], index: number): string {
  const before = panes[index - 1];
  const after = panes[index];
  return (before?.size === undefined ? after?.label : before.label) ?? '';
}
