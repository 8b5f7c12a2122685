import { describe, expect, it } from 'vitest';
import { CALL_NAMES, checkArguments } from '../../../src/main/app/arguments';

const hash = 'abcd'.repeat(16);
const save = { slug: 'a', text: 'x', eol: 'lf', bom: false, base: hash };

describe('the arguments of a call', () => {
  it.each([
    ['boot', []],
    ['openBrief', ['a']],
    ['saveBrief', [save]],
    ['saveBrief', [{ ...save, base: null }]],
    ['remember', [{ width: 3, list: [1, { a: null }] }]],
    ['saveSettings', [{ version: 1, site: 'https://a.org', prefix: 'a', ours: [1] }]],
    ['addEntity', [{ slug: 'a', name: 'A', note: 'kept' }]],
    ['setMenu', [['brief.new', 'help.about']]],
    ['closeAnswer', [false]],
  ] as const)('of %s may be %j', (name, args) => {
    expect(checkArguments(name, [...args])).toEqual(args);
  });

  it.each([
    ['boot', [1]],
    ['openBrief', []],
    ['openBrief', ['a', 'b']],
    ['openBrief', [{ toString: () => 'a' }]],
    ['openBrief', ['']],
    ['saveBrief', [{ ...save, eol: 'cr' }]],
    ['saveBrief', [{ ...save, base: 'short' }]],
    ['saveBrief', [{ ...save, path: '/etc/passwd' }]],
    ['remember', ['text']],
    ['saveSettings', [{ version: 2, site: 'https://a.org', prefix: 'a' }]],
    ['saveSettings', [{ version: 1, site: 'a', prefix: 'a', rules: { 'no/rule': 'off' } }]],
    ['setMenu', [['brief.unknown']]],
    ['closeAnswer', ['yes']],
  ] as const)('of %s may not be %j', (name, args) => {
    expect(() => checkArguments(name, [...args])).toThrow(`${name} was called wrongly`);
  });

  it('may not be larger than the call needs', () => {
    const large = { text: 'x'.repeat(65_536) };
    expect(() => checkArguments('remember', [large])).toThrow('larger than 64 KB');
    expect(() => checkArguments('openBrief', ['a'.repeat(256)])).toThrow('called wrongly');
  });

  it('are checked for every call', () => {
    for (const name of CALL_NAMES) {
      expect(() => checkArguments(name, [Symbol('x'), 2, 3, 4]), name).toThrow('called wrongly');
    }
  });
});
