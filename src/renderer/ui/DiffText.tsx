import type { ReactNode } from 'react';
import type { DiffLine } from './diff-lines';
import './DiffView.css';

const words = { same: '', deleted: 'removed: ', inserted: 'added: ' };
const signs = { same: ' ', deleted: '−', inserted: '+' };

/** The sign and the text of a line of a difference, behind its number. */
export function DiffText({ line }: { readonly line: DiffLine }): ReactNode {
  return (
    <>
      <span className="ui-diff-sign" aria-hidden="true">
        {signs[line.kind]}
      </span>
      <span className="ui-diff-text" dir="auto">
        {words[line.kind] ? <span className="ui-hidden">{words[line.kind]}</span> : null}
        {line.stretches.map(({ text, marked }, index) =>
          // Stretches have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
    </>
  );
}
