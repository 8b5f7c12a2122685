// @vitest-environment happy-dom
import { asked, row, tell, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BriefText, SaveResult } from '../../../../src/bridge/types';
import { mayLeave } from '../../../../src/renderer/app/close-guard';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { Leaving } from '../../../../src/renderer/editor/pane/Leaving';
import { sessions } from '../../../../src/renderer/editor/session/desk';
import { SMALL_BRIEF } from '../../../support/brief';

const disk: BriefText = { text: SMALL_BRIEF, eol: 'lf', bom: false, hash: 'old' };
const full: SaveResult = {
  kind: 'problem',
  problem: { code: 'disk-full', message: 'The disk is full.' },
};
const saved: SaveResult = { kind: 'saved', hash: 'new' };

/** A brief is open, was changed, and can't be saved. */
beforeEach(async () => {
  asked.openBrief.mockImplementation(async (slug) => ({
    kind: 'opened',
    slug,
    disk,
    draft: null,
    readOnly: null,
  }));
  asked.saveBrief.mockResolvedValue(full);
  workspaceStore.set(workspaceOf([row('small')]));
  render(<Leaving />);
  await act(() => sessions.show('small'));
  act(() => sessions.current?.document.replace(`${SMALL_BRIEF} `, 'restore'));
});
afterEach(async () => {
  for (const session of sessions.all) sessions.drop(session);
  await sessions.leave();
  cleanup();
});

async function askToLeave() {
  let leave: boolean | null = null;
  void mayLeave().then((answer) => {
    leave = answer;
  });
  expect(await screen.findByText('Some text is not saved')).toBeTruthy();
  expect(screen.getByText('The disk is full.')).toBeTruthy();
  return () => leave;
}

const isAsking = () => screen.queryByText('Some text is not saved') !== null;

it('goes on by itself once all is saved', async () => {
  const answer = await askToLeave();
  expect(answer()).toBeNull();
  asked.saveBrief.mockResolvedValue(saved);
  await act(async () => sessions.current?.saver.save());
  expect(answer()).toBe(true);
  expect(isAsking()).toBe(false);
  expect(sessions.all).toHaveLength(1);
});

it('goes on by itself once the brief is gone from here', async () => {
  const answer = await askToLeave();
  await act(async () => sessions.current && sessions.drop(sessions.current));
  expect(answer()).toBe(true);
  expect(isAsking()).toBe(false);
});

it('goes on where the file has come to hold the text', async () => {
  const answer = await askToLeave();
  await act(async () =>
    tell('outside', { slug: 'small', disk: { ...disk, text: `${SMALL_BRIEF} `, hash: 'new' } }),
  );
  expect(answer()).toBe(true);
});

it('stays while something is not saved, and asks anew', async () => {
  const answer = await askToLeave();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(answer()).toBeNull();
  const again = await askToLeave();
  expect(answer()).toBe(false);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Stay' })));
  expect(again()).toBe(false);
  expect(isAsking()).toBe(false);
  expect(sessions.all).toHaveLength(1);
  const last = await askToLeave();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Leave anyway' })));
  expect(last()).toBe(true);
  expect(sessions.all).toEqual([]);
});
