// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from '../../../../src/bridge/commands';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { ProseView } from '../../../../src/renderer/editor/fields/prose-view';
import { SMALL } from '../texts';

afterEach(() => document.body.replaceChildren());

const names: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

const codes: Readonly<Record<string, number>> = {
  '/': 191,
  '.': 190,
  ',': 188,
  '=': 187,
  '-': 189,
};

/** The press of an accelerator's keys, as the browser tells it. */
function pressOf(keys: string): KeyboardEvent {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  const shiftKey = parts.includes('Shift');
  const key = names[last] ?? (last.length === 1 && !shiftKey ? last.toLowerCase() : last);
  const keyCode = codes[last] ?? last.toUpperCase().charCodeAt(0);
  const press = new KeyboardEvent('keydown', {
    key,
    shiftKey,
    ctrlKey: parts.includes('CmdOrCtrl'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
  });
  Object.defineProperty(press, 'keyCode', { value: keyCode });
  return press;
}

// The field has its own, which does the same to the one history.
const OWN = new Set(['edit.undo', 'edit.redo']);

it.each(COMMAND_IDS.filter((id) => COMMANDS[id].keys && !OWN.has(id)))(
  'a prose field leaves the keys of %s to the app',
  (id) => {
    const brief = new BriefDocument('talks', SMALL);
    const prose = new ProseView({
      parent: document.body.appendChild(document.createElement('div')),
      document: brief,
      path: { field: 'summary' },
      oneLine: false,
      extensions: [],
      refused: () => {},
      focused: () => {},
    });
    const press = pressOf(COMMANDS[id].keys ?? '');
    prose.view.contentDOM.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(false);
    expect(brief.text).toBe(SMALL);
    prose.destroy();
  },
);
