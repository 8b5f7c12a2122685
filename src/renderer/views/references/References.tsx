import { type ReactNode, useState } from 'react';
import type { Reference, Subject } from '../../../core/graph/references';
import { bridge } from '../../app/bridge';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import { useAnswer } from '../use-answer';
import { ReferenceRow } from './ReferenceRow';
import './references.css';

/** So many are drawn at first. */
const FIRST = 100;

/** The briefs in which something is used, newest first; each opens. */
export function References(props: {
  readonly subject: Subject;
  /** A brief is opened: for what covers it. */
  readonly onOpen?: () => void;
}): ReactNode {
  const { subject, onOpen } = props;
  const key = 'slug' in subject ? subject.slug : subject.name;
  const { answer, problem, again } = useAnswer(`${subject.kind} ${key}`, () =>
    bridge.references(subject),
  );
  if (answer) {
    return <ReferenceList references={answer.incoming} none={NONE[subject.kind]} onOpen={onOpen} />;
  }
  if (problem) return <NoAnswer message={problem.message} again={again} />;
  return (
    <div className="refs-wait">
      <Spinner label="Looking for briefs" />
    </div>
  );
}

const NONE: Readonly<Record<Subject['kind'], string>> = {
  brief: 'No other brief links here.',
  entity: 'No brief links or names it.',
  outlet: 'No brief has a take by it.',
  lens: 'No brief has a take under it.',
  head: 'No brief stands under it.',
};

export function ReferenceList(props: {
  readonly references: readonly Reference[];
  /** What to say where there are none. */
  readonly none: string;
  readonly onOpen?: (() => void) | undefined;
}): ReactNode {
  const { references, none, onOpen } = props;
  const [most, setMost] = useState(FIRST);
  if (references.length === 0) return <p className="refs-none">{none}</p>;
  const left = references.length - most;
  return (
    <>
      <ul className="refs">
        {references.slice(0, most).map((reference) => (
          <ReferenceRow key={reference.slug} reference={reference} onOpen={onOpen} />
        ))}
      </ul>
      {left > 0 ? (
        <Button size="s" variant="quiet" onClick={() => setMost(most + FIRST)}>
          Show {Math.min(FIRST, left)} more of {references.length.toLocaleString()}
        </Button>
      ) : null}
    </>
  );
}

/** Says why there is nothing to show. */
export function NoAnswer(props: { readonly message: string; readonly again: () => void }) {
  return (
    <div className="refs-none">
      <output>{props.message}</output>{' '}
      <Button size="s" onClick={props.again}>
        Try again
      </Button>
    </div>
  );
}
