import Maximize from 'lucide-react/icons/maximize';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../../ui/Button';
import { Legend } from './Legend';
import { coloursOf, onTheme } from './picture/colours';
import { hearPointers } from './picture/input';
import { pictureKey } from './picture/keys';
import { Picture } from './picture/picture';
import { onResize } from './picture/resize';
import type { Shown } from './model';
import type { LoadedGraph } from './use-graph';
import { useLayout } from './use-layout';

export interface GraphPictureProps {
  readonly graph: LoadedGraph;
  readonly shown: Shown;
  /** The node that the keyboard is on. */
  readonly focused: number | null;
  readonly hovered: number | null;
  /** The brief around which it is drawn. */
  readonly centre: number | null;
  readonly onFocus: (node: number | null) => void;
  readonly onHover: (node: number | null) => void;
  readonly onOpen: (node: number) => void;
}

/** The graph as a picture, for pointers and keys. Nodes go by their place. */
export function GraphPicture(props: GraphPictureProps) {
  const { graph, shown, focused, hovered, centre, onFocus, onHover, onOpen } = props;
  const [picture, attach] = usePicture();
  const help = useId();
  useLayout(picture, graph, shown);
  usePointers(picture, props);
  useEffect(
    () => picture?.mark({ active: hovered ?? focused, centre }),
    [picture, hovered, focused, centre],
  );
  const onKey = (event: KeyboardEvent) => {
    if (!picture) return;
    const act = pictureKey(event, picture, { model: graph.model, shown, focused, centre });
    if (!act) return;
    event.preventDefault();
    onHover(null);
    if (act.kind === 'open' && focused !== null) onOpen(focused);
    if (act.kind !== 'focus') return;
    onFocus(act.node);
    if (act.node !== null) picture.reveal(act.node);
  };
  return (
    <div className="graph-picture">
      {/* It takes keys of its own, as no element of the page does. */}
      <canvas
        ref={attach}
        className="graph-canvas"
        data-over={hovered === null ? undefined : ''}
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
        aria-label="Graph"
        aria-describedby={help}
        onKeyDown={onKey}
      />
      <p id={help} className="ui-hidden">
        {HELP}
      </p>
      <Zoom picture={picture} />
      <Legend model={graph.model} />
    </div>
  );
}

const HELP =
  'Arrow keys go to a linked node, Page Down and Page Up to the one with fewer or more links, ' +
  'Home to the first. Enter opens. Plus and minus zoom, 0 shows all, Shift with an arrow key ' +
  'moves the picture. The table shows the same in words.';

function Zoom({ picture }: { readonly picture: Picture | null }) {
  return (
    <fieldset className="graph-zoom" aria-label="Zoom">
      <IconButton
        size="s"
        label="Zoom in (+)"
        icon={<Plus aria-hidden="true" />}
        onClick={() => picture?.zoom(1.4)}
      />
      <IconButton
        size="s"
        label="Zoom out (-)"
        icon={<Minus aria-hidden="true" />}
        onClick={() => picture?.zoom(1 / 1.4)}
      />
      <IconButton
        size="s"
        label="Show all (0)"
        icon={<Maximize aria-hidden="true" />}
        onClick={() => picture?.fit()}
      />
    </fieldset>
  );
}

function usePicture() {
  const [picture, setPicture] = useState<Picture | null>(null);
  const attach = useCallback((canvas: HTMLCanvasElement | null) => {
    const host = canvas?.parentElement;
    if (!canvas || !host) return;
    const made = new Picture(canvas, coloursOf(host));
    const ends = [
      onResize(canvas, (size, ratio) => made.resize(size, ratio)),
      onTheme(() => made.recolour(coloursOf(host))),
      () => made.stop(),
      () => setPicture(null),
    ];
    setPicture(made);
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return [picture, attach] as const;
}

function usePointers(picture: Picture | null, props: GraphPictureProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!picture) return;
    return hearPointers(picture, {
      hover: (node) => latest.current.onHover(node),
      press(node) {
        latest.current.onFocus(node);
        latest.current.onOpen(node);
      },
    });
  }, [picture]);
}
