import { type ReactNode, useState } from 'react';
import type { Pointed } from '../../../core/graph/references';
import { bridge, useWorkspace } from '../../app/contract';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import { NoAnswer, ReferenceList } from '../../views/references/References';
import { useAnswer } from '../../views/use-answer';
import { useSession } from '../session/context';
import { LinkRow } from './LinkRow';
import { MentionList } from './MentionList';
import { Part } from './Part';
import './links.css';

/** What links here, what is linked from here, and what could be. */
export function LinksPanel(): ReactNode {
  const { slug } = useSession();
  const { answer, problem, again } = useAnswer(slug, () =>
    bridge.references({ kind: 'brief', slug }),
  );
  const reading = useWorkspace(({ index }) => index.phase !== 'ready');
  return (
    <div className="lp" data-pane="links">
      {reading ? <p className="lp-note">Not all briefs are read yet: more may link here.</p> : null}
      {!answer && problem ? <NoAnswer message={problem.message} again={again} /> : null}
      {!answer && !problem ? (
        <div className="lp-wait">
          <Spinner label="Looking for links" />
        </div>
      ) : null}
      {answer ? (
        <>
          <Part title="Linked from" count={answer.incoming.length}>
            <ReferenceList references={answer.incoming} none="No other brief links here yet." />
          </Part>
          <Part title="Links to" count={answer.outgoing.length}>
            <Outgoing pointed={answer.outgoing} />
          </Part>
        </>
      ) : null}
      <MentionList />
    </div>
  );
}

/** So many are drawn at first. */
const FIRST = 100;

const order = { unknown: 0, 'one-way': 1, known: 2 };

/** What needs a hand first, then as the text has it. */
function Outgoing({ pointed }: { readonly pointed: readonly Pointed[] }) {
  const [most, setMost] = useState(FIRST);
  if (pointed.length === 0) return <p className="refs-none">It links to nothing yet.</p>;
  const sorted = pointed.toSorted((a, b) => order[a.state] - order[b.state]);
  return (
    <>
      <ul>
        {sorted.slice(0, most).map((one) => (
          <LinkRow key={`${one.kind} ${one.slug}`} pointed={one} />
        ))}
      </ul>
      {pointed.length > most ? (
        <Button size="s" variant="quiet" onClick={() => setMost(most + FIRST)}>
          Show {Math.min(FIRST, pointed.length - most)} more of {pointed.length}
        </Button>
      ) : null}
    </>
  );
}
