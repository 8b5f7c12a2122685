import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../clock';
import { SMALL } from '../texts';
import { Desk, diskOf, type } from './desk';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

describe('saving', () => {
  it('writes nothing for a brief that was only looked at', async () => {
    const session = desk.open();
    await desk.clock.pass(10_000);
    expect(await session.settle()).toBe(true);
    expect(desk.log).toEqual([]);
    expect(session.saving.get().kind).toBe('saved');
  });

  it('saves a second after the last keystroke', async () => {
    const session = desk.open();
    type(session, 'a');
    await desk.clock.pass(900);
    type(session, 'b');
    await desk.clock.pass(900);
    expect(desk.file?.text).toBe(SMALL);
    expect(session.saving.get().kind).toBe('unsaved');
    await desk.clock.pass(200);
    expect(desk.file?.text).toBe(session.document.text);
    expect(session.saving.get().kind).toBe('saved');
  });

  it('is clean again when the text is undone to the file’s, and drops the draft', async () => {
    const session = desk.open();
    type(session, 'a');
    await desk.clock.pass(600);
    expect(desk.kept?.text).toBe(session.document.text);
    session.document.undo();
    expect(session.saving.get().kind).toBe('saved');
    await desk.clock.pass(2000);
    expect(desk.kept).toBeNull();
    expect(desk.log).not.toContain('save');
  });

  it('is not saved when one types on while it saves', async () => {
    const session = desk.open();
    desk.slow = true;
    type(session, 'a');
    const saving = session.saver.save();
    await settled();
    type(session, 'b');
    desk.slow = false;
    desk.release?.();
    await saving;
    expect(session.saving.get().kind).toBe('unsaved');
    await desk.clock.pass(1100);
    expect(desk.file?.text).toBe(session.document.text);
  });

  it('says loudly that it failed, keeps the text, and saves when it can again', async () => {
    const session = desk.open();
    desk.failing = true;
    type(session, 'a');
    await desk.clock.pass(1100);
    const failed = session.saving.get();
    expect(failed.kind === 'failed' && failed.problem.code).toBe('disk-full');
    expect(await session.settle()).toBe(false);
    expect(desk.kept?.text).toBe(session.document.text);
    await session.saveCopy();
    expect(desk.copies).toEqual([session.document.text]);
    desk.failing = false;
    type(session, 'b');
    await desk.clock.pass(1100);
    expect(desk.file?.text).toBe(session.document.text);
    expect(session.saving.get().kind).toBe('saved');
  });
});

describe('the journal', () => {
  it('has each keystroke within a second, and at most twice a second', async () => {
    const session = desk.open();
    desk.failing = true;
    for (let key = 0; key < 100; key++) {
      type(session, 'x');
      await desk.clock.pass(50);
    }
    const written = desk.log.filter((entry) => entry === 'journal').length;
    expect(written).toBeGreaterThanOrEqual(9);
    expect(written).toBeLessThanOrEqual(12);
    await desk.clock.pass(1000);
    expect(desk.kept?.text).toBe(session.document.text);
  });

  it('keeps the last text when a brief is left at once', async () => {
    const session = desk.open();
    desk.failing = true;
    type(session, 'a');
    await session.settle();
    type(session, 'b');
    await session.settle();
    expect(desk.kept?.text).toBe(session.document.text);
  });
});

describe('a change from outside', () => {
  it('is taken over by a clean document, without a step of undo', () => {
    const session = desk.open();
    const theirs = SMALL.replace('Nobody', 'Somebody');
    desk.outside(session, theirs);
    expect(session.document.text).toBe(theirs);
    expect(session.document.canUndo).toBe(false);
    expect(session.saving.get().kind).toBe('saved');
  });

  it('never replaces unsaved text', async () => {
    const session = desk.open();
    type(session, 'Mine ');
    const mine = session.document.text;
    const theirs = SMALL.replace('Nobody', 'Somebody');
    desk.outside(session, theirs);
    await desk.clock.pass(5000);
    expect(session.document.text).toBe(mine);
    expect(desk.file?.text).toBe(theirs);
    expect(session.saving.get()).toEqual({ kind: 'conflict', disk: diskOf(theirs) });
    expect(desk.kept?.text).toBe(mine);
    expect(await session.settle()).toBe(false);
  });

  it('is met by a save as well, where the page was not told of it', async () => {
    const session = desk.open();
    const theirs = SMALL.replace('Nobody', 'Somebody');
    desk.file = diskOf(theirs);
    type(session, 'Mine ');
    await desk.clock.pass(1100);
    expect(session.saving.get().kind).toBe('conflict');
    expect(desk.file.text).toBe(theirs);
    await session.resolve(theirs.replace('One line', 'Both'), diskOf(theirs));
    expect(desk.file.text).toBe(theirs.replace('One line', 'Both'));
    session.document.undo();
    expect(session.document.text.includes('Mine One line')).toBe(true);
  });

  it('waits for a save that is under way, and knows its own', async () => {
    const session = desk.open();
    desk.slow = true;
    type(session, 'a');
    const saving = session.saver.save();
    await settled();
    session.saver.outside(diskOf(session.document.text));
    desk.release?.();
    await saving;
    expect(session.saving.get().kind).toBe('saved');
  });

  it('that deletes the file keeps the text, and can be put right', async () => {
    const session = desk.open();
    desk.outside(session, null);
    expect(session.saving.get()).toEqual({ kind: 'conflict', disk: null });
    expect(session.document.text).toBe(SMALL);
    await session.saver.overwrite(null);
    expect(desk.file?.text).toBe(SMALL);
    expect(session.saving.get().kind).toBe('saved');
  });

  it('is over where the file comes back as it was, with or without text typed since', async () => {
    const session = desk.open();
    desk.outside(session, null);
    desk.outside(session, SMALL);
    expect(session.saving.get().kind).toBe('saved');
    desk.outside(session, null);
    type(session, 'Mine ');
    await desk.clock.pass(5000);
    expect(desk.file).toBeNull();
    desk.outside(session, SMALL);
    await desk.clock.pass(1100);
    expect(desk.file).toMatchObject({ text: session.document.text });
    expect(session.saving.get().kind).toBe('saved');
  });
});

describe('recovery', () => {
  const draft = { text: SMALL.replace('One line', 'A line'), at: 1, base: diskOf(SMALL).hash };

  it('restores as one step that undo takes back', async () => {
    const session = desk.open({ draft });
    session.restoreDraft();
    expect(session.document.text).toBe(draft.text);
    session.document.undo();
    expect(session.document.text).toBe(SMALL);
    session.document.redo();
    await desk.clock.pass(1100);
    expect(desk.file?.text).toBe(draft.text);
  });

  it('leaves the draft alone until it is discarded', async () => {
    desk.kept = draft;
    const session = desk.open({ draft });
    desk.outside(session, SMALL.replace('Nobody', 'Somebody'));
    expect(await session.settle()).toBe(true);
    await desk.clock.pass(5000);
    expect(desk.kept).toBe(draft);
    await session.discardDraft();
    expect(desk.kept).toBeNull();
  });
});

it('writes nothing of a brief that can only be read', async () => {
  const session = desk.open({ readOnly: 'Another window has it.' });
  type(session, 'a');
  await desk.clock.pass(5000);
  await session.settle();
  expect(desk.log).toEqual([]);
});
