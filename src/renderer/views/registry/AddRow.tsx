import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { SuggestField } from '../../ui/SuggestField';
import { TextField } from '../../ui/TextField';
import type { Column } from './columns';

/** A new record, written column by column; Enter adds it and begins the next. */
export function AddRow<T extends object>(props: {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  /** What a column is, where it was left empty, from what the others say. */
  readonly guess: (column: string, texts: Readonly<Record<string, string>>) => string;
  readonly start: Readonly<Record<string, string>>;
  /** @returns what is wrong, by column; empty where it was added */
  readonly onAdd: (texts: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly onClose: () => void;
}) {
  const { label, columns, guess, start, onAdd, onClose } = props;
  const [texts, setTexts] = useState(start);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const editable = columns.filter(({ edit }) => edit);
  const valueOf = (id: string) => texts[id] || guess(id, texts);
  const change = (id: string, text: string) => {
    setTexts({ ...texts, [id]: text });
    setFaults({});
  };
  const add = () => {
    const found = onAdd(Object.fromEntries(editable.map(({ id }) => [id, valueOf(id).trim()])));
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setTexts({});
    first.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isChoosing = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !isChoosing) add();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset className="rg-add" data-own-undo>
      <legend className="ui-hidden">{label}</legend>
      <div className="rg-add-fields">
        {editable.map(({ id, title, edit }, index) => {
          const shared = {
            label: title,
            value: texts[id] ?? guess(id, texts),
            onChange: (text: string) => change(id, text),
            error: faults[id] ?? null,
            onKeyDown: onKey,
            ...(edit?.placeholder === undefined ? {} : { placeholder: edit.placeholder }),
            ...(index === 0 ? { inputRef: first } : {}),
          };
          return edit?.suggestions ? (
            <SuggestField key={id} suggestions={edit.suggestions} {...shared} />
          ) : (
            <TextField key={id} {...shared} />
          );
        })}
      </div>
      <div className="rg-add-buttons">
        <Button variant="primary" onClick={add}>
          Add
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </fieldset>
  );
}
