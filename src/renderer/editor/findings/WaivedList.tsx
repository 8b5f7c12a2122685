import { RULE_TITLES } from '../../../core/check/titles';
import { keyOfWaiver } from '../../../core/waive/waiver';
import { Button } from '../../ui/Button';
import { useSession } from '../session/context';
import { jumpTo } from './jump';
import { WaivedIcon } from './WaivedIcon';
import { changeWaiver, type Held, takeBack } from './waiving';

/** What somebody let stand in this brief: why, who, until when, and the way back. */
export function WaivedList({ waivers }: { readonly waivers: readonly Held[] }) {
  if (waivers.length === 0) return null;
  return (
    <div className="fi-group">
      <h3 className="fi-group-name">Waived</h3>
      <ul>
        {waivers.map((held) => (
          <Row key={keyOfWaiver(held.waiver)} held={held} />
        ))}
      </ul>
    </div>
  );
}

function Row({ held }: { readonly held: Held }) {
  const session = useSession();
  const { waiver, finding } = held;
  const readOnly = session.readOnly !== null;
  const message = finding?.message ?? RULE_TITLES[waiver.rule];
  return (
    <li className="fi-row fi-waived">
      <button
        type="button"
        className="fi-go"
        title={RULE_TITLES[waiver.rule]}
        disabled={finding === null}
        onClick={() => finding && jumpTo(session, finding)}
      >
        <WaivedIcon />
        <span className="fi-text">
          <span>{message}</span>
          <span className="fi-reason">{waiver.reason}</span>
          <span className="fi-part">{standingOf(held)}</span>
        </span>
      </button>
      <span className="fi-fix">
        <Button
          size="s"
          variant="quiet"
          disabled={readOnly}
          aria-label={`Take back the waiver: ${message}`}
          onClick={() => void takeBack(waiver)}
        >
          Take back
        </Button>
        <Button
          size="s"
          variant="quiet"
          disabled={readOnly}
          aria-label={`Change the waiver: ${message}`}
          onClick={() => changeWaiver(held)}
        >
          Change…
        </Button>
      </span>
    </li>
  );
}

/** `Anna, until 2026-12-31`, and why it does not hold where it does not. */
function standingOf({ waiver: { by, until }, state }: Held): string {
  const end = until ? (state === 'expired' ? `expired on ${until}` : `until ${until}`) : '';
  const unused = state === 'unused' ? 'no such finding any more' : '';
  return [by, end, unused].filter(Boolean).join(', ');
}
