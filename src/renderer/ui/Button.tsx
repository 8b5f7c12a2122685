import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import './Button.css';
import { classes } from './classes';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'>;

export interface ButtonProps extends Native {
  readonly variant?: 'default' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'm' | 's';
  readonly icon?: ReactNode;
  /** Shows that its work is under way; it can't be pressed meanwhile. */
  readonly pending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'default',
    size = 'm',
    icon,
    pending = false,
    type = 'button',
    className,
    children,
    disabled,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      // A literal type for each: a button without one submits the form around it.
      type={type === 'submit' ? 'submit' : 'button'}
      disabled={disabled}
      {...(pending ? WAITING : {})}
      className={classes('ui-button', `ui-button-${variant}`, `ui-button-${size}`, className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** Keeps the focus, which a disabled button would lose. */
const WAITING = {
  'aria-busy': true,
  'aria-disabled': true,
  onClick: (event: MouseEvent) => event.preventDefault(),
} as const;

export interface IconButtonProps extends Native {
  /** What it does: read out, and shown as its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The shortcut shown in the tooltip, in accelerator form. */
  readonly keys?: string | undefined;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
  readonly size?: 'm' | 's';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, pressed, size = 'm', className, ...rest } = props;
  return (
    <Tooltip text={label} keys={keys}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classes('ui-icon-button', `ui-icon-button-${size}`, className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
