import type { ReactNode } from 'react';
import './ChipsField.css';

/** A short value among others, to be read only. */
export function Chip(props: { readonly children: ReactNode; readonly title?: string }) {
  return (
    <span className="ui-chip" title={props.title}>
      <span className="ui-chip-text">{props.children}</span>
    </span>
  );
}
