import { COMMAND_IDS, COMMANDS, type CommandId } from '../../bridge/commands';
import { isPressed } from '../ui/keys';
import { anyModal } from '../ui/modals';
import { runCommand } from './commands';

/**
 * The page takes the shortcuts itself, so that they work the same where no native menu is; the
 * menu sees only the keys that the page did not. Some systems tell the menu first: of two runs of
 * one command within a moment from the two sides, the second is the same key.
 */
const moment = 150;
let last: { readonly id: CommandId; readonly from: 'menu' | 'page'; readonly at: number } | null =
  null;

/** @returns the listener's removal */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onFunctionKey, true);
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onFunctionKey, true);
    window.removeEventListener('keydown', onKey);
  };
}

/** A menu item, or a shortcut that the menu saw. */
export function takeMenuCommand(id: CommandId): void {
  if (isEcho(id, 'menu')) return;
  run(id);
}

/** Function keys are the app's alone: separators would take F6 for themselves. */
function onFunctionKey(event: KeyboardEvent): void {
  if (!/^F\d/.test(event.key)) return;
  onKey(event);
  if (event.defaultPrevented) event.stopPropagation();
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const id = commandOf(event);
  if (!id || isUndoOfInput(id)) return;
  if (isEcho(id, 'page') || run(id)) event.preventDefault();
}

const commandOf = (event: KeyboardEvent): CommandId | undefined =>
  COMMAND_IDS.find((id) => {
    const { keys } = COMMANDS[id];
    return keys !== undefined && isPressed(keys, event);
  });

function run(id: CommandId): boolean {
  if (isUndoOfInput(id)) {
    // The one way to reach an input's own history.
    return document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  }
  return anyModal() && !id.startsWith('view.zoom-') ? false : runCommand(id);
}

function isEcho(id: CommandId, from: 'menu' | 'page'): boolean {
  const now = performance.now();
  const echo = last !== null && last.id === id && last.from !== from && now - last.at < moment;
  last = echo ? null : { id, from, at: now };
  return echo;
}

/** Inputs that are not part of the brief undo by themselves. */
function isUndoOfInput(id: CommandId): boolean {
  if (id !== 'edit.undo' && id !== 'edit.redo') return false;
  const focused = document.activeElement;
  return (
    (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) &&
    focused.closest('[data-own-undo], [role=dialog], [role=alertdialog]') !== null
  );
}
