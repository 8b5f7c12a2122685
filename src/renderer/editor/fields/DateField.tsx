import Calendar from 'lucide-react/icons/calendar';
import { useRef } from 'react';
import { IconButton } from '../../ui/Button';
import { useReadOnly } from '../session/context';
import { LineField } from './LineField';
import { useHeldText } from './use-held-text';

const PATH = { field: 'date' } as const;

/** The date as text, with the system's calendar beside it. */
export function DateField() {
  const picker = useRef<HTMLInputElement>(null);
  const readOnly = useReadOnly();
  const { shown, write, release } = useHeldText(PATH);
  return (
    <div className="ed-date">
      <LineField path={PATH} label="Date" hiddenLabel={false} placeholder="YYYY-MM-DD" />
      {readOnly ? null : (
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
            className="ed-date-picker"
            tabIndex={-1}
            aria-hidden="true"
            value={/^\d{4}-\d\d-\d\d$/.test(shown) ? shown : ''}
            onChange={(event) => {
              if (event.target.value) write(event.target.value);
              release();
            }}
          />
        </>
      )}
    </div>
  );
}
