// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { bringIntoSight } from '../../../../src/renderer/editor/fields/scroll';

afterEach(() => document.body.replaceChildren());

/** Three columns of 250 in a row of 500; nothing is laid out here, so their boxes are said. */
function columns(scrolled: number) {
  document.body.innerHTML =
    '<div data-scroller><div data-columns><p><input></p><p><input></p><p><input></p></div></div>';
  const row = document.querySelector('[data-columns]');
  if (!row) throw new Error('No row');
  row.scrollLeft = scrolled;
  row.getBoundingClientRect = () => new DOMRect(0, 0, 500, 100);
  [...row.children].forEach((column, at) => {
    column.getBoundingClientRect = () => new DOMRect(at * 250 - scrolled + 24, 0, 226, 100);
  });
  return { row, inputs: [...row.querySelectorAll('input')] };
}

it.each([
  ['a column to the right', 0, 2, 274],
  ['a column to the left', 274, 0, 0],
  ['one that is in sight, not at all', 0, 0, 0],
])('scrolls sideways to %s', (_, scrolled, column, expected) => {
  const { row, inputs } = columns(scrolled);
  bringIntoSight(inputs[column]);
  expect(row.scrollLeft).toBe(expected);
});
