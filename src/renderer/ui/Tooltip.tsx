import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd';
import { ariaKeys } from './keys';
import './Tooltip.css';

/** Words for a control that shows only a sign; the control itself must bear them as its label. */
export function Tooltip(props: {
  readonly text: string;
  /** In accelerator form. */
  readonly keys?: string | undefined;
  readonly children: ReactElement<Record<string, unknown>>;
}) {
  const { text, keys, children } = props;
  return (
    <Base.Root>
      <Base.Trigger
        delay={500}
        render={children}
        aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="ui-popup-place">
          {/* The control bears the same words and keys itself. */}
          <Base.Popup className="ui-tooltip" aria-hidden="true">
            {text}
            {keys ? <Kbd keys={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
