import { Combobox } from '@base-ui/react/combobox';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { type ReactNode, type Ref, useId, useMemo, useState } from 'react';
import { Field, type FieldFrame } from './Field';
import { type Suggestion, type Suggestions, suggest } from './suggestions';
import './ChipsField.css';

export interface ChipsFieldProps extends FieldFrame {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly suggestions: Suggestions;
  /** What a chip shows; the value itself where it is left out. */
  readonly show?: (value: string) => ReactNode;
  /** The chip is marked as one that is not right. */
  readonly isWrong?: (value: string) => boolean;
  /** Makes a value of what was typed; null where it can't be one. Without it only suggestions are taken. */
  readonly accept?: (typed: string) => string | null;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Several short values: typed, or chosen; arrows walk the chips, Backspace removes. */
export function ChipsField(props: ChipsFieldProps) {
  return props.readOnly ? <PlainChips field={props} /> : <EditableChips {...props} />;
}

function PlainChips({ field }: { readonly field: ChipsFieldProps }) {
  const { label, hiddenLabel, values } = field;
  const id = useId();
  return (
    <section className="ui-field" aria-labelledby={id}>
      <span id={id} className={hiddenLabel ? 'ui-hidden' : 'ui-field-label'}>
        {label}
      </span>
      <ul className="ui-chips-row">
        {values.map((value) => (
          <li key={value} className="ui-chip" data-wrong={field.isWrong?.(value) ? '' : undefined}>
            <span className="ui-chip-text">{field.show?.(value) ?? value}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EditableChips(props: ChipsFieldProps) {
  const { label, hiddenLabel = false, hint, error, values, onChange } = props;
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { suggestions } = props;
  // To offer something may mean to read every name there is: only for who asks.
  const isAsked = isOpen || query !== '';
  const found = useMemo(
    () => (isAsked ? suggest(suggestions, query) : NONE),
    [isAsked, suggestions, query],
  );
  const offered = useOffered(props, query, found);
  return (
    <Combobox.Root
      multiple
      items={offered}
      filteredItems={offered}
      autoHighlight
      value={[...values]}
      inputValue={query}
      onInputValueChange={setQuery}
      onOpenChange={setIsOpen}
      onValueChange={(next) => {
        onChange(next);
        setQuery('');
      }}
    >
      <Field label={label} hiddenLabel={hiddenLabel} hint={hint} error={error}>
        {({ id, describedBy, invalid }) => (
          <Combobox.InputGroup className="ui-chips" data-invalid={invalid ? '' : undefined}>
            <Combobox.Chips className="ui-chips-row">
              {values.map((value) => (
                <ValueChip key={value} value={value} field={props} />
              ))}
              <Combobox.Input
                id={id}
                ref={props.inputRef}
                // While suggestions are open, the label is hidden from those who hear the page.
                aria-label={label}
                className="ui-chips-input"
                placeholder={values.length === 0 ? props.placeholder : undefined}
                aria-describedby={describedBy}
                aria-invalid={invalid}
              />
            </Combobox.Chips>
          </Combobox.InputGroup>
        )}
      </Field>
      <Offers label={label} offered={offered} found={found} />
    </Combobox.Root>
  );
}

function ValueChip(props: { readonly value: string; readonly field: ChipsFieldProps }) {
  const { value, field } = props;
  const wrong = field.isWrong?.(value) ?? false;
  const shown = field.show?.(value) ?? value;
  return (
    <Combobox.Chip className="ui-chip" aria-label={value} data-wrong={wrong ? '' : undefined}>
      <span className="ui-chip-text" title={typeof shown === 'string' ? shown : value}>
        {shown}
      </span>
      <Combobox.ChipRemove className="ui-chip-remove" aria-label={`Remove ${value}`}>
        <X aria-hidden="true" />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
}

function Offers(props: {
  readonly label: string;
  readonly offered: readonly string[];
  readonly found: readonly Suggestion[];
}) {
  const { label, offered } = props;
  const found = new Map(props.found.map((item) => [item.value, item]));
  return (
    <Combobox.Portal render={<section aria-label={`Suggestions: ${label}`} />}>
      <Combobox.Positioner className="ui-popup-place" sideOffset={4} align="start">
        <Combobox.Popup className={offered.length === 0 ? 'ui-hidden' : 'ui-popup'}>
          <Combobox.List className="ui-popup-list">
            {(value: string) => <Offer key={value} value={value} known={found.get(value)} />}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

function Offer(props: { readonly value: string; readonly known: Suggestion | undefined }) {
  const { value, known } = props;
  return (
    <Combobox.Item value={value} className="ui-item">
      {known ? null : <Plus aria-hidden="true" />}
      <span className="ui-item-label">{known ? (known.label ?? value) : `Add “${value}”`}</span>
      {known?.detail ? <span className="ui-item-detail">{known.detail}</span> : null}
    </Combobox.Item>
  );
}

function useOffered(
  { values, accept }: ChipsFieldProps,
  query: string,
  suggested: readonly Suggestion[],
): readonly string[] {
  return useMemo(() => {
    const found = suggested.map((item) => item.value).filter((value) => !values.includes(value));
    const typed = query.trim();
    const own = typed && accept ? accept(typed) : null;
    return own === null || found.includes(own) || values.includes(own) ? found : [...found, own];
  }, [suggested, values, accept, query]);
}

const NONE: readonly never[] = [];
