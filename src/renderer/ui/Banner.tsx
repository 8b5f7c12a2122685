import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import type { Severity } from '../../core/check/finding';
import { IconButton } from './Button';
import { classes } from './classes';
import { SeverityIcon } from './Severity';
import './Banner.css';

/** What a user must know as long as it is so; an error is read out at once. */
export function Banner(props: {
  readonly kind: Severity;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}) {
  const { kind, children, actions, onDismiss } = props;
  return (
    <div
      className={classes('ui-banner', `ui-banner-${kind}`)}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <SeverityIcon severity={kind} label />
      <div className="ui-banner-text">{children}</div>
      {actions ? <div className="ui-banner-actions">{actions}</div> : null}
      {onDismiss ? (
        <IconButton size="s" label="Dismiss" icon={<X aria-hidden="true" />} onClick={onDismiss} />
      ) : null}
    </div>
  );
}
