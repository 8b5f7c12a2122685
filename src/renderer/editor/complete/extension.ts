import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import {
  briefInsertion,
  completionAt,
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
import { matchBriefs, matchEntities } from './suggest';

/** Where a view's caret stands; `value` is null where the view shows the whole text. */
export type Standing = (
  head: number,
) => { readonly value: Value | null; readonly head: number } | null;

/** Completion of entities and briefs in a view; nothing opens in ordinary text. */
export const completions = (session: Session, standing: Standing): Extension => [
  autocompletion({
    override: [(context) => complete(session, standing, context)],
    icons: false,
    maxRenderedOptions: 50,
    // Every key asks anew, so the list is never of an older text; a delay costs the list a frame or two.
    activateOnTypingDelay: 0,
    interactionDelay: 0,
  }),
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
];

function complete(
  session: Session,
  standing: Standing,
  context: CompletionContext,
): CompletionResult | null {
  const knowledge = knowledgeStore.get();
  if (!knowledge || context.view?.composing) return null;
  const place = standing(context.pos);
  if (!place) return null;
  const { brief } = session.document;
  const at = place.value ? toSource(place.value, place.head) : place.head;
  const trigger = completionAt(brief, at);
  if (!trigger) return null;
  const shift = context.pos - at;
  const options =
    trigger.kind === 'entity'
      ? entityOptions(session, knowledge, trigger, shift)
      : briefOptions(session, knowledge, trigger, shift);
  if (options.length === 0) return null;
  return { from: trigger.from + shift, to: trigger.to + shift, options, filter: false };
}

function entityOptions(
  session: Session,
  knowledge: Knowledge,
  trigger: Trigger,
  shift: number,
): Completion[] {
  const found = matchEntities(knowledge, trigger.query, session.document.brief);
  const uses = entityUses();
  const options = found.map(({ item: { entity } }): Completion => {
    const count = uses[entity.slug] ?? 0;
    return {
      label: entity.name,
      detail: [
        entity.kind,
        entity.slug,
        count > 0 ? `in ${count} ${count === 1 ? 'brief' : 'briefs'}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      apply: (view, completion) =>
        insert(
          view,
          completion,
          entityInsertion(trigger, entity, knowledge.settings.prefix),
          shift,
        ),
    };
  });
  const name = trigger.query.trim();
  if (name === '' || knowledge.entities.byName(name)) return options;
  return [
    ...options.slice(0, 49),
    {
      label: `Create entity “${name}”`,
      apply: () => entityWish.set({ session, name, at: { trigger } }),
    },
  ];
}

function briefOptions(
  session: Session,
  knowledge: Knowledge,
  trigger: Trigger,
  shift: number,
): Completion[] {
  return matchBriefs(knowledge, trigger.query, session.slug).map(({ brief }) => ({
    label: brief.title || brief.slug,
    detail: [brief.date, brief.slug].filter(Boolean).join(' · '),
    apply: (view, completion) =>
      insert(view, completion, briefInsertion(trigger, brief, knowledge.settings.prefix), shift),
  }));
}

function insert(
  view: EditorView,
  completion: Completion,
  edit: { readonly from: number; readonly to: number; readonly insert: string },
  shift: number,
): void {
  const from = edit.from + shift;
  view.dispatch({
    changes: { from, to: edit.to + shift, insert: edit.insert },
    selection: { anchor: from + edit.insert.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
}
