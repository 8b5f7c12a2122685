import { describe, expect, it } from 'vitest';
import { after } from '../../support/intention';

const graph = (related: string, entities: string) =>
  `# T\n\n## Across the graph\n- Related: ${related}\n- Entities: ${entities}\n\n---\nCanonical: x`;
const BRIEF = graph('[[a]], [[b]], [[c]]', 'Ann, Washington, D.C., Bob');
const isName = (name: string) => name === 'Washington, D.C.';

describe('related briefs and entities', () => {
  it.each([
    [
      'add a brief behind the others',
      'add related "d"',
      graph('[[a]], [[b]], [[c]], [[d]]', 'Ann, Washington, D.C., Bob'),
    ],
    ['remove the first', 'remove related 0', graph('[[b]], [[c]]', 'Ann, Washington, D.C., Bob')],
    ['remove one between', 'remove related 1', graph('[[a]], [[c]]', 'Ann, Washington, D.C., Bob')],
    ['remove the last', 'remove related 2', graph('[[a]], [[b]]', 'Ann, Washington, D.C., Bob')],
    [
      'add a name',
      'add entity "Cat"',
      graph('[[a]], [[b]], [[c]]', 'Ann, Washington, D.C., Bob, Cat'),
    ],
    [
      'remove a name that holds a comma',
      'remove entity 1',
      graph('[[a]], [[b]], [[c]]', 'Ann, Bob'),
    ],
    [
      'remove a name behind it',
      'remove entity 2',
      graph('[[a]], [[b]], [[c]]', 'Ann, Washington, D.C.'),
    ],
  ])('%s', (_, line, expected) => {
    expect(after(BRIEF, line, isName)).toBe(expected);
  });

  it('keep their line when the last goes', () => {
    expect(after(graph('[[a]]', 'Ann'), 'remove related 0')).toBe(graph('', 'Ann'));
    expect(after(graph('[[a]]', 'Ann'), 'remove entity 0')).toBe(graph('[[a]]', ''));
  });

  it('begin on a line that is empty', () => {
    expect(after(graph('', ''), 'add related "a"')).toBe(graph('[[a]]', ''));
    expect(after(graph('', ''), 'add entity "Ann"')).toBe(graph('', 'Ann'));
    expect(after('## Across the graph\n- Related:', 'add related "a"')).toBe(
      '## Across the graph\n- Related: [[a]]',
    );
  });

  it('make their line and their section', () => {
    const bare = '# T\n\n---\nCanonical: x';
    const one = after(bare, 'add related "a"');
    expect(one).toBe('# T\n\n## Across the graph\n- Related: [[a]]\n\n---\nCanonical: x');
    expect(after(one, 'add entity "Ann"')).toBe(graph('[[a]]', 'Ann'));
  });

  it.each([
    ['add related "b]] [[c"', /^refused: This would change other parts/],
    ['remove related 3', /^refused: There is no such related brief\.$/],
    ['remove entity 3', /^refused: There is no such entity\.$/],
  ])('are refused: %s', (line, reason) => {
    expect(after(BRIEF, line, isName)).toMatch(reason);
  });
});

describe('heads', () => {
  const meta = (heads: string) => `**Meta:** type: event · heads: ${heads} · 1 take`;

  it.each([
    ['are added behind the others', meta('A'), 'add head "B"', meta('A, B')],
    ['are removed with one comma', meta('A, B, C'), 'remove head 1', meta('A, C')],
    ['are removed from the front', meta('A, B'), 'remove head 0', meta('B')],
  ])('%s', (_, before, line, expected) => {
    expect(after(before, line)).toBe(expected);
  });

  it('make their part of the meta line', () => {
    expect(after('**Meta:** type: event · 1 take', 'add head "A"')).toBe(meta('A'));
  });

  it('are refused where there is none', () => {
    expect(after(meta('A'), 'remove head 1')).toBe('refused: There is no such head.');
  });
});
