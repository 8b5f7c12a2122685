import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useCommand } from '../../app/commands';
import { reveal } from '../../app/navigation';
import { useStore } from '../../app/store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import type { VirtualListHandle } from '../../ui/VirtualList';
import type { ViewProps } from '../props';
import { useRefresh } from '../use-refresh';
import { activeStore, begin, found, setText, textStore } from './query';
import { Results } from './Results';
import { placeOf, type ResultRow, rowsOf } from './rows';
import { SearchField } from './SearchField';
import './search.css';

const PAGE = 10;
/** While texts are still being read, it is asked again so often (milliseconds). */
const AGAIN = 600;

/** Finds words in all briefs as one types; arrows walk the results while the field keeps the caret. */
export function SearchView({ wish }: ViewProps): ReactNode {
  useEffect(() => begin(wish), [wish]);
  useRefresh(() => found.refresh());
  const input = useRef<HTMLInputElement>(null);
  const write = () => {
    input.current?.focus();
    input.current?.select();
  };
  useEffect(write, []);
  useCommand('edit.find', write);
  useCommand('go.search', write);
  const text = useStore(textStore);
  const { items, head } = useStore(found.state);
  useEffect(() => {
    if (!head || head.complete) return;
    const later = setTimeout(() => found.refresh(), AGAIN);
    return () => clearTimeout(later);
  }, [head]);
  const rows = useMemo(() => rowsOf(items), [items]);
  const active = Math.min(useStore(activeStore), rows.length - 1);
  const list = useRef<VirtualListHandle>(null);
  // Only what one does moves the results: what changes in the workspace does not.
  useEffect(() => {
    const show = () => list.current?.scrollTo(activeStore.get());
    show();
    return textStore.subscribe(show);
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const row = rows[active];
    const to = target(event.key, active, rows);
    if (event.nativeEvent.isComposing) return;
    if (to !== null && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = Math.min(Math.max(to, 0), rows.length - 1);
      activeStore.set(next);
      list.current?.scrollTo(next);
    } else if (event.key === 'Enter' && row) open(row);
    else if (event.key === 'Escape' && text) setText('', 0);
    else return;
    event.preventDefault();
  };
  return (
    <div className="view-page">
      <SearchField
        inputRef={input}
        text={text}
        active={rows.length > 0 ? active : -1}
        head={head}
        onKey={onKey}
      />
      <div className="sv-results">
        {rows.length > 0 ? (
          <Results
            rows={rows}
            active={active}
            total={head?.total ?? 0}
            list={list}
            onOpen={(row) => {
              // One comes back to it.
              activeStore.set(rows.indexOf(row));
              open(row);
            }}
          />
        ) : (
          <Nothing text={text.trim()} />
        )}
      </div>
    </div>
  );
}

const open = (row: ResultRow): void => reveal(row.hit.slug, { offset: placeOf(row) });

function target(key: string, at: number, rows: readonly ResultRow[]): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
  };
  return rows.length === 0 ? null : (steps[key] ?? null);
}

function Nothing({ text }: { readonly text: string }): ReactNode {
  const { head, problem, pending } = useStore(found.state);
  if (problem) {
    return (
      <EmptyState
        title="The search was not answered"
        actions={<Button onClick={() => found.refresh()}>Try again</Button>}
      >
        {problem.message}
      </EmptyState>
    );
  }
  if (text === '') return <Help />;
  if (!head || pending) return null;
  return (
    <EmptyState title="Nothing found">
      {head.complete
        ? 'No brief holds all of this. Fewer words, or a word begun only, find more.'
        : 'The texts are still being read: more may come.'}
    </EmptyState>
  );
}

const HELP: readonly (readonly [example: string, meaning: string])[] = [
  ['flood relief', 'both words, in any order'],
  ['"state of emergency"', 'the words as they stand'],
  ['-draft', 'without the word'],
  ['lens:Right', 'with a take under this lens'],
  ['entity:world-bank', 'links or names the entity'],
  ['outlet:CNN', 'with a take by this outlet'],
  ['type:event', 'of this type'],
  ['head:Climate', 'under this head'],
  ['date:2026-06..2026-08', 'dated in this span; a year, month or day'],
  ['has:finding', 'with findings; has:error with errors'],
];

/** What one can ask for, while nothing is asked. */
function Help(): ReactNode {
  return (
    <div className="sv-help">
      <h3>What one can search for</h3>
      <dl>
        {HELP.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <button type="button" className="sv-example" onClick={() => setText(example, 0)}>
                {example}
              </button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
