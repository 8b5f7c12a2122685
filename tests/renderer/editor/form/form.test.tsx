// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../../../src/core/check';
import type { OpenedBrief } from '../../../../src/bridge/types';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { FormView } from '../../../../src/renderer/editor/form/FormView';
import { SessionContext } from '../../../../src/renderer/editor/session/context';
import { followWorkspace, knowledgeStore } from '../../../../src/renderer/editor/session/knowledge';
import type { Session } from '../../../../src/renderer/editor/session/session';
import { Desk, diskOf } from '../session/desk';
import { SMALL } from '../texts';

let stop: () => void;
beforeEach(() => {
  // Nothing is laid out here, so nothing would ever come into sight.
  vi.stubGlobal('IntersectionObserver', undefined);
  workspaceStore.set(
    workspaceOf([row('g7-evian', { title: 'The G7 at Evian' })], {
      entities: [{ slug: 'russia', name: 'Russia' }],
      outlets: [{ name: 'PBS', region: 'United States', lang: 'en', lens: 'US wire' }],
    }),
  );
  stop = followWorkspace();
});
afterEach(() => {
  cleanup();
  stop();
});

function show(text: string, change: Partial<OpenedBrief> = {}): Session {
  const desk = new Desk();
  desk.file = diskOf(text);
  const session = desk.open(change);
  const knowledge = knowledgeStore.get();
  session.findings.use(knowledge && ((brief) => check(brief, 'talks', knowledge)));
  render(
    <SessionContext value={session}>
      <FormView whole />
    </SessionContext>,
  );
  return session;
}

const press = (name: string | RegExp, at = 0) => {
  const button = screen.getAllByRole('button', { name })[at];
  if (!button) throw new Error(`No button ${name}`);
  fireEvent.click(button);
};

const input = (name: string, at = 0): HTMLInputElement => {
  const found = screen.getAllByLabelText<HTMLInputElement>(name)[at];
  if (!found) throw new Error(`No field ${name}`);
  return found;
};

describe('the form', () => {
  it('has a field for every part', async () => {
    show(SMALL);
    await screen.findAllByLabelText('Summary');
    for (const label of ['Title', 'Dek', 'Type', 'Date', 'Heads', 'Summary', 'Why it matters']) {
      expect(screen.getAllByLabelText(label).length, label).toBeGreaterThan(0);
    }
    for (const label of ['Related briefs', 'Entities', 'Watch item 2', 'Value', 'Label', 'Lens']) {
      expect(screen.getAllByLabelText(label).length, label).toBeGreaterThan(0);
    }
    for (const label of ['Outlet', 'Region', 'Language', 'Take summary', 'Quote', 'Source']) {
      expect(screen.getAllByLabelText(label).length, label).toBeGreaterThan(0);
    }
    expect(screen.getByText('2 takes · 2 lenses · 2 regions')).toBeTruthy();
  });

  it('adds each section that is missing in its place', () => {
    const session = show('# Bare\n');
    for (const name of ['Across the graph', 'Why it matters', 'What to watch', 'Summary']) {
      press(`Add section: ${name}`);
    }
    expect(session.document.brief.sections.map(({ kind }) => kind)).toEqual([
      'summary',
      'why',
      'watch',
      'graph',
    ]);
    expect(screen.queryByRole('button', { name: 'Add section: Summary' })).toBeNull();
  });

  it('writes plain fields, lets the counts follow, and undoes', () => {
    const session = show(SMALL);
    fireEvent.change(input('Region', 1), { target: { value: 'United States' } });
    expect(session.document.text).toContain('2 takes · 2 lenses · 1 region\n');
    expect(screen.getByText('2 takes · 2 lenses · 1 region')).toBeTruthy();
    act(() => {
      session.document.undo();
    });
    expect(input('Region', 1).value).toBe('Qatar');
    expect(session.document.text).toBe(SMALL);
  });

  it('says why a text is refused, keeps it in sight, and gives it up when one leaves', () => {
    const session = show(SMALL);
    const outlet = input('Outlet');
    fireEvent.focus(outlet);
    fireEvent.change(outlet, { target: { value: 'CNN** (x, y) — z' } });
    expect(session.document.text).toBe(SMALL);
    expect(screen.getByRole('alert').textContent).toContain('can’t hold this text');
    expect(outlet.value).toBe('CNN** (x, y) — z');
    fireEvent.blur(outlet);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(outlet.value).toBe('CNN');
  });

  it('shows text that is no part of the format, and lets it be edited', () => {
    const session = show(SMALL.replace('## Summary', 'stray\n\n## Summary'));
    const raw = input('Not part of the format');
    fireEvent.change(raw, { target: { value: 'stray text' } });
    expect(session.document.text).toBe(SMALL.replace('## Summary', 'stray text\n\n## Summary'));
  });

  it('shows a section that it does not know, whole', () => {
    show(SMALL.replace('## Why', '## Odds\n\n1 to 2\n\n## Why'));
    expect(input('A section that is not part of the format').value).toBe('## Odds\n\n1 to 2');
  });

  it('moves a take by keys, over into the next lens, with the focus', () => {
    const session = show(SMALL);
    fireEvent.keyDown(input('Outlet'), { key: 'ArrowDown', altKey: true });
    expect(session.document.brief.lenses.map(({ name }) => name.text)).toEqual(['Gulf / Arab']);
    expect(session.document.brief.takes.map(({ outlet }) => outlet.text)).toEqual([
      'CNN',
      'Al Jazeera',
    ]);
    act(() => {
      session.document.undo();
    });
    expect(session.document.text).toBe(SMALL);
  });

  it('adds and removes takes, numbers and watch items', () => {
    const session = show(SMALL);
    press('Take');
    expect(session.document.brief.takes).toHaveLength(3);
    press('Number');
    press('Watch item');
    expect(session.document.brief.numbers).toHaveLength(3);
    expect(session.document.brief.watch).toHaveLength(3);
    while (session.document.undo());
    expect(session.document.text).toBe(SMALL);
  });

  it('offers a quote and a source where a take has none', async () => {
    show(SMALL);
    const second = within(screen.getByRole('article', { name: 'Take by Al Jazeera' }));
    expect(second.getByRole('button', { name: 'Quote' })).toBeTruthy();
    fireEvent.click(second.getByRole('button', { name: 'Quote' }));
    expect(await second.findByLabelText('Quote')).toBeTruthy();
  });

  it('takes an outlet over with all that it brings, as one step', async () => {
    const session = show(SMALL);
    // The selection of an editor works in the real page only.
    vi.spyOn(session.places, 'focus').mockReturnValue(true);
    fireEvent.change(input('Outlet'), { target: { value: 'PB' } });
    const typed = session.document.text;
    fireEvent.keyDown(input('Outlet'), { key: 'ArrowDown' });
    fireEvent.click(await screen.findByRole('option', { name: /PBS/ }));
    const { brief } = session.document;
    const take = brief.takes.find(({ outlet }) => outlet.text === 'PBS');
    expect([take?.region.text, take?.lang.text]).toEqual(['United States', 'en']);
    expect(brief.lenses.map(({ name }) => name.text)).toContain('US wire');
    act(() => {
      session.document.undo();
    });
    expect(session.document.text).toBe(typed);
    act(() => {
      session.document.undo();
    });
    expect(session.document.text).toBe(SMALL);
  });

  it('says quietly beside the button that a quote is missing', () => {
    show(SMALL);
    const second = within(screen.getByRole('article', { name: 'Take by Al Jazeera' }));
    const button = second.getByRole('button', { name: 'Quote' });
    expect(button.parentElement?.textContent).toContain('no quote');
  });

  it('tells findings at their field, and mends them there', () => {
    const session = show(SMALL.replace('[[g7-evian]]', '[[g7-evian]], [[g7-evian]]'));
    const notes = screen.getByText(/stands in Related already/);
    expect(notes.closest('[data-field="related"]')).not.toBeNull();
    const fix = notes.closest('li')?.querySelector('button');
    if (fix) fireEvent.click(fix);
    expect(session.document.text).toBe(SMALL);
  });

  it('can’t be edited where the brief can only be read', () => {
    const session = show(SMALL, { readOnly: 'Another window has it.' });
    expect(input('Outlet').readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: /^(Take|Number|Lens|Add section)/ })).toBeNull();
    expect(session.document.text).toBe(SMALL);
    expect(asked.saveBrief).not.toHaveBeenCalled();
  });
});
