import AtSign from 'lucide-react/icons/at-sign';
import { type ReactNode, useMemo } from 'react';
import type { Mention } from '../../../core/mentions';
import { Button } from '../../ui/Button';
import { Menu, type MenuEntry } from '../../ui/Menu';
import { goTo } from '../app-state';
import { useReadOnly, useSession } from '../session/context';
import { knownNow, useKnowledge } from '../session/knowledge';
import { link, type MentionGroup } from './link-mentions';
import type { Mentions } from './use-mentions';

/** A name in the text, where it stands, and the links that can be made of it. */
export function MentionRow(props: {
  readonly group: MentionGroup;
  readonly found: Mentions;
}): ReactNode {
  const { group, found } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const [mention] = group.mentions;
  const around = useMemo(() => contextOf(found.source, mention), [found, mention]);
  return (
    <li className="lp-row">
      <button
        type="button"
        className="lp-go"
        onClick={() => session.document.holds(found.source) && goTo(session, mention.from)}
      >
        <AtSign aria-hidden="true" />
        <span className="lp-text">
          <span className="lp-name lp-around" dir="auto">
            {around.before}
            <strong>{mention.text}</strong>
            {around.after}
          </span>
          <span className="refs-facts">
            <Facts group={group} />
          </span>
        </span>
      </button>
      {readOnly ? null : <Does group={group} found={found} />}
    </li>
  );
}

function Facts({ group: { slugs, mentions } }: { readonly group: MentionGroup }) {
  const entities = useKnowledge((knowledge) => knowledge.entities);
  const [mention] = mentions;
  const only = slugs.length === 1 ? entities.get(slugs[0] ?? '') : undefined;
  return (
    <>
      <span dir="auto">{only ? only.name : `${slugs.length} entities are called so`}</span>
      {mention.exact ? null : <span>perhaps: you choose</span>}
      {mentions.length > 1 ? <span>{mentions.length} places</span> : null}
    </>
  );
}

/** One entity is linked by a button; where there is a choice, by a menu. */
function Does({ group, found }: { readonly group: MentionGroup; readonly found: Mentions }) {
  const session = useSession();
  const entities = useKnowledge((knowledge) => knowledge.entities);
  const { slugs, mentions } = group;
  const [mention] = mentions;
  const make = (some: readonly Mention[], slug?: string) =>
    link(session, found, some, knownNow(), slug);
  if (slugs.length === 1 && mentions.length === 1) {
    return (
      <Button
        size="s"
        variant="quiet"
        className="lp-act"
        aria-label={`Link ${mention.text}`}
        onClick={() => make([mention])}
      >
        Link
      </Button>
    );
  }
  const entries = slugs.flatMap((slug): MenuEntry[] => {
    const { name, kind } = entities.get(slug) ?? { name: slug };
    const shown = slugs.length === 1 ? '' : ` to ${name}${kind ? `, ${kind}` : ''} (${slug})`;
    const first = {
      label: `Link ${mention.first ? 'first mention' : 'this'}${shown}`,
      onSelect: () => make([mention], slug),
    };
    const each = {
      label: `Link each of ${mentions.length}${shown}`,
      onSelect: () => make(mentions, slug),
    };
    return mentions.length > 1 ? [first, each] : [first];
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button size="s" variant="quiet" className="lp-act" aria-label={`Link… ${mention.text}`}>
          Link…
        </Button>
      }
      entries={entries}
    />
  );
}

/** So many units are shown on each side. */
const AROUND = 32;
const LINK = /\[([^\]]*)\]\([^)]*(?:\)|$)/g;

/** The words around a mention, as they read. */
function contextOf(source: string, { from, to }: Mention): { before: string; after: string } {
  const line = source.lastIndexOf('\n', from - 1) + 1;
  const end = source.indexOf('\n', to);
  const before = source.slice(line, from).replace(LINK, '$1');
  const after = source.slice(to, end < 0 ? source.length : end).replace(LINK, '$1');
  const near = before.slice(-AROUND);
  // From a word's start.
  const start = before.length > AROUND ? near.indexOf(' ') + 1 : 0;
  return {
    before: near.slice(start),
    after: after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
  };
}
