import { type RuleId, RULE_IDS, type Severity } from '../../../core/check/finding';
import type { FindingsPage, FindingsQuery, FoundFinding } from '../../../core/graph/findings';
import { bridge } from '../../app/bridge';
import { createStore } from '../../app/store';
import { onOtherWorkspace } from '../other-workspace';
import { Paged } from '../paged';

/** What the view narrows by, and its order. */
export interface Filters {
  readonly text: string;
  readonly rules: readonly RuleId[];
  readonly severities: readonly Severity[];
  readonly waived: FindingsQuery['waived'];
  readonly order: FindingsQuery['order'];
}

export const NO_FILTERS: Filters = {
  text: '',
  rules: [],
  severities: [],
  waived: 'without',
  order: 'brief',
};

export const isNarrowed = ({ text, rules, severities, waived }: Filters): boolean =>
  text.trim() !== '' || rules.length + severities.length > 0 || waived !== 'without';

/** Kept while the app runs: one comes back from a brief to the same list. */
export const filtersStore = createStore<Filters>(NO_FILTERS);
/** The place of the active row; -1 for none. */
export const activeStore = createStore(-1);

export const found = new Paged<Filters, FindingsPage, FoundFinding>({
  size: 200,
  ask: (filters, offset, limit) =>
    bridge.findings({ ...filters, text: filters.text.trim(), slugs: null, offset, limit }),
  itemsOf: (page) => page.items,
});

/** A pause in typing that is long enough to ask (milliseconds). */
const PAUSE = 80;

/** The same finding after something has changed: not by its offset, which moves. */
const isSame = (a: FoundFinding, b: FoundFinding): boolean =>
  a.slug === b.slug && a.rule === b.rule && a.message === b.message;

let before = found.state.get().items;

// The active row stays with its finding; where that is gone, the next one takes its place.
found.state.subscribe(() => {
  const { items } = found.state.get();
  if (items === before) return;
  const at = activeStore.get();
  const active = before.get(at);
  before = items;
  const now = items.get(at);
  if (!active || (now && isSame(active, now))) return;
  const places = [...items.entries()]
    .filter(([, item]) => isSame(item, active))
    .map(([index]) => index);
  const nearest = places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
  if (nearest !== undefined) activeStore.set(nearest);
});

export function setFilters(change: Partial<Filters>): void {
  activeStore.set(-1);
  filtersStore.update((filters) => ({ ...filters, ...change }));
  found.ask(filtersStore.get(), change.text === undefined ? 0 : PAUSE);
}

/** Asks what is to be shown first: what was there before, or what the view was asked for. */
export function begin(wish: string | null): void {
  const rule = RULE_IDS.find((id) => id === wish);
  if (rule) setFilters({ ...NO_FILTERS, rules: [rule] });
  else if (found.isAsked) found.refresh();
  else setFilters(NO_FILTERS);
}

onOtherWorkspace(() => {
  found.clear();
  filtersStore.set(NO_FILTERS);
  activeStore.set(-1);
});

export const toggled = <T>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
