import { describe, expect, it } from 'vitest';
import { setField } from '../../../../src/core/edit';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { FieldBinding } from '../../../../src/renderer/editor/document/field-binding';
import { SMALL } from '../texts';

const summary = { field: 'summary' } as const;

describe('a document', () => {
  it('joins what is typed in one place to one undo', () => {
    const document = new BriefDocument('a', SMALL);
    const binding = new FieldBinding(document, { field: 'why' });
    for (const text of ['It does.a', 'It does.ab', 'It does.abc']) {
      binding.commit(text, 'input.type', text.length);
    }
    expect(document.brief.why?.text).toBe('It does.abc');
    document.undo();
    expect(document.text).toBe(SMALL);
    expect(document.canUndo).toBe(false);
  });

  it('puts the caret where it was in the field', () => {
    const document = new BriefDocument('a', SMALL);
    const binding = new FieldBinding(document, summary);
    binding.select(3, 3);
    binding.commit('Onex line\nand another.', 'input.type', 4);
    expect(document.text.slice(document.caret - 4, document.caret)).toBe('Onex');
    expect(binding.caret()).toBe(4);
    document.undo();
    expect(binding.caret()).toBe(3);
  });

  it('lets the counts follow in the same step', () => {
    const document = new BriefDocument('a', SMALL);
    const region = { field: 'take.region', index: 1 } as const;
    document.perform((brief) => setField(brief, region, 'United States'), { event: 'input' });
    expect(document.text).toContain('2 takes · 2 lenses · 1 region\n');
    document.undo();
    expect(document.text).toBe(SMALL);
  });

  it('does several intentions as one step', () => {
    const document = new BriefDocument('a', SMALL);
    document.performAll(
      [
        (brief) => setField(brief, { field: 'title' }, 'One'),
        (brief) => setField(brief, { field: 'take.region', index: 9 }, 'refused'),
        (brief) => setField(brief, { field: 'type' }, 'question'),
      ],
      { event: 'input' },
    );
    expect(document.text.startsWith('# One\n> Nobody came\n\n**Meta:** type: question ·')).toBe(
      true,
    );
    document.undo();
    expect(document.text).toBe(SMALL);
  });

  it('tells why an edit is refused and leaves the text alone', () => {
    const document = new BriefDocument('a', SMALL);
    const refusal = new FieldBinding(document, summary).commit('a\n\n## b', 'input.type', 0);
    expect(refusal?.reason).toContain('section');
    expect(document.text).toBe(SMALL);
  });

  it('keeps a carriage return that is part of the text', () => {
    const text = SMALL.replace('another', 'ano\rther');
    const document = new BriefDocument('a', text);
    document.perform((brief) => setField(brief, { field: 'title' }, 'x'), { event: 'input' });
    document.undo();
    expect(document.text).toBe(text);
  });

  it('keeps undo of my own text when another program changes the file', () => {
    const document = new BriefDocument('a', SMALL);
    new FieldBinding(document, { field: 'why' }).commit('Mine.', 'input.type', 5);
    document.takeOver(document.text.replace('Talks fail', 'Talks go on'));
    document.undo();
    expect(document.text).toBe(SMALL.replace('Talks fail', 'Talks go on'));
  });
});

describe('a field', () => {
  it('holds blank ends while typing and gives them up when it is left', () => {
    const document = new BriefDocument('a', SMALL);
    const binding = new FieldBinding(document, summary);
    const typed = 'One line\nand another.\n\n';
    expect(binding.commit(typed, 'input.type', typed.length)).toBeNull();
    expect(document.text).toBe(SMALL);
    expect(binding.settle(typed)).toBe('One line\nand another.');
  });

  it('carries over what was composed and what came meanwhile', () => {
    const document = new BriefDocument('a', SMALL);
    const binding = new FieldBinding(document, summary);
    document.takeOver(SMALL.replace('One line', 'One long line'));
    const shown = 'One line\nand another한.';
    const change = binding.meanwhile(shown);
    expect(change).not.toBeNull();
    let text = shown;
    change?.iterChanges((from, to, _a, _b, insert) => {
      text = text.slice(0, from) + insert.toString() + text.slice(to);
    });
    expect(text).toBe('One long line\nand another한.');
  });
});
