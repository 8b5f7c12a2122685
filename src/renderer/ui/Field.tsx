import { type ReactNode, useId } from 'react';
import { classes } from './classes';
import './Field.css';

export interface FieldFrame {
  readonly label: string;
  /** Keeps the label for those who hear the page, where its place says it to those who see. */
  readonly hiddenLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong, and what would mend it. */
  readonly error?: string | null | undefined;
}

/** The ids with which a control refers to its label, hint and error. */
export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
}

/** A label above, and a hint or an error below a control. */
export function Field(
  props: FieldFrame & {
    readonly className?: string | undefined;
    readonly children: (ids: FieldIds) => ReactNode;
  },
) {
  const { label, hiddenLabel, hint, error, className, children } = props;
  const id = useId();
  const below = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={classes('ui-field', className)}>
      <label htmlFor={id} className={hiddenLabel ? 'ui-hidden' : 'ui-field-label'}>
        {label}
      </label>
      {children({ id, describedBy: below, invalid: error ? true : undefined })}
      {error ? (
        <p id={below} className="ui-field-error" role="alert">
          {error}
        </p>
      ) : hint ? (
        <p id={below} className="ui-field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
