import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { toast } from '../../app/toasts';
import { SuggestField } from '../../ui/SuggestField';
import type { Column, Editing } from './columns';
import type { Leaving } from './places';

/** The field that stands in a cell while it is written in. */
export function CellEditor<T extends object>(props: {
  readonly column: Column<T>;
  readonly editing: Editing<T>;
  readonly record: T;
  readonly typed: string | null;
  readonly onChange: (record: T) => void;
  readonly onLeave: (how: Leaving) => void;
}) {
  const { column, editing, record, typed, onChange, onLeave } = props;
  const before = column.text(record);
  const [text, setText] = useState(typed ?? before);
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const hasLeft = useRef(false);
  const error = useId();
  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);

  const leave = (how: Leaving) => {
    if (hasLeft.current) return;
    hasLeft.current = true;
    onLeave(how);
  };
  const take = (written: string, how: Leaving) => {
    if (hasLeft.current) return;
    const trimmed = written.trim();
    const wrong = trimmed === before ? null : editing.fault(trimmed, record);
    if (wrong && how !== 'away') {
      setFault(wrong);
      return;
    }
    // Who presses elsewhere with a fault is told that nothing was changed.
    if (wrong) toast(`Not changed. ${wrong}`);
    else if (trimmed !== before) onChange(editing.set(record, trimmed));
    leave(how);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isChoosing = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key === 'Escape') leave('back');
    else if (event.key === 'Enter' && !isChoosing) take(text, 'down');
    else if (event.key === 'Tab') take(text, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    onBlur: () => take(text, 'away'),
    onKeyDown: onKey,
    ...(editing.placeholder === undefined ? {} : { placeholder: editing.placeholder }),
  };
  return (
    <div className="rg-editor" data-own-undo>
      {editing.suggestions ? (
        <SuggestField
          label={column.title}
          hiddenLabel
          value={text}
          onChange={setText}
          onTake={({ value }) => take(value, 'down')}
          suggestions={editing.suggestions}
          inputRef={input}
          {...shared}
        />
      ) : (
        <input
          ref={input}
          className="ui-input"
          autoComplete="off"
          spellCheck={false}
          aria-label={column.title}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? error : undefined}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setFault(null);
          }}
          {...shared}
        />
      )}
      {fault ? (
        <p id={error} role="alert" className="rg-fault">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
