import { useState } from 'react';
import { entityInsertion } from '../../../core/complete';
import { linkEntity } from '../../../core/edit';
import { isSlug, slugify } from '../../../core/format/slug';
import type { Entity } from '../../../core/workspace/workspace';
import { bridge, toast, useStore } from '../../app/contract';
import { plain } from '../../ui/suggestions';
import { Button } from '../../ui/Button';
import { ChipsField } from '../../ui/ChipsField';
import { Dialog } from '../../ui/Dialog';
import { SuggestField } from '../../ui/SuggestField';
import { TextField } from '../../ui/TextField';
import { act } from '../form/actions';
import { useKnowledge } from '../session/knowledge';
import type { Session } from '../session/session';
import { entityWish } from './link-wish';

const KINDS = plain(['person', 'country', 'place', 'organisation', 'event', 'topic']);
const NO_ALIASES = plain([]);

/** A small form for a new entity of the registry. */
export function EntityDialog({ session }: { readonly session: Session }) {
  const wish = useStore(entityWish);
  if (wish?.session !== session) return null;
  return <Form key={wish.name} wish={wish} />;
}

function Form({ wish }: { readonly wish: Wish }) {
  const knowledge = useKnowledge();
  const [name, setName] = useState(wish.name);
  const [typedSlug, setSlug] = useState<string | null>(null);
  const [kind, setKind] = useState('');
  const [aliases, setAliases] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const slug = typedSlug ?? slugify(name);
  const slugError = errorOf(slug, knowledge.entities.has(slug));
  const add = async () => {
    if (slugError || name.trim() === '') return;
    const entity = {
      slug,
      name: name.trim(),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(kind.trim() ? { kind: kind.trim() } : {}),
    };
    setPending(true);
    const result = await bridge.addEntity(entity);
    setPending(false);
    if (result.kind === 'problem') {
      setProblem(result.problem.message);
      return;
    }
    entityWish.set(null);
    toast(`${entity.name} is now an entity`, { kind: 'done' });
    link(wish, entity, knowledge.settings.prefix);
    goBack(wish.session);
  };
  return (
    <Dialog
      open
      size="s"
      title="New entity"
      onClose={() => entityWish.set(null)}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onClick={() => entityWish.set(null)}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending} disabled={slugError !== null}>
            Add entity
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        error={name.trim() ? null : 'An entity needs a name.'}
      />
      <TextField label="Slug" value={slug} onChange={setSlug} error={slugError} />
      <SuggestField label="Kind" value={kind} onChange={setKind} suggestions={KINDS} />
      <ChipsField
        label="Aliases"
        values={aliases}
        onChange={setAliases}
        suggestions={NO_ALIASES}
        accept={(typed) => typed.trim() || null}
        hint="Other names it is written by. Press Enter after each."
      />
      {problem ? (
        <p className="ed-refusal" role="alert">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}

type Wish = NonNullable<ReturnType<typeof entityWish.get>>;

function link({ session, at }: Wish, entity: Entity, prefix: string): void {
  if ('words' in at) {
    const { words } = at;
    if (words.from === words.to) return;
    act(session, 'input.link', (brief) => linkEntity(brief, words, entity.slug, { prefix }));
    return;
  }
  // The name was written in the form, so it stands in the link as it is.
  const edit = entityInsertion({ ...at.trigger, query: '' }, entity, prefix);
  session.document.edit([edit], {
    event: 'input.complete',
    caret: () => edit.from + edit.insert.length,
  });
}

function errorOf(slug: string, taken: boolean): string | null {
  if (!isSlug(slug)) return 'A slug is of small letters, digits and single hyphens.';
  return taken ? 'Another entity has this slug. Choose another.' : null;
}

function goBack(session: Session): void {
  // After the dialog has given the focus back to where it was.
  setTimeout(() => session.focusCaret(), 0);
}
