// @vitest-environment happy-dom
import { workspaceOf } from '../../shell/page';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  showSide,
  toggleList,
  toggleSide,
  useListShown,
  useSideShown,
} from '../../../../src/renderer/app/layout';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import type { Mode } from '../../../../src/renderer/editor/app-state';
import { useRoom } from '../../../../src/renderer/editor/pane/use-room';

let width = 1600;
let changed: (() => void)[] = [];

function Panes({ mode }: { readonly mode: Mode }) {
  useRoom(mode);
  return `${useListShown() ? 'list ' : ''}editor${useSideShown() ? ' side' : ''}`;
}

beforeEach(() => {
  changed = [];
  workspaceStore.set(workspaceOf([]));
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) =>
      ({
        get matches() {
          return width < Number(/\d+/.exec(query)?.[0]);
        },
        addEventListener: (_: string, listener: () => void) => changed.push(listener),
        removeEventListener: () => {},
      }) as unknown as MediaQueryList,
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function resize(to: number): void {
  width = to;
  act(() => {
    for (const listener of changed) listener();
  });
}

function show(mode: Mode, at: number) {
  width = at;
  const { container, rerender } = render(<Panes mode={mode} />);
  return {
    panes: () => container.textContent,
    to: (next: Mode) => rerender(<Panes mode={next} />),
  };
}

it('lets the others give way to form and source, and come back', () => {
  const { panes, to } = show('form', 1024);
  expect(panes()).toBe('list editor side');
  to('both');
  expect(panes()).toBe('editor');
  resize(1300);
  expect(panes()).toBe('list editor');
  resize(1600);
  expect(panes()).toBe('list editor side');
  resize(1024);
  to('source');
  expect(panes()).toBe('list editor side');
});

it('shows what is asked for', () => {
  const { panes } = show('both', 1024);
  act(() => showSide('findings'));
  expect(panes()).toBe('editor side');
  act(toggleList);
  expect(panes()).toBe('list editor side');
  act(toggleSide);
  expect(panes()).toBe('list editor');
});

it('hides no more than was hidden by hand before', () => {
  const { panes, to } = show('form', 1024);
  act(toggleList);
  to('both');
  to('form');
  expect(panes()).toBe('editor side');
});
