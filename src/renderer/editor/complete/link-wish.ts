import type { Trigger } from '../../../core/complete';
import type { Range } from '../../../core/text/range';
import { createStore } from '../../app/store';
import type { Session } from '../session/session';

/** A wish to make an entity of what was typed, and to link it there. */
export const entityWish = createStore<{
  readonly session: Session;
  readonly name: string;
  /** What the link replaces, or the words that it is to be laid on. */
  readonly at: { readonly trigger: Trigger } | { readonly words: Range };
} | null>(null);

/** A wish to link the selected words, or the word at the caret. */
export const linkWish = createStore<{ readonly session: Session } | null>(null);
