import { Select as Base } from '@base-ui/react/select';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { classes } from './classes';
import './Select.css';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

/** A choice of one from a short list. */
export function Select<T extends string>(props: {
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  readonly bare?: boolean;
}) {
  const { label, hiddenLabel = false, value, options, onChange, disabled = false, bare } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root
      value={value}
      items={options}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <div className="ui-field">
        <Base.Label className={hiddenLabel ? 'ui-hidden' : 'ui-field-label'}>{label}</Base.Label>
        <Base.Trigger className={classes('ui-input', 'ui-select', bare && 'ui-input-bare')}>
          {chosen?.icon}
          <Base.Value className="ui-select-value" />
          <Base.Icon className="ui-select-icon">
            <ChevronsUpDown aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner className="ui-popup-place" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="ui-popup">
            <Base.List className="ui-popup-list">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="ui-item">
                  <span className="ui-item-check">
                    <Base.ItemIndicator>
                      <Check aria-hidden="true" />
                    </Base.ItemIndicator>
                  </span>
                  {option.icon}
                  <Base.ItemText className="ui-item-label">{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
