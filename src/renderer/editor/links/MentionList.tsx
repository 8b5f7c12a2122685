import { type ReactNode, useMemo } from 'react';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import { useReadOnly, useSession } from '../session/context';
import { knownNow } from '../session/knowledge';
import { Part } from './Part';
import { groupsOf, link, type MentionGroup, plainFirsts } from './link-mentions';
import { MentionRow } from './MentionRow';
import { LONGEST } from './candidates';
import { type Mentions, useMentions } from './use-mentions';

/** Entities that the text names and does not link. */
export function MentionList(): ReactNode {
  const session = useSession();
  const readOnly = useReadOnly();
  const found = useMentions(session);
  const groups = useMemo(() => groupsOf(found?.mentions ?? []), [found]);
  if (!found) {
    return (
      <Part title="Not linked yet" count={null}>
        <div className="refs-wait">
          <Spinner label="Looking for names" />
        </div>
      </Part>
    );
  }
  const fresh = groups.filter(({ mentions }) => mentions[0].first);
  const again = groups.filter(({ mentions }) => !mentions[0].first);
  const firsts = plainFirsts(found.mentions);
  return (
    <Part
      title="Not linked yet"
      count={fresh.length}
      actions={
        firsts.length > 1 && !readOnly ? (
          <Button
            size="s"
            variant="quiet"
            className="lp-act"
            onClick={() => link(session, found, firsts, knownNow())}
          >
            Link {firsts.length} first mentions
          </Button>
        ) : null
      }
    >
      {fresh.length > 0 ? (
        <Rows groups={fresh} found={found} />
      ) : (
        <p className="refs-none">{none(found.source.length, again.length)}</p>
      )}
      {again.length > 0 ? (
        <details className="lp-again">
          <summary>
            Named again after a link <span className="lp-count">{again.length}</span>
          </summary>
          <Rows groups={again} found={found} />
        </details>
      ) : null}
    </Part>
  );
}

function Rows(props: { readonly groups: readonly MentionGroup[]; readonly found: Mentions }) {
  const { groups, found } = props;
  return (
    <ul>
      {groups.map((group) => (
        <MentionRow key={group.slugs.join(' ')} group={group} found={found} />
      ))}
    </ul>
  );
}

function none(length: number, again: number): string {
  if (length > LONGEST) return 'This brief is too long to be searched for names.';
  return again > 0
    ? 'All entities that it names are linked once.'
    : 'No entity of the registry is named without a link.';
}
