import type { GraphScope } from '../../../core/graph/drawing';

/** What a reader chooses to see. */
export const SCOPES = ['around', 'around-2', 'briefs', 'all'] as const;
export type ScopeName = (typeof SCOPES)[number];

export const SCOPE_LABELS: Readonly<Record<ScopeName, string>> = {
  around: 'Around one brief',
  'around-2': 'Around it, two steps',
  briefs: 'All briefs',
  all: 'All briefs and entities',
};

/** What can be seen: without a brief to look around, all of them. */
export function scopeOf(name: ScopeName, slug: string | null): GraphScope {
  const whole = slug === null || name === 'briefs' || name === 'all';
  return whole
    ? { kind: 'whole', entities: name === 'all' }
    : { kind: 'around', slug, depth: name === 'around' ? 1 : 2 };
}

/** One word for one scope: two that are equal have the same. */
export const scopeKey = (scope: GraphScope): string =>
  scope.kind === 'whole'
    ? `whole ${scope.entities ? 'with' : 'without'} entities`
    : `around ${scope.slug} ${scope.depth}`;
