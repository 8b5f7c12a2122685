import { Autocomplete } from '@base-ui/react/autocomplete';
import type { FocusEvent, KeyboardEvent, Ref } from 'react';
import { useMemo } from 'react';
import { classes } from './classes';
import { Field, type FieldFrame } from './Field';
import { type Suggestion, type Suggestions, suggest } from './suggestions';
import './popup.css';

export interface SuggestFieldProps extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A suggestion is taken over; without it that is a change like any other. */
  readonly onTake?: (taken: Suggestion) => void;
  readonly suggestions: Suggestions;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly bare?: boolean;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onFocus?: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A line of free text with suggestions; nothing is forced on the writer. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, hiddenLabel = false, hint, error, value, onChange, suggestions, bare } = props;
  const offered = useMemo(() => suggest(suggestions, value), [suggestions, value]);
  return (
    <Autocomplete.Root
      items={offered}
      filteredItems={offered}
      value={value}
      itemToStringValue={(item) => item.value}
      onValueChange={(next, { reason }) => {
        const taken =
          reason === 'item-press' ? offered.find((item) => item.value === next) : undefined;
        if (taken && props.onTake) props.onTake(taken);
        else onChange(next);
      }}
    >
      <Field
        label={label}
        hiddenLabel={hiddenLabel}
        hint={hint}
        error={error}
        className={props.className}
      >
        {({ id, describedBy, invalid }) => (
          <Autocomplete.Input
            id={id}
            ref={props.inputRef}
            // While suggestions are open, the label is hidden from those who hear the page.
            aria-label={label}
            className={classes('ui-input', bare && 'ui-input-bare')}
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onFocus={props.onFocus}
            onBlur={props.onBlur}
            onKeyDown={props.onKeyDown}
          />
        )}
      </Field>
      <Autocomplete.Portal render={<section aria-label={`Suggestions: ${label}`} />}>
        <Autocomplete.Positioner className="ui-popup-place" sideOffset={4} align="start">
          <Autocomplete.Popup className={classes('ui-popup', offered.length === 0 && 'ui-hidden')}>
            <Autocomplete.List className="ui-popup-list">
              {(item: Suggestion) => (
                <Autocomplete.Item key={item.value} value={item} className="ui-item">
                  <span className="ui-item-label">{item.label ?? item.value}</span>
                  {item.detail ? <span className="ui-item-detail">{item.detail}</span> : null}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
