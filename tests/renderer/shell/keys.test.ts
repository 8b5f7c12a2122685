// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from '../../../src/bridge/commands';
import { ariaKeys, isPressed, keyText, type Platform } from '../../../src/renderer/ui/keys';

const codes: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '=': 'Equal',
  '-': 'Minus',
};

/** The event that a keyboard of the platform gives for an accelerator. */
function pressOf(accelerator: string, on: Platform) {
  const keys = accelerator.split('+');
  const last = keys.at(-1) ?? '';
  const main = keys.includes('CmdOrCtrl');
  const arrow = /^(Up|Down|Left|Right)$/.test(last);
  const code = arrow
    ? `Arrow${last}`
    : (codes[last] ??
      (/^\d$/.test(last) ? `Digit${last}` : /^[A-Z]$/.test(last) ? `Key${last}` : last));
  return {
    key: arrow ? `Arrow${last}` : last.length === 1 ? last.toLowerCase() : last,
    code,
    ctrlKey: main && on !== 'darwin',
    metaKey: main && on === 'darwin',
    altKey: keys.includes('Alt'),
    shiftKey: keys.includes('Shift'),
  };
}

const accelerators = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []);

describe('shortcuts', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('each has one meaning on %s', (on) => {
    for (const keys of accelerators) {
      const hit = accelerators.filter((other) => isPressed(other, pressOf(keys, on), on));
      expect(hit).toEqual([keys]);
    }
  });

  it('are found on layouts that write other letters, and with what Alt makes of a key', () => {
    const russian = { ...pressOf('CmdOrCtrl+K', 'linux'), key: 'л' };
    expect(isPressed('CmdOrCtrl+K', russian, 'linux')).toBe(true);
    const mac = { ...pressOf('CmdOrCtrl+Alt+1', 'darwin'), key: '¡' };
    expect(isPressed('CmdOrCtrl+Alt+1', mac, 'darwin')).toBe(true);
  });

  it('go by the letter where a Latin layout has moved it', () => {
    const azerty = { ...pressOf('CmdOrCtrl+Z', 'linux'), code: 'KeyW' };
    expect(isPressed('CmdOrCtrl+Z', azerty, 'linux')).toBe(true);
    expect(isPressed('CmdOrCtrl+W', azerty, 'linux')).toBe(false);
  });

  it('are named as the platform names them', () => {
    expect(keyText('CmdOrCtrl+Shift+T', 'linux')).toBe('Ctrl+Shift+T');
    expect(keyText('CmdOrCtrl+Shift+T', 'darwin')).toBe('⌘⇧T');
    expect(ariaKeys('CmdOrCtrl+Alt+Down', 'win32')).toBe('Control+Alt+ArrowDown');
  });
});
