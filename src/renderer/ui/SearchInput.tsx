import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import './SearchInput.css';

/** A field that narrows what stands below it; Escape, or the button in it, clears it. */
export function SearchInput(props: {
  readonly label: string;
  readonly placeholder: string;
  /** What the button in it does. */
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onClear?: () => void;
  /** Goes on below: Enter or the down arrow. */
  readonly onLeave?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
  /** What else the input bears. */
  readonly attributes?: InputHTMLAttributes<HTMLInputElement>;
  /** Stands before the button: that an answer is on its way. */
  readonly children?: ReactNode;
}): ReactNode {
  const { label, placeholder, clearLabel, value, onChange, onLeave, inputRef, attributes } = props;
  const clear = props.onClear ?? (() => onChange(''));
  return (
    <div className={classes('ui-search', props.className)}>
      <Search aria-hidden="true" />
      <input
        ref={inputRef}
        type="text"
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) clear();
          if (!onLeave || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
          event.preventDefault();
          onLeave();
        }}
        {...attributes}
      />
      {props.children}
      {value ? (
        <IconButton size="s" label={clearLabel} icon={<X aria-hidden="true" />} onClick={clear} />
      ) : null}
    </div>
  );
}
