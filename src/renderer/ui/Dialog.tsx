import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import type { FormEvent, ReactNode } from 'react';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import { useFocusAtOnce } from './focus';
import { useModal } from './modals';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** A sentence under the title. */
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the one that goes ahead last. */
  readonly footer?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  /** There is nothing to fill in: the keyboard scrolls the text. */
  readonly reading?: boolean;
  /** Makes the dialog a form: Enter in a field, or a submit button, calls it. */
  readonly onSubmit?: () => void;
}

/** A modal window; the focus stays in it and goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { title, open, onClose, description, children, footer, size = 'm', onSubmit } = props;
  useModal(open);
  const focusing = useFocusAtOnce(firstControl);
  const body = (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="ui-dialog-body" tabIndex={props.reading ? 0 : undefined}>
        {children}
      </div>
      {footer ? <footer className="ui-dialog-foot">{footer}</footer> : null}
    </>
  );
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-scrim" />
        <Base.Viewport className="ui-dialog-place">
          <Base.Popup {...focusing} className={classes('ui-dialog', `ui-dialog-${size}`)}>
            <header className="ui-dialog-head">
              <Base.Title className="ui-dialog-title">{title}</Base.Title>
              <Base.Close render={<IconButton label="Close" icon={<X aria-hidden="true" />} />} />
            </header>
            {description ? (
              <Base.Description className="ui-dialog-description">{description}</Base.Description>
            ) : null}
            {onSubmit ? (
              <form className="ui-dialog-form" onSubmit={submit(onSubmit)} noValidate>
                {body}
              </form>
            ) : (
              body
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The first thing to fill in, else the button that goes ahead. */
const firstControl = (popup: HTMLElement): HTMLElement | null =>
  popup.querySelector<HTMLElement>(
    '.ui-dialog-body :is(input:not([readonly], [tabindex="-1"]), textarea:not([readonly]), .ui-button)',
  ) ?? popup.querySelector<HTMLElement>('.ui-dialog-foot .ui-button:last-child');

/** The button that leaves all as it is. */
const wayBack = (popup: HTMLElement): HTMLElement | null =>
  popup.querySelector<HTMLElement>('.ui-dialog-foot .ui-button');

const submit = (run: () => void) => (event: FormEvent) => {
  event.preventDefault();
  run();
};

export interface ConfirmProps {
  readonly title: string;
  readonly open: boolean;
  readonly children?: ReactNode;
  /** What the going-ahead button says: a verb. */
  readonly action: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly cancel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** A third way, between the two. */
  readonly other?: { readonly label: string; readonly onSelect: () => void };
}

/** A question that must be answered before anything else. */
export function Confirm(props: ConfirmProps) {
  const { title, open, children, action, danger = false, pending = false, other } = props;
  useModal(open);
  const focusing = useFocusAtOnce(wayBack);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && props.onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="ui-scrim" />
        <AlertDialog.Viewport className="ui-dialog-place">
          <AlertDialog.Popup {...focusing} className="ui-dialog ui-dialog-s">
            <header className="ui-dialog-head">
              <AlertDialog.Title className="ui-dialog-title">{title}</AlertDialog.Title>
            </header>
            <AlertDialog.Description className="ui-dialog-body" render={<div />}>
              {children}
            </AlertDialog.Description>
            <footer className="ui-dialog-foot">
              <Button onClick={props.onCancel}>{props.cancel ?? 'Cancel'}</Button>
              {other ? <Button onClick={other.onSelect}>{other.label}</Button> : null}
              <Button
                variant={danger ? 'danger' : 'primary'}
                pending={pending}
                onClick={props.onConfirm}
              >
                {action}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
