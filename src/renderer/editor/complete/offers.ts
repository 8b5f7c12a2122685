import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import {
  briefInsertion,
  completionAt,
  completionOn,
  entityInsertion,
  type Trigger,
} from '../../../core/complete';
import type { Value } from '../../../core/format/brief';
import { toSource } from '../../../core/format/value';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { entityUses } from '../../app/contract';
import { knowledgeStore } from '../session/knowledge';
import type { Session } from '../session/session';
import { entityWish } from './link-wish';
import { matchBriefs, matchEntities, MOST } from './suggest';

/** Where a view's caret stands; `value` is null where the view shows the whole text. */
export type Standing = (
  head: number,
) => { readonly value: Value | null; readonly head: number } | null;

/** Whose completions they are. */
export interface Place {
  readonly session: Session;
  readonly standing: Standing;
}

/** What is being completed at a place of the view, in the brief's offsets, and the caret there. */
export function askedAt({ session, standing }: Place, pos: number) {
  const place = standing(pos);
  if (!place) return null;
  const at = place.value ? toSource(place.value, place.head) : place.head;
  const trigger = completionAt(session.document.brief, at);
  return trigger && { trigger, at };
}

/** What is offered where the caret stands. */
export function offersAt(place: Place, { pos, view }: CompletionContext): CompletionResult | null {
  const knowledge = knowledgeStore.get();
  const asked = view && !view.composing ? askedAt(place, pos) : null;
  if (!knowledge || !asked) return null;
  return offers(asked.trigger, asked.trigger.from + pos - asked.at);

  function offers(trigger: Trigger, from: number): CompletionResult | null {
    const options = optionsOf(place, knowledge as Knowledge, trigger);
    if (options.length === 0) return null;
    return {
      from,
      to: from + trigger.to - trigger.from,
      options,
      filter: false,
      // In the key's own transaction, so that its frame shows the list; the brief is older than that.
      update: (_result, start, _end, { state, pos: caret }) => {
        const ahead = state.sliceDoc(caret, state.doc.lineAt(caret).to);
        const next = completionOn(trigger, state.sliceDoc(start, caret), ahead);
        return next && !view?.composing ? offers(next, start) : null;
      },
    };
  }
}

function optionsOf(place: Place, knowledge: Knowledge, trigger: Trigger): Completion[] {
  return trigger.kind === 'entity'
    ? entityOptions(place, knowledge, trigger)
    : briefOptions(place, knowledge, trigger);
}

function entityOptions(place: Place, knowledge: Knowledge, trigger: Trigger): Completion[] {
  const { prefix } = knowledge.settings;
  const { session } = place;
  const found = matchEntities(knowledge, trigger.query, session.document.brief);
  const uses = entityUses();
  const options = found.map(({ item: { entity } }): Completion => {
    const count = uses[entity.slug] ?? 0;
    const used = count > 0 ? `in ${count} ${count === 1 ? 'brief' : 'briefs'}` : '';
    return {
      label: entity.name,
      detail: [entity.kind, entity.slug, used].filter(Boolean).join(' · '),
      apply: inserting(() => entityInsertion(trigger, entity, prefix).insert),
    };
  });
  const name = trigger.query.trim();
  const { entities } = knowledge;
  if (name === '' || entities.isUnread || entities.byName(name)) return options;
  return [
    ...options.slice(0, MOST - 1),
    {
      label: `Create entity “${name}”`,
      apply: ({ state }) => {
        const asked = askedAt(place, state.selection.main.head);
        if (asked) entityWish.set({ session, name, at: { trigger: asked.trigger } });
      },
    },
  ];
}

function briefOptions({ session }: Place, knowledge: Knowledge, trigger: Trigger): Completion[] {
  const { prefix } = knowledge.settings;
  return matchBriefs(knowledge, trigger.query, session.slug).map(({ brief }) => ({
    label: brief.title || brief.slug,
    detail: [brief.date, brief.slug].filter(Boolean).join(' · '),
    apply: inserting(() => briefInsertion(trigger, brief, prefix).insert),
  }));
}

function inserting(textOf: () => string) {
  return (view: EditorView, completion: Completion, from: number, to: number): void => {
    const insert = textOf();
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
      scrollIntoView: true,
    });
  };
}
