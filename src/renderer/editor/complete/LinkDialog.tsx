import { useCallback, useMemo, useRef } from 'react';
import { linkEntity } from '../../../core/edit';
import type { Brief } from '../../../core/format/brief';
import type { Range } from '../../../core/text/range';
import { toast, useStore } from '../../app/contract';
import { Chooser } from '../../ui/Chooser';
import { act } from '../form/actions';
import { useKnowledge } from '../session/knowledge';
import type { Session } from '../session/session';
import { entityWish, linkWish } from './link-wish';
import { matchEntities } from './suggest';

/** Links the selected words, or the word at the caret, to an entity. */
export function LinkDialog({ session }: { readonly session: Session }) {
  const wish = useStore(linkWish);
  if (wish?.session !== session) return null;
  return <Choose session={session} />;
}

const CREATE = '\ncreate';

function Choose({ session }: { readonly session: Session }) {
  const knowledge = useKnowledge();
  const { brief, state } = session.document;
  const range = useMemo(() => wordsAt(brief, state.selection.main), [brief, state]);
  const words = brief.source.slice(range.from, range.to);
  const typed = useRef('');
  const find = useCallback(
    (query: string) => {
      typed.current = query;
      const wanted = query || words;
      const found = matchEntities(knowledge, wanted, brief).map(({ item: { entity } }) => ({
        id: entity.slug,
        label: entity.name,
        detail: [entity.kind, entity.slug].filter(Boolean).join(' · '),
      }));
      return wanted.trim() ? [...found, { id: CREATE, label: `Create entity “${wanted}”` }] : found;
    },
    [knowledge, words, brief],
  );
  const choose = (slug: string) => {
    linkWish.set(null);
    if (slug === CREATE) {
      entityWish.set({ session, name: typed.current || words, at: { words: range } });
      return;
    }
    const { prefix } = knowledge.settings;
    if (words === '') toast('Select the words to link first.');
    else act(session, 'input.link', (now) => linkEntity(now, range, slug, { prefix }));
    setTimeout(() => session.focusCaret(), 0);
  };
  return (
    <Chooser
      label="Link to an entity"
      placeholder={words ? `Link “${words}” to…` : 'Find an entity'}
      find={find}
      onChoose={choose}
      onClose={() => linkWish.set(null)}
    />
  );
}

/** The selection, else the word at the caret. */
export function wordsAt(brief: Brief, { from, to }: Range): Range {
  if (from < to) return { from, to };
  const before = /[\p{L}\p{M}\p{N}'’-]*$/u.exec(brief.source.slice(Math.max(0, from - 80), from));
  const after = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(brief.source.slice(from, from + 80));
  return { from: from - (before?.[0].length ?? 0), to: from + (after?.[0].length ?? 0) };
}
