import type { Problem } from '../../bridge/types';
import { createStore } from './store';

export interface Toast {
  readonly id: number;
  readonly kind: 'info' | 'done' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Toasts that have not been handed to the part that shows them. */
export const toastQueue = createStore<readonly Toast[]>([]);

let count = 0;

/** A short word at the edge of the window, read out politely; an error stays until it is read. */
export function toast(
  text: string,
  options: { kind?: Toast['kind']; action?: NonNullable<Toast['action']> } = {},
): void {
  const { kind = 'info', action = null } = options;
  count += 1;
  const next: Toast = { id: count, kind, text, action };
  toastQueue.update((queue) => [...queue, next]);
}

export const toastProblem = (problem: Problem): void => toast(problem.message, { kind: 'error' });
