import type { Trigger } from '../../../core/complete';
import { createStore } from '../../app/store';
import type { Session } from '../session/session';

/** A wish to make an entity of what was typed, and to link it there. */
export const entityWish = createStore<{
  readonly session: Session;
  readonly name: string;
  /** What the link replaces; null to add the entity only. */
  readonly trigger: Trigger | null;
} | null>(null);

/** A wish to link the selected words, or the word at the caret. */
export const linkWish = createStore<{ readonly session: Session } | null>(null);
