import { expect, it } from 'vitest';
import { contains, overlaps, touches } from '../../../src/core/text/range';

const range = { from: 2, to: 4 };

it('is touched from its start to its end', () => {
  expect([1, 2, 3, 4, 5].map((at) => touches(range, at))).toEqual([false, true, true, true, false]);
});

it('overlaps where a unit is shared, not where ends meet', () => {
  expect(overlaps(range, { from: 3, to: 9 })).toBe(true);
  expect(overlaps(range, { from: 4, to: 9 })).toBe(false);
  expect(overlaps(range, { from: 0, to: 2 })).toBe(false);
});

it('contains itself and what lies in it', () => {
  expect(contains(range, range)).toBe(true);
  expect(contains(range, { from: 3, to: 3 })).toBe(true);
  expect(contains(range, { from: 3, to: 5 })).toBe(false);
});
