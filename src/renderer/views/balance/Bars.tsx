import { useState } from 'react';
import type { Share } from '../../../core/balance/types';
import { Button } from '../../ui/Button';
import { counted } from './words';

/** So many are drawn at first. */
const FIRST = 12;

/** How many takes each has, longest bar first among those that are asked for. */
export function Bars(props: {
  readonly label: string;
  readonly shares: readonly Share[];
  readonly words?: (name: string) => string;
  /** What pressing a name does, for those that have takes. */
  readonly onPress?: (name: string) => void;
}) {
  const { label, shares, words = (name) => name, onPress } = props;
  const [all, setAll] = useState(false);
  const shown = all ? shares : shares.slice(0, FIRST);
  const most = Math.max(1, ...shares.map(({ takes }) => takes));
  return (
    <>
      <ul className="bb" aria-label={label}>
        {shown.map((share) => (
          <li key={share.name} className={share.present ? 'bb-row' : 'bb-row bb-lack'}>
            <Name share={share} text={words(share.name)} onPress={onPress} />
            <span className="bb-bar" aria-hidden="true">
              <span style={{ width: `${(share.takes / most) * 100}%` }} />
            </span>
            <span className="bb-count">
              {share.takes.toLocaleString('en')}
              <span className="ui-hidden"> {share.takes === 1 ? 'take' : 'takes'}</span>
            </span>
          </li>
        ))}
      </ul>
      {shares.length > FIRST ? (
        <Button size="s" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${shares.length.toLocaleString('en')}`}
        </Button>
      ) : null}
    </>
  );
}

function Name(props: {
  readonly share: Share;
  readonly text: string;
  readonly onPress: ((name: string) => void) | undefined;
}) {
  const { share, text, onPress } = props;
  if (!onPress || share.takes === 0) return <span className="bb-name">{text || 'Not named'}</span>;
  return (
    <button
      type="button"
      className="bb-name"
      aria-label={`${text}, ${counted(share.takes, 'take')}, show its briefs`}
      onClick={() => onPress(share.name)}
    >
      {text}
    </button>
  );
}
