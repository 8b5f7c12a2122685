import Calendar from 'lucide-react/icons/calendar';
import { useRef } from 'react';
import { IconButton } from './Button';
import './DatePicker.css';

/** The system's calendar behind a button, to stand beside a date that is written as text. */
export function DatePicker(props: {
  /** YYYY-MM-DD; anything else is no day to start from. */
  readonly value: string;
  readonly onPick: (day: string) => void;
}) {
  const { value, onPick } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        size="s"
        label="Choose a date"
        icon={<Calendar aria-hidden="true" />}
        onClick={() => picker.current?.showPicker()}
      />
      <input
        ref={picker}
        type="date"
        className="ui-date-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
        onChange={({ target }) => target.value && onPick(target.value)}
      />
    </>
  );
}
