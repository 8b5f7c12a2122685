// @vitest-environment happy-dom
import '../../shell/page';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/renderer/app/store';
import { tellOverlay } from '../../../../src/renderer/editor/session/overlay';
import type { Saving } from '../../../../src/renderer/editor/session/saver';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { Clock } from '../clock';

function setUp() {
  const document = new BriefDocument('one', 'As it is saved');
  const saving = createStore<Saving>({ kind: 'saved' });
  const clock = new Clock();
  const overlay = vi.fn(async () => ({ kind: 'done' }) as const);
  let saved = document.text;
  const saver = {
    get isClean() {
      return document.holds(saved);
    },
  };
  const session = { slug: 'one', document, saving, saver } as Parameters<typeof tellOverlay>[0];
  const end = tellOverlay(session, { overlay }, clock);
  const type = (text: string) => document.replace(text, 'restore');
  const save = () => {
    saved = document.text;
    saving.set({ kind: 'saving' });
    saving.set({ kind: 'saved' });
  };
  return { clock, overlay, type, save, end };
}

describe('text that is not saved', async () => {
  it('is told once typing pauses, and taken back when it is saved', async () => {
    const { clock, overlay, type, save } = setUp();
    type('As');
    await clock.pass(100);
    type('As typed');
    await clock.pass(100);
    expect(overlay).not.toHaveBeenCalled();
    await clock.pass(50);
    expect(overlay.mock.calls).toEqual([['one', 'As typed']]);
    save();
    expect(overlay.mock.lastCall).toEqual(['one', null]);
  });

  it('is not told where it is the file’s again', async () => {
    const { clock, overlay, type } = setUp();
    type('Other');
    type('As it is saved');
    await clock.pass(1_000);
    expect(overlay).not.toHaveBeenCalled();
  });

  it('is taken back when the brief is closed', async () => {
    const { clock, overlay, type, end } = setUp();
    type('As typed');
    await clock.pass(1_000);
    end();
    expect(overlay.mock.lastCall).toEqual(['one', null]);
  });
});
