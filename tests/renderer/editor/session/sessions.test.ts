import { beforeEach, expect, it } from 'vitest';
import { Sessions } from '../../../../src/renderer/editor/session/sessions';
import { SMALL } from '../texts';
import { Desk, type } from './desk';

let desk: Desk;
let sessions: Sessions;
let home: string;
beforeEach(() => {
  desk = new Desk();
  home = 'one';
  sessions = new Sessions({
    bridge: desk.bridge,
    timers: desk.clock,
    home: () => home,
    readOnly: () => null,
    opened: () => {},
    closed: () => {},
  });
});

it('saves the brief that one leaves, and holds it with its undo', async () => {
  await sessions.show('a');
  const left = sessions.current;
  if (left) type(left, 'x');
  await sessions.show('b');
  expect(desk.file?.text).toBe(SMALL.replace('One', 'xOne'));
  await sessions.show('a');
  expect(sessions.current).toBe(left);
  expect(desk.log).not.toContain('close a');
});

it('holds the few that were left last', async () => {
  for (const slug of 'abcdefghi') await sessions.show(slug);
  expect(sessions.all.map(({ slug }) => slug).join('')).toBe('cdefghi');
  expect(desk.log).toContain('close b');
});

it('lets a brief go that was left, when its file does', async () => {
  await sessions.show('a');
  await sessions.show('b');
  sessions.outside('a', null);
  expect(sessions.get('a')).toBeUndefined();
  sessions.outside('b', null);
  expect(sessions.current?.slug).toBe('b');
});

it('holds the text of a brief that can’t be saved, and shows it again', async () => {
  await sessions.show('a');
  const left = sessions.current;
  desk.failing = true;
  if (left) type(left, 'x');
  await sessions.show('b');
  expect(sessions.get('a')).toBe(left);
  expect((await sessions.settle()).map(({ slug }) => slug)).toEqual(['a']);
  await sessions.show('a');
  expect(sessions.current).toBe(left);
  expect(left?.document.text).toContain('xOne');
});

it('shows the brief that was asked for last, however long the others take', async () => {
  const waiting = sessions.show('a');
  await sessions.show('b');
  await waiting;
  expect(sessions.current?.slug).toBe('b');
  expect(sessions.get('a')).toBeUndefined();
});

it('writes nothing of one workspace into another', async () => {
  await sessions.show('a');
  const left = sessions.current;
  if (left) type(left, 'x');
  home = 'two';
  await sessions.leave();
  await sessions.show('a');
  await desk.clock.pass(5000);
  expect(sessions.current).not.toBe(left);
  expect(desk.log).not.toContain('save');
  expect(desk.file?.text).toBe(SMALL);
});
