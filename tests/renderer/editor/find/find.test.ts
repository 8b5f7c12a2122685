import { describe, expect, it } from 'vitest';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { findAll } from '../../../../src/renderer/editor/find/find';
import { FindStore } from '../../../../src/renderer/editor/find/find-store';
import { SMALL } from '../texts';

const query = (text: string, matchCase = false, wholeWords = false) => ({
  text,
  matchCase,
  wholeWords,
});

describe('find', () => {
  it.each([
    ['a.b A.B axb', query('a.b'), 2],
    ['a.b A.B axb', query('a.b', true), 1],
    ['one ones one', query('one', false, true), 2],
    ['고려 고려인', query('고려', false, true), 1],
    ['(x) [y]', query('(x)'), 1],
    ['x-y\\z', query('-y\\'), 1],
    ['anything', query(''), 0],
  ])('%j %j', (text, asked, count) => {
    expect(findAll(text, asked)).toHaveLength(count);
  });

  it('walks round the matches from the caret on', () => {
    const document = new BriefDocument('a', SMALL);
    const find = new FindStore(document);
    document.select(SMALL.indexOf('## Across'));
    find.open('');
    find.search(query('talks'));
    expect(find.here()?.from).toBe(SMALL.lastIndexOf('talks'));
    expect(find.step(1)?.from).toBe(2);
  });

  it('replaces all as one step, in fields by their own rules', () => {
    const document = new BriefDocument('a', SMALL);
    const find = new FindStore(document);
    find.open('Qatar');
    expect(find.replaceAll('United States')).toBe(1);
    expect(document.text).toContain('2 takes · 2 lenses · 1 region\n');
    document.undo();
    expect(document.text).toBe(SMALL);
  });

  it('replaces one, and stands at the next', () => {
    const document = new BriefDocument('a', SMALL);
    const find = new FindStore(document);
    find.open('it');
    const count = find.state.get().matches.length;
    find.replace('IT!');
    expect(find.state.get().matches.length).toBe(count);
    find.search(query('meetings'));
    find.replace('talks');
    expect(document.text).toContain('- 0, talks\n');
    document.undo();
    document.undo();
    expect(document.text).toBe(SMALL);
  });

  it('replaces in text that is in no field', () => {
    const document = new BriefDocument('a', SMALL);
    const find = new FindStore(document);
    find.open('What to watch');
    find.replaceAll('Things to watch');
    expect(document.text).toContain('## Things to watch\n');
    document.undo();
    expect(document.text).toBe(SMALL);
  });
});
