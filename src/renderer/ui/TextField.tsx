import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes';
import { Field, type FieldFrame } from './Field';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'>;

export interface TextFieldProps extends FieldFrame, Native {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Without a frame until one points at it. */
  readonly bare?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly after?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { label, hiddenLabel, hint, error, value, onChange, bare, inputRef, className, ...rest } =
    props;
  const { after, ...native } = rest;
  const frame = {
    label,
    hint,
    error,
    className,
    ...(hiddenLabel === undefined ? {} : { hiddenLabel }),
  };
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <>
          <input
            autoComplete="off"
            {...native}
            ref={inputRef}
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className={classes('ui-input', bare && 'ui-input-bare')}
          />
          {after}
        </>
      )}
    </Field>
  );
}
