import { useId, useMemo, useState } from 'react';
import type { BriefText } from '../../../bridge/types';
import { toast } from '../../app/contract';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DiffView } from '../../ui/DiffView';
import type { Session } from '../session/session';
import type { Difference } from './differences';
import { conflictOf, firstChoice, merge, OTHER_TEXT, type Side } from './merge';
import './conflict.css';

/** The file and the text here have both changed: shows in what, and lets each be chosen. */
export function ConflictDialog(props: {
  readonly session: Session;
  readonly disk: BriefText;
  readonly onClose: () => void;
}) {
  const { session, disk, onClose } = props;
  const { document, saver } = session;
  const mine = document.text;
  const conflict = useMemo(() => conflictOf(saver.disk.text, mine, disk.text), [saver, mine, disk]);
  const [choice, setChoice] = useState(() => firstChoice(conflict));
  const all = (side: Side) => () => setChoice(new Map([...choice.keys()].map((id) => [id, side])));
  const choose = (id: string, side: Side) => setChoice(new Map(choice).set(id, side));
  const apply = async () => {
    const { text, refused } = merge(conflict, choice);
    onClose();
    await session.resolve(text, disk);
    if (refused.length > 0) {
      toast(`Could not be taken over: ${refused.join(', ')}. Mend it in the source.`, {
        kind: 'error',
      });
    }
  };
  return (
    <Dialog
      open
      size="l"
      title="This brief was changed by another program"
      description="Your text is kept. Choose what to keep of each; one undo takes it back."
      onClose={onClose}
      onSubmit={() => void apply()}
      footer={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button onClick={all('mine')}>All mine</Button>
          <Button onClick={all('theirs')}>All theirs</Button>
          <Button variant="primary" type="submit">
            Use these
          </Button>
        </>
      }
    >
      <ul className="cf">
        {conflict.fields.map((field) => (
          <Choice
            key={field.id}
            field={field}
            side={choice.get(field.id) ?? 'mine'}
            onChoose={(side) => choose(field.id, side)}
          />
        ))}
        {conflict.otherText ? (
          <Choice
            field={{ label: 'Text outside the fields', mine, theirs: disk.text, by: 'both' }}
            side={choice.get(OTHER_TEXT) ?? 'mine'}
            onChoose={(side) => choose(OTHER_TEXT, side)}
          />
        ) : null}
      </ul>
    </Dialog>
  );
}

const WHO = { me: 'changed here', them: 'changed in the file', both: 'changed in both' };

function Choice(props: {
  readonly field: Pick<Difference, 'label' | 'mine' | 'theirs' | 'by'>;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}) {
  const { field, side, onChoose } = props;
  const name = useId();
  return (
    <li>
      <fieldset className="cf-field">
        <legend className="cf-label">
          {field.label} <span className="cf-who">{WHO[field.by]}</span>
        </legend>
        <div className="cf-sides">
          {(['mine', 'theirs'] as const).map((one) => (
            <label key={one} className="cf-side">
              <input
                type="radio"
                name={name}
                checked={side === one}
                onChange={() => onChoose(one)}
              />
              {one === 'mine' ? 'Mine' : 'Theirs'}
              {field[one] === null ? <span className="cf-none"> (not there)</span> : null}
            </label>
          ))}
        </div>
        <DiffView
          before={field.mine ?? ''}
          after={field.theirs ?? ''}
          context={1}
          label={`${field.label}: mine and theirs`}
        />
      </fieldset>
    </li>
  );
}
