import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import { classes } from '../../ui/classes';
import { SuggestField } from '../../ui/SuggestField';
import { type Suggestion, type Suggestions } from '../../ui/suggestions';
import { TextField } from '../../ui/TextField';
import { afterPress } from '../session/after-press';
import { useReadOnly, useSession } from '../session/context';
import { FieldNotes, RefusalNote } from './FieldNotes';
import { bringIntoSight } from './scroll';
import { useHeldText } from './use-held-text';

export interface LineFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly placeholder?: string;
  readonly suggestions?: Suggestions;
  /** Takes a suggestion over, into this field and others. */
  readonly onTake?: (taken: Suggestion) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly className?: string;
  readonly quiet?: boolean;
}

/** A short field: one line, with suggestions where there is a vocabulary. */
export const LineField = memo(function LineField(props: LineFieldProps) {
  const { path, label, hiddenLabel = true, placeholder, suggestions, className } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const input = useRef<HTMLInputElement>(null);
  const { shown, refusal, write, release } = useHeldText(path);
  usePlace(path, input);
  const common = {
    label,
    hiddenLabel,
    value: shown,
    onChange: (text: string) => void write(text),
    readOnly,
    bare: true,
    inputRef: input,
    onFocus: () => followFocus(),
    onBlur: () => {
      afterPress(() => {
        release();
        session.findings.release();
      });
    },
    ...(placeholder ? { placeholder } : {}),
    ...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {}),
  };
  const followFocus = () => {
    const value = readField(session.document.brief, path);
    if (value) session.document.select(value.to, value.to, input);
  };
  return (
    <div
      className={classes('ed-line', className)}
      data-field={formatPath(path)}
      onPointerEnter={({ currentTarget }) => {
        const { current } = input;
        const isCut = current !== null && current.scrollWidth > current.clientWidth;
        currentTarget.title = isCut ? current.value : '';
      }}
    >
      {suggestions ? (
        <SuggestField
          {...common}
          suggestions={suggestions}
          {...(props.onTake ? { onTake: props.onTake } : {})}
        />
      ) : (
        <TextField {...common} />
      )}
      <RefusalNote refusal={refusal} />
      {props.quiet ? null : <FieldNotes path={path} />}
    </div>
  );
});

/** Lets others take the focus to the field's input. */
function usePlace(path: FieldPath, input: React.RefObject<HTMLInputElement | null>): void {
  const session = useSession();
  const key = formatPath(path);
  useEffect(
    () =>
      session.places.register(key, {
        focus: (offset) => {
          const element = input.current;
          element?.focus({ preventScroll: true });
          bringIntoSight(element);
          if (offset === 'all') element?.select();
          else if (offset !== null) element?.setSelectionRange(offset, offset);
        },
        show: () => bringIntoSight(input.current),
      }),
    [session, key, input],
  );
}
