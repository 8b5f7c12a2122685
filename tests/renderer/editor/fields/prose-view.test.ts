// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../../src/core/fields/path';
import { readField } from '../../../../src/core/fields/table';
import {
  BriefDocument,
  type Refusal,
} from '../../../../src/renderer/editor/document/brief-document';
import { ProseView } from '../../../../src/renderer/editor/fields/prose-view';
import { SMALL } from '../texts';

let brief: BriefDocument;
let open: ProseView[];
let refusals: (Refusal | null)[];
beforeEach(() => {
  brief = new BriefDocument('talks', SMALL);
  open = [];
  refusals = [];
});
afterEach(() => {
  for (const prose of open) prose.destroy();
  document.body.replaceChildren();
});

function show(path: FieldPath, oneLine = false): ProseView {
  const parent = document.body.appendChild(document.createElement('div'));
  const prose = new ProseView({
    parent,
    document: brief,
    path,
    oneLine,
    extensions: [],
    refused: (refusal) => refusals.push(refusal),
    focused: () => {},
  });
  open.push(prose);
  return prose;
}

const text = (prose: ProseView): string => prose.view.state.doc.toString();

/** Types at an offset, as the browser would. */
function type(prose: ProseView, at: number, insert: string, event = 'input.type'): void {
  prose.view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: event,
  });
}

const compose = (prose: ProseView, phase: 'start' | 'end') =>
  prose.view.contentDOM.dispatchEvent(new CompositionEvent(`composition${phase}`));

const summary = { field: 'summary' } as const;

describe('a prose field', () => {
  it('writes what is typed and takes over what others write', () => {
    const one = show(summary);
    const two = show(summary);
    type(one, 3, 'x');
    expect(brief.brief.summary?.text).toBe('Onex line\nand another.');
    expect(text(two)).toBe('Onex line\nand another.');
    brief.undo();
    expect(text(one)).toBe('One line\nand another.');
    expect(brief.text).toBe(SMALL);
  });

  it('keeps the caret when something comes before it', () => {
    const prose = show(summary);
    prose.view.dispatch({ selection: { anchor: 8 } });
    brief.takeOver(SMALL.replace('One line', 'One long line'));
    expect(prose.view.state.selection.main.head).toBe(13);
  });

  it('indents the lines of a take as the format does', () => {
    const prose = show({ field: 'take.summary', index: 0 });
    type(prose, 8, '\nMore.');
    expect(brief.text).toContain('— Says so.\n  More.\n  > "So it is."');
    expect(text(prose)).toBe('Says so.\nMore.');
  });

  it('holds a line break at the end until one goes on or leaves', () => {
    const prose = show(summary);
    const end = text(prose).length;
    type(prose, end, '\n\n');
    expect(brief.text).toBe(SMALL);
    type(prose, end + 2, 'New.');
    expect(brief.brief.summary?.text).toBe('One line\nand another.\n\nNew.');
  });

  it('keeps refused text in sight, and gives it up when it is left', () => {
    const prose = show(summary);
    type(prose, 0, '## Odd\n\n');
    expect(refusals.at(-1)?.reason).toBeTruthy();
    expect(brief.text).toBe(SMALL);
    expect(text(prose).startsWith('## Odd')).toBe(true);
    prose.view.contentDOM.dispatchEvent(new FocusEvent('blur'));
    expect(text(prose)).toBe('One line\nand another.');
    expect(refusals.at(-1)).toBeNull();
  });

  it('takes no line break where the field is one line', () => {
    const prose = show({ field: 'title' }, true);
    type(prose, 0, 'A ');
    expect(brief.text.startsWith('# A Talks fail\n')).toBe(true);
  });
});

describe('an input method', () => {
  it('composes undisturbed, and is written when it is done', async () => {
    const prose = show(summary);
    compose(prose, 'start');
    type(prose, 0, 'ㅎ', 'input.type.compose');
    expect(brief.text).toBe(SMALL);
    brief.takeOver(SMALL.replace('another', 'one more'));
    expect(text(prose)).toBe('ㅎOne line\nand another.');
    prose.view.dispatch({
      changes: { from: 0, to: 1, insert: '한' },
      userEvent: 'input.type.compose',
    });
    compose(prose, 'end');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(text(prose)).toBe('한One line\nand one more.');
    expect(readField(brief.brief, summary)?.text).toBe('한One line\nand one more.');
  });

  it('is refused nothing before it is done', async () => {
    const prose = show(summary);
    compose(prose, 'start');
    type(prose, 0, '## 한\n\n', 'input.type.compose');
    expect(refusals).toEqual([]);
    compose(prose, 'end');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(refusals.at(-1)?.reason).toBeTruthy();
  });
});
