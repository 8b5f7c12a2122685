// @vitest-environment happy-dom
import { workspaceOf } from '../../shell/page';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { EditorNotices } from '../../../../src/renderer/editor/pane/EditorNotices';
import { Desk } from '../session/desk';

afterEach(cleanup);

it.each([
  ['once, where the workspace says it', 'Another window has it.', 0],
  ['where only the brief can’t be written', null, 1],
])('says why a brief can only be read: %s', (_, ofTheWorkspace, times) => {
  workspaceStore.set(workspaceOf([], { readOnly: ofTheWorkspace }));
  const session = new Desk().open({ readOnly: 'Another window has it.' });
  render(<EditorNotices session={session} />);
  expect(screen.queryAllByText('Another window has it.')).toHaveLength(times);
});
