import { DatePicker } from '../../ui/DatePicker';
import { useReadOnly } from '../session/context';
import { LineField } from './LineField';
import { useHeldText } from './use-held-text';

const PATH = { field: 'date' } as const;

/** The date as text, with the system's calendar beside it. */
export function DateField() {
  const readOnly = useReadOnly();
  const { shown, write, release } = useHeldText(PATH);
  const pick = (day: string) => {
    write(day);
    release();
  };
  return (
    <div className="ed-date">
      <LineField path={PATH} label="Date" hiddenLabel={false} placeholder="YYYY-MM-DD" />
      {readOnly ? null : <DatePicker value={shown} onPick={pick} />}
    </div>
  );
}
