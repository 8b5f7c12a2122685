// @vitest-environment happy-dom
import { row, workspaceOf } from '../../shell/page';
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setField } from '../../../../src/core/edit';
import type { FieldPath } from '../../../../src/core/fields/path';
import { readField } from '../../../../src/core/fields/table';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { PreviewPage } from '../../../../src/renderer/editor/preview/PreviewPage';
import { TypedText } from '../../../../src/renderer/editor/preview/typed-text';
import { SessionContext } from '../../../../src/renderer/editor/session/context';
import { followWorkspace } from '../../../../src/renderer/editor/session/knowledge';
import type { Session } from '../../../../src/renderer/editor/session/session';
import { Desk, diskOf } from '../session/desk';
import { SMALL } from '../texts';

let stop: () => void;
beforeEach(() => {
  // Nothing is laid out here, so nothing would ever come into sight.
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.useFakeTimers();
  workspaceStore.set(workspaceOf([row('g7-evian', { title: 'The G7 at Evian' })]));
  stop = followWorkspace();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function open(text: string): Session {
  const desk = new Desk();
  desk.file = diskOf(text);
  return desk.open();
}

function show(session: Session): HTMLElement {
  return render(
    <SessionContext value={session}>
      <PreviewPage whole />
    </SessionContext>,
  ).container;
}

/** What React makes of the text alone. */
function drawn(text: string): string {
  const { container, unmount } = render(
    <SessionContext value={open(text)}>
      <PreviewPage whole />
    </SessionContext>,
  );
  const html = container.innerHTML;
  unmount();
  return html;
}

function type(session: Session, path: FieldPath, change: (text: string) => string): void {
  const text = readField(session.document.brief, path)?.text ?? '';
  act(() => {
    session.document.perform((brief) => setField(brief, path, change(text)), {
      event: 'input.type',
    });
  });
}

/** As the source view does: the guard of the fields does not look at it. */
function edit(session: Session, at: number, gone: number, insert: string): void {
  const { length } = session.document.text;
  const from = at % length;
  act(() => {
    session.document.edit([{ from, to: Math.min(from + gone, length), insert }], {
      event: 'input.type',
    });
  });
}

const PATHS: readonly FieldPath[] = [
  { field: 'title' },
  { field: 'dek' },
  { field: 'summary' },
  { field: 'why' },
  { field: 'watch', index: 0 },
  { field: 'take.summary', index: 0 },
  { field: 'take.quote', index: 1 },
  { field: 'take.region', index: 0 },
];

const PIECES = [
  ...Array.from('abc de\\*_`[]()!<>&;#-=.1"\n'),
  '**b**',
  '[x](/n/g7-evian)',
  '&am',
  '\n\n',
  '\n- ',
  '    ',
  '🙂',
];

describe('what is typed, written past React', () => {
  it('is what React draws of the text, at every key and after the pause', () => {
    const key = fc.record({
      path: fc.constantFrom(...PATHS),
      at: fc.nat(1500),
      gone: fc.constantFrom(0, 0, 0, 1, 3),
      insert: fc.constantFrom(...PIECES),
      again: fc.constantFrom(1, 1, 3),
      source: fc.constantFrom(false, false, true),
      after: fc.constantFrom('nothing', 'nothing', 'pause', 'undo'),
    });
    const keys = fc.array(key, { minLength: 1, maxLength: 8 });
    const wide = SMALL.replace('## Summary\n\n', () => `## Summary\n\n${LONG}\n\n`);
    let written = 0;
    // oxlint-disable-next-line typescript/unbound-method
    const write = TypedText.prototype.show;
    vi.spyOn(TypedText.prototype, 'show').mockImplementation(function show(
      this: TypedText,
      ...args
    ) {
      const has = write.apply(this, args);
      if (has) written++;
      return has;
    });
    fc.assert(
      fc.property(fc.constantFrom(SMALL, wide), keys, (text, typed) => {
        const session = open(text);
        const page = show(session);
        for (const { path, at, gone, insert, again, source, after } of typed) {
          for (let count = 0; count < again; count++) {
            if (source) edit(session, at + count, gone, insert);
            else
              type(session, path, (old) => {
                const from = Math.min(at + count, old.length);
                return old.slice(0, from) + insert + old.slice(from + gone);
              });
            expect(page.innerHTML).toBe(drawn(session.document.text));
          }
          if (after === 'pause') act(() => void vi.advanceTimersByTime(1000));
          if (after === 'undo') act(() => void session.document.undo());
          expect(page.innerHTML).toBe(drawn(session.document.text));
        }
        act(() => void vi.advanceTimersByTime(1000));
        expect(page.innerHTML).toBe(drawn(session.document.text));
        cleanup();
      }),
      { numRuns: 40 },
    );
    expect(written).toBeGreaterThan(30);
  });

  it('leaves a key to React that changes other parts too', () => {
    const text = SMALL.replace('- First', '- First\n  ``').replace('- Entities', '```\n- Entities');
    const session = open(text);
    const page = show(session);
    edit(session, text.indexOf('``') + 2, 0, '`');
    expect(session.document.brief.watch[1]?.value.text).not.toBe('Second');
    expect(page.innerHTML).toBe(drawn(session.document.text));
  });

  it('keeps the words of the page, and the nodes they stand in', () => {
    const session = open(SMALL);
    const page = show(session);
    const paragraph = page.querySelector('[data-field="summary"] p');
    const words = paragraph?.lastChild;
    type(session, { field: 'summary' }, (text) => `${text} and`);
    expect(page.querySelector('[data-field="summary"] p')?.lastChild).toBe(words);
    expect(paragraph?.textContent.endsWith(' and')).toBe(true);
  });
});

/** Enough for several blocks. */
const LONG = Array.from(
  { length: 12 },
  (_, index) =>
    `Paragraph ${index} says *much* of [Russia](/n/g7-evian), twice or more, ${'so that it is long. '.repeat(10)}`,
).join('\n\n');
