import { useMemo, useState } from 'react';
import { Button } from './Button';
import { type DiffBlock, type DiffLine, foldSame, lineDiff } from './diff-lines';
import { DiffText } from './DiffText';
import './DiffView.css';

/** What would change from one text to the other, line by line. */
export function DiffView(props: {
  readonly before: string;
  readonly after: string;
  /** What the two texts are, for those who hear the page. */
  readonly label: string;
  /** Equal lines shown beside a change. */
  readonly context?: number;
}) {
  const { before, after, label, context = 3 } = props;
  const blocks = useMemo(
    () => foldSame(lineDiff(before, after), context),
    [before, after, context],
  );
  if (before === after) return <p className="ui-diff-none">The two texts are the same.</p>;
  return (
    // The keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="ui-diff" aria-label={label} tabIndex={0}>
      {blocks.map((block) => (
        <Block key={keyOf(block)} block={block} />
      ))}
    </section>
  );
}

const keyOf = ({ kind, lines }: DiffBlock): string =>
  `${kind} ${lines[0]?.before ?? ''} ${lines[0]?.after ?? ''}`;

function Block({ block }: { readonly block: DiffBlock }) {
  const [open, setOpen] = useState(false);
  if (block.kind === 'lines' || open || block.lines.length < 3) {
    return block.lines.map((line) => <Line key={`${line.before} ${line.after}`} line={line} />);
  }
  return (
    <Button variant="quiet" size="s" className="ui-diff-fold" onClick={() => setOpen(true)}>
      Show {block.lines.length} lines that are the same
    </Button>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  return (
    <div className={`ui-diff-line ui-diff-${line.kind}`}>
      <span className="ui-diff-number" aria-hidden="true">
        {line.before}
      </span>
      <span className="ui-diff-number" aria-hidden="true">
        {line.after}
      </span>
      <DiffText line={line} />
    </div>
  );
}
