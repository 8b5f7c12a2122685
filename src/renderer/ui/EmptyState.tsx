import type { ReactNode } from 'react';
import './EmptyState.css';

/** Stands where there is nothing to show, and says what one can do. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="ui-empty">
      {props.icon}
      <p className="ui-empty-title">{props.title}</p>
      {props.children ? <div className="ui-empty-text">{props.children}</div> : null}
      {props.actions ? <div className="ui-empty-actions">{props.actions}</div> : null}
    </div>
  );
}
