export type Platform = 'darwin' | 'win32' | 'linux';

/** The platform whose names and signs of keys are shown. */
export const platform: Platform = /Mac/.test(navigator.platform)
  ? 'darwin'
  : /Win/.test(navigator.platform)
    ? 'win32'
    : 'linux';

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Esc: 'esc',
};

const names: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** The keys of an accelerator as they are named on the platform. */
export function keyNames(accelerator: string, on: Platform = platform): string[] {
  const signs = on === 'darwin' ? macSigns : names;
  return splitKeys(accelerator).map((key) => signs[key] ?? key);
}

/** The accelerator as a short text: `Ctrl+Shift+T`, `⌘⇧T`. */
export const keyText = (accelerator: string, on: Platform = platform): string =>
  keyNames(accelerator, on).join(on === 'darwin' ? '' : '+');

/** For `aria-keyshortcuts`. */
export const ariaKeys = (accelerator: string, on: Platform = platform): string =>
  splitKeys(accelerator)
    .map((key) => (key === 'CmdOrCtrl' ? (on === 'darwin' ? 'Meta' : 'Control') : key))
    .map((key) => (/^(Up|Down|Left|Right)$/.test(key) ? `Arrow${key}` : key))
    .join('+');

const codes: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '=': 'Equal',
  '-': 'Minus',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** True where the event is the accelerator's, on whatever keyboard layout. */
export function isPressed(accelerator: string, event: KeyPress, on: Platform = platform): boolean {
  const keys = splitKeys(accelerator);
  const key = keys.at(-1) ?? '';
  const main = keys.includes('CmdOrCtrl');
  if ((on === 'darwin' ? event.metaKey : event.ctrlKey) !== main) return false;
  if ((on === 'darwin' ? event.ctrlKey : event.metaKey) !== keys.includes('Ctrl')) return false;
  if (event.altKey !== keys.includes('Alt') || event.shiftKey !== keys.includes('Shift')) {
    return false;
  }
  // With Alt or Shift held, `key` is what the layout makes of it; the code is the key itself.
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  return event.code === (codes[key] ?? (/^\d$/.test(key) ? `Digit${key}` : `Key${key}`))
    ? !/^[a-z]$/i.test(event.key) || keys.includes('Alt')
    : false;
}

const splitKeys = (accelerator: string): string[] => accelerator.split('+');
