import {
  type BriefItem,
  briefItems,
  createMatcher,
  type EntityItem,
  entityItems,
  type Match,
  type Matcher,
} from '../../../core/complete';
import type { Brief } from '../../../core/format/brief';
import { linkTarget } from '../../../core/format/target';
import type { BriefIndex } from '../../../core/workspace/briefs';
import type { EntityIndex } from '../../../core/workspace/entities';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { entityUses } from '../../app/contract';
import { createStore } from '../../app/store';
import type { Suggestion } from '../../ui/suggestions';

/** More than a person reads. */
export const MOST = 50;

type AllUses = ReturnType<typeof entityUses>;
/** How much entities are used, as it was told last; and what of that a matcher has read. */
export const toldUses = createStore<AllUses>({});
export const readUses = new WeakMap<Matcher<EntityItem>, AllUses>();

const entityMatchers = latest(({ all }: EntityIndex) => createMatcher(entityItems(all)));
const briefReaders = latest(({ all }: BriefIndex) => new BriefReader(all));

/** Made once for a registry: it reads every name. */
export function entityMatcher({ entities }: Knowledge): Matcher<EntityItem> {
  return entityMatchers(entities);
}

export function briefMatcher({ briefs }: Knowledge): Matcher<BriefItem> {
  return briefReaders(briefs).matcher;
}

/** Reads up to so many more briefs, then names of them, ahead of a query; true when all are read. */
export const readBriefs = ({ briefs }: Knowledge, count: number): boolean =>
  briefReaders(briefs).read(count);

/** Makes a matcher of thousands of briefs in steps. */
class BriefReader {
  readonly #rest: Iterator<BriefItem['brief']>;
  readonly #items: BriefItem[] = [];
  #matcher: Matcher<BriefItem> | null = null;

  constructor(briefs: Iterable<BriefItem['brief']>) {
    this.#rest = briefs[Symbol.iterator]();
  }

  get matcher(): Matcher<BriefItem> {
    this.#read(Infinity);
    this.#matcher ??= createMatcher(this.#items);
    return this.#matcher;
  }

  read(count: number): boolean {
    if (!this.#matcher && !this.#read(count)) return false;
    return this.matcher.read(count);
  }

  #read(count: number): boolean {
    for (let left = count; left > 0; left--) {
      const next = this.#rest.next();
      if (next.done) return true;
      this.#items.push(...briefItems([next.value]));
    }
    return false;
  }
}

/** Keeps what was made last: one for an index that is no more would be as large. */
function latest<K extends object, V>(make: (key: K) => V): (key: K) => V {
  let known: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (known?.key !== key) known = { key, value: make(key) };
    return known.value;
  };
}

export function matchEntities(
  knowledge: Knowledge,
  query: string,
  brief?: Brief,
): Match<EntityItem>[] {
  const here = new Map<string, number>();
  for (const link of brief?.links ?? []) {
    const target = linkTarget(link, knowledge.settings.prefix);
    if (target.kind === 'entity') here.set(target.slug, (here.get(target.slug) ?? 0) + 1);
  }
  const matcher = entityMatcher(knowledge);
  const told = entityUses();
  toldUses.set(told);
  // New ones come a hundred thousand at a time: no key waits for them to be read.
  const uses = { here, workspace: readUses.get(matcher) ?? told };
  return matcher.match(query, { limit: MOST, uses });
}

export function matchBriefs(knowledge: Knowledge, query: string, except: string): BriefItem[] {
  return briefMatcher(knowledge)
    .match(query, { limit: MOST + 1 })
    .map(({ item }) => item)
    .filter(({ brief }) => brief.slug !== except)
    .slice(0, MOST);
}

export const suggestBriefs = (knowledge: Knowledge, query: string, except: string): Suggestion[] =>
  matchBriefs(knowledge, query, except).map(({ brief }) => ({
    value: brief.slug,
    label: brief.title || brief.slug,
    detail: brief.slug,
  }));

/** Entities by name, for the Entities line. */
export const suggestEntityNames = (knowledge: Knowledge, query: string): Suggestion[] =>
  matchEntities(knowledge, query).map(({ item }) => ({
    value: item.entity.name,
    detail: item.entity.kind ?? item.entity.slug,
  }));
