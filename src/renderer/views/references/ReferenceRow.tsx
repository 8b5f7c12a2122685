import type { Reference, Tie } from '../../../core/graph/references';
import { nameOf } from '../../app/list';
import { openBrief } from '../../app/navigation';
import { rowsBySlug, useWorkspace } from '../../app/workspace';

/** A brief that points somewhere: it opens, unless it is only published. */
export function ReferenceRow(props: {
  readonly reference: Reference;
  readonly onOpen: (() => void) | undefined;
}) {
  const { reference, onOpen } = props;
  const { slug, date, published, ties, count } = reference;
  const own = useWorkspace((workspace) => rowsBySlug(workspace.briefs).has(slug));
  const open = () => {
    onOpen?.();
    openBrief(slug);
  };
  const words = (
    <>
      <span className="refs-name" dir="auto">
        {nameOf(reference)}
      </span>
      <span className="refs-facts">
        {date ? <time>{date}</time> : null}
        <span>{tieWords(ties, count)}</span>
        {published ? <span>published</span> : null}
      </span>
    </>
  );
  return (
    <li>
      {own ? (
        <button type="button" className="refs-row" onClick={open}>
          {words}
        </button>
      ) : (
        <div className="refs-row">{words}</div>
      )}
    </li>
  );
}

const WORDS: Readonly<Record<Tie, string>> = {
  related: 'related',
  link: 'linked',
  named: 'named',
  take: 'takes',
  head: '',
};

/** How two hang together: `related, linked ×3`, `2 takes`. */
export function tieWords(ties: readonly Tie[], count: number): string {
  if (ties.includes('take')) return count === 1 ? '1 take' : `${count} takes`;
  const words = ties.map((tie) => WORDS[tie]).filter(Boolean);
  // Being related or named is one place each; the rest are links.
  const links = count - ties.filter((tie) => tie !== 'link').length;
  return words
    .map((word) => (word === WORDS.link && links > 1 ? `${word} ×${links}` : word))
    .join(', ');
}
