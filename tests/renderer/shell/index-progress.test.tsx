// @vitest-environment happy-dom
import { asked, row, tell, toldOf, workspaceOf } from './page';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IndexState } from '../../../src/bridge/types';
import { textOfRows } from '../../../src/disk/engine/rows';
import { receive, start } from '../../../src/renderer/app/session';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { StatusBar } from '../../../src/renderer/shell/StatusBar';

afterEach(cleanup);
afterEach(() => {
  vi.useRealTimers();
});

const index = (change: Partial<IndexState>): IndexState => ({
  phase: 'reading',
  done: 1_200,
  total: 10_000,
  version: 1,
  ...change,
});

describe('the status bar', () => {
  it('says how far a large workspace is read, and stops it', () => {
    workspaceStore.set(workspaceOf([], { index: index({}) }));
    render(<StatusBar slug={null} />);
    expect(screen.getByText(/Reading 1,200 of 10,000/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(asked.cancelIndex).toHaveBeenCalledOnce();
    act(() => workspaceStore.set(workspaceOf([], { index: index({ phase: 'checking' }) })));
    expect(screen.getByText(/Checking 1,200 of 10,000/)).toBeTruthy();
  });

  it('lets one go on after a stop', () => {
    workspaceStore.set(workspaceOf([], { index: index({ phase: 'cancelled' }) }));
    render(<StatusBar slug={null} />);
    expect(screen.getByText('Not all briefs are checked')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(asked.resumeIndex).toHaveBeenCalledOnce();
  });

  it('says nothing of what is read at once, or is ready', () => {
    workspaceStore.set(workspaceOf([], { index: index({ done: 2, total: 40 }) }));
    render(<StatusBar slug={null} />);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    act(() => workspaceStore.set(workspaceOf([], { index: index({ phase: 'ready' }) })));
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });
});

describe('the rows of a large workspace', () => {
  const slugs = Array.from({ length: 120 }, (_, at) => `brief-${at}`);
  const read = textOfRows(slugs.map((slug) => row(slug, { title: 'Read' })));
  const titles = () => workspaceStore.get()?.briefs.map(({ title }) => title) ?? [];

  it('are there by name at once, and are filled a few times a second', async () => {
    vi.useFakeTimers();
    await start();
    receive({
      kind: 'opened',
      workspace: toldOf([], { unread: JSON.stringify(slugs), index: index({}) }),
    });
    expect(workspaceStore.get()?.briefs).toHaveLength(120);
    tell('workspace', { rows: read });
    tell('workspace', { index: index({ done: 120 }) });
    expect(titles()).not.toContain('Read');
    vi.runOnlyPendingTimers();
    expect(titles()).toEqual(slugs.map(() => 'Read'));
  });

  it('are drawn now and then, however often it is told how far the index is', async () => {
    vi.useFakeTimers();
    await start();
    receive({
      kind: 'opened',
      workspace: toldOf([], { unread: JSON.stringify(slugs), index: index({}) }),
    });
    const drawings = vi.fn();
    let { briefs } = workspaceStore.get() ?? {};
    const end = workspaceStore.subscribe(() => {
      if (workspaceStore.get()?.briefs !== briefs) drawings();
      briefs = workspaceStore.get()?.briefs;
    });
    for (let takes = 0; takes < 20; takes++) {
      tell('workspace', { rows: textOfRows(slugs.map((slug) => row(slug, { takes }))) });
      tell('workspace', { index: index({ done: takes }) });
      vi.advanceTimersByTime(100);
    }
    end();
    // After the first 100 milliseconds, then each 700, of 2,000.
    expect(drawings).toHaveBeenCalledTimes(3);
  });

  it('of a workspace that is opened next are not waited for', async () => {
    vi.useFakeTimers();
    await start();
    const open = (state: IndexState) =>
      receive({ kind: 'opened', workspace: toldOf([row('one')], { index: state }) });
    open(index({}));
    tell('workspace', { rows: read });
    open(index({ phase: 'ready' }));
    tell('workspace', { rows: textOfRows([row('one', { title: 'Won' })]) });
    expect(titles()).toEqual(['Won']);
  });

  it('are all there when the index is ready, and those that are gone are not', async () => {
    await start();
    receive({
      kind: 'opened',
      workspace: toldOf([], { unread: JSON.stringify(slugs), index: index({}) }),
    });
    tell('workspace', { rows: read });
    tell('workspace', { gone: ['brief-0'] });
    tell('workspace', { index: index({ phase: 'ready' }) });
    expect(titles()).toEqual(slugs.slice(1).map(() => 'Read'));
  });

  it('come before what is told with the last of them, which is not lost', async () => {
    vi.useFakeTimers();
    await start();
    const phase = () => workspaceStore.get()?.index.phase;
    const open = () =>
      receive({
        kind: 'opened',
        workspace: toldOf([], { unread: JSON.stringify(slugs), index: index({}) }),
      });
    open();
    tell('workspace', { rows: read });
    tell('workspace', { index: index({ phase: 'ready' }) });
    expect(phase()).toBe('reading');
    vi.runOnlyPendingTimers();
    expect(phase()).toBe('ready');

    open();
    tell('workspace', { rows: read });
    tell('workspace', { index: index({ phase: 'ready' }) });
    tell('workspace', { exportFolder: '/out' });
    expect(phase()).toBe('ready');

    open();
    tell('workspace', { rows: read });
    tell('workspace', { index: index({ phase: 'ready' }) });
    open();
    vi.runOnlyPendingTimers();
    expect(phase()).toBe('reading');
  });

  it('are the same as before where nothing in them has changed', async () => {
    await start();
    receive({ kind: 'opened', workspace: toldOf([row('one'), row('two')]) });
    const [one, two] = workspaceStore.get()?.briefs ?? [];
    tell('workspace', { rows: textOfRows([row('one'), row('two', { takes: 2 })]) });
    tell('workspace', { rows: textOfRows([row('one')]) });
    const [first] = workspaceStore.get()?.briefs ?? [];
    tell('workspace', { rows: textOfRows([row('one')]) });
    expect(workspaceStore.get()?.briefs[0]).toBe(first);
    expect(first).toEqual(one);
    expect(workspaceStore.get()?.briefs[1]).toEqual({ ...two, takes: 2 });
  });

  it('of a single change are drawn at once', async () => {
    await start();
    receive({ kind: 'opened', workspace: toldOf([row('one'), row('two')]) });
    tell('workspace', { rows: textOfRows([row('one', { title: 'Won' })]), gone: ['two'] });
    expect(titles()).toEqual(['Won']);
  });
});
