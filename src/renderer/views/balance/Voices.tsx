import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import type { Balance, Echo } from '../../../core/balance/types';
import { Button } from '../../ui/Button';
import { counted, VOICE } from './words';

export type EchoTake = Echo['takes'][number];

const FIRST = 20;

/** Which takes are one voice, and what a voice is. */
export function Voices(props: {
  readonly balance: Balance;
  /** What a take is called beside its outlet: the brief it stands in. */
  readonly placeOf?: (take: EchoTake) => string;
  readonly onTake: (take: EchoTake) => void;
}) {
  const { balance, placeOf, onTake } = props;
  const { takes, voices, echoes } = balance;
  const [all, setAll] = useState(false);
  return (
    <div className="bv">
      <p className="bv-sum">
        <strong>
          {counted(takes, 'take')}, {counted(voices, 'voice')}
        </strong>
      </p>
      <p className="bv-what">{VOICE}</p>
      {echoes.length === 0 ? <p className="bv-what">No take here repeats another.</p> : null}
      {(all ? echoes : echoes.slice(0, FIRST)).map((echo) => (
        <EchoGroup key={`${echo.why} ${echo.what}`} echo={echo} placeOf={placeOf} onTake={onTake} />
      ))}
      {!all && echoes.length > FIRST ? (
        <Button size="s" variant="quiet" onClick={() => setAll(true)}>
          Show all {echoes.length.toLocaleString('en')}
        </Button>
      ) : null}
    </div>
  );
}

const WHY: Readonly<Record<Echo['why'], string>> = {
  source: 'share one source',
  words: 'share the same words',
};

function EchoGroup(props: {
  readonly echo: Echo;
  readonly placeOf: ((take: EchoTake) => string) | undefined;
  readonly onTake: (take: EchoTake) => void;
}) {
  const { echo, placeOf, onTake } = props;
  return (
    <details className="bv-group">
      <summary>
        <ChevronRight aria-hidden="true" />
        <span>
          {counted(echo.takes.length, 'take')} {WHY[echo.why]}
        </span>
        <span className="bv-text" title={echo.what}>
          {echo.why === 'words' ? `“${echo.what}”` : echo.what}
        </span>
      </summary>
      <ul>
        {echo.takes.map((take) => (
          <li key={`${take.slug} ${take.index}`}>
            <button type="button" onClick={() => onTake(take)}>
              <span>{take.outlet || 'No outlet'}</span>
              {placeOf ? <span className="bv-place">{placeOf(take)}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
