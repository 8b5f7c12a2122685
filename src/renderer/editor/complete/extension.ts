import {
  acceptCompletion,
  autocompletion,
  completionKeymap,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import { Compartment, type Extension, Prec } from '@codemirror/state';
import { type Command, type EditorView, keymap, ViewPlugin } from '@codemirror/view';
import type { Session } from '../session/session';
import { askedAt, offersAt, type Place, type Standing } from './offers';
import { MOST } from './suggest';
import './list.css';

/**
 * Completion of entities and briefs in a view; nothing opens in ordinary text. A list that is part of
 * the editor already asks by a timer, for which the key's frame does not wait; one that comes with
 * what was typed asks at once. So it comes and goes.
 */
export function completions(session: Session, standing: Standing): Extension {
  const place: Place = { session, standing };
  const slot = new Compartment();
  const list = listOf(place);
  const isOpen = ({ state }: EditorView) => slot.get(state) === list;
  const open = (view: EditorView): boolean => {
    const { state } = view;
    if (isOpen(view) || view.composing || !askedAt(place, state.selection.main.head)) return false;
    const shown = state.update({ effects: slot.reconfigure(list) });
    view.dispatch([shown, shown.state.update({ userEvent: 'input.type' })]);
    return true;
  };
  const close = (view: EditorView): void => {
    if (isOpen(view) && completionStatus(view.state) === null) {
      view.dispatch({ effects: slot.reconfigure([]) });
    }
  };
  return [slot.of([]), afterUpdates(open, close), keymap.of(keysOf(open))];
}

const listOf = (place: Place): Extension => [
  autocompletion({
    override: [(context) => offersAt(place, context)],
    icons: false,
    tooltipClass: () => 'ed-completions',
    maxRenderedOptions: MOST,
    activateOnTypingDelay: 0,
    interactionDelay: 0,
  }),
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
];

const keysOf = (run: Command) =>
  completionKeymap.filter((one) => one.run === startCompletion).map((one) => ({ ...one, run }));

/** Opens and closes when an update is through, and the brief holds what was typed. */
function afterUpdates(open: Command, close: (view: EditorView) => void): Extension {
  return ViewPlugin.define((view) => {
    let alive = true;
    return {
      update: ({ transactions }) => {
        const isTyped = transactions.some((one) => one.docChanged && one.isUserEvent('input.type'));
        queueMicrotask(() => {
          if (!alive) return;
          close(view);
          if (isTyped) open(view);
        });
      },
      destroy: () => {
        alive = false;
      },
    };
  });
}
