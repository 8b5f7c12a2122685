import { expect, it } from 'vitest';
import { Turns, type Work } from '../../../src/disk/engine/turns';

const said: string[] = [];
function* saying(word: string, times: number): Work {
  for (let time = 0; time < times; time++) {
    const until = performance.now() + 10;
    while (performance.now() < until);
    said.push(word);
    yield;
  }
}

it('lets what is urgent go before what can wait, also when it comes later', async () => {
  const turns = new Turns(() => {});
  const patient = turns.run(saying('search', 4), false);
  await turns.run(saying('save', 1));
  expect(said).toContain('save');
  expect(said.filter((word) => word === 'search').length).toBeLessThan(4);
  const more = [turns.run(saying('first', 1)), turns.run(saying('second', 1))];
  await Promise.all([patient, ...more]);
  expect(said.indexOf('first')).toBeLessThan(said.indexOf('second'));
  expect(said.at(-1)).toBe('search');
  expect(turns.isIdle).toBe(true);
});
