import { Button } from '../../ui/Button';
import type { Look } from './GraphBar';
import type { GraphModel } from './model';
import { openNode, openWords } from './open-node';
import { figureWords, kindWords, nodeWords } from './words';

const HINTS: Readonly<Record<Look, string>> = {
  picture:
    'Point at a node, or go to the picture with Tab and along its links with the arrow keys.',
  table: 'Click a row, or go to the table with Tab and along its rows with the arrow keys.',
};

/** Says what is under the pointer or the keyboard, and what can be done with it. */
export function GraphFoot(props: {
  readonly model: GraphModel;
  readonly look: Look;
  readonly pointed: number | null;
  readonly focused: number | null;
  readonly centre: string | null;
  readonly onCentre: (slug: string) => void;
}) {
  const { model, look, pointed, focused, centre, onCentre } = props;
  const node = pointed === null ? undefined : model.nodes[pointed];
  const figures = pointed === null ? undefined : model.figures[pointed];
  const chosen = focused === null ? undefined : model.nodes[focused];
  const open = chosen ? openWords(chosen) : null;
  const canCentre =
    chosen?.kind === 'brief' && chosen.state !== 'unknown' && chosen.slug !== centre;
  return (
    <div className="graph-foot">
      <p className="graph-pointed">
        {node && figures ? (
          <>
            <strong>{node.label}</strong>
            <span>{kindWords(node)}</span>
            <span>{figureWords(figures)}</span>
          </>
        ) : (
          <span>{HINTS[look]}</span>
        )}
      </p>
      <output className="ui-hidden">
        {chosen && focused !== null && model.figures[focused]
          ? nodeWords(chosen, model.figures[focused])
          : ''}
      </output>
      {chosen && canCentre ? (
        <Button size="s" variant="quiet" onClick={() => onCentre(chosen.slug)}>
          Look around it
        </Button>
      ) : null}
      {chosen && open ? (
        <Button size="s" variant="quiet" onClick={() => openNode(chosen)}>
          {open}
        </Button>
      ) : null}
    </div>
  );
}
