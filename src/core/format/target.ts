import type { Brief, Link } from './brief';
import { isSlug } from './slug';

/** What a link points at, judged by its form alone. */
export type Target =
  | { readonly kind: 'entity'; readonly slug: string }
  | { readonly kind: 'brief'; readonly slug: string }
  | { readonly kind: 'external' }
  | { readonly kind: 'malformed' };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const EXTERNAL: Target = { kind: 'external' };
const MALFORMED: Target = { kind: 'malformed' };

/** Reads `/{prefix}/entity/{slug}` and `/{prefix}/n/{slug}`; an address with a scheme is external. */
export function readTarget(target: string, prefix: string): Target {
  if (prefix !== forms.prefix) forms = formsOf(prefix);
  const { entity, brief } = forms;
  if (target.startsWith(entity)) return ofSlug('entity', target.slice(entity.length));
  if (target.startsWith(brief)) return ofSlug('brief', target.slice(brief.length));
  return SCHEME.test(target) ? EXTERNAL : MALFORMED;
}

// A workspace has one prefix, and its links are many.
let forms = formsOf('');

function formsOf(prefix: string) {
  return { prefix, entity: `/${prefix}/entity/`, brief: `/${prefix}/n/` };
}

/** What a link of a brief points at; a wiki link is a brief's slug. */
export function linkTarget(link: Link, prefix: string): Target {
  if (link.kind === 'inline') return readTarget(link.target.text, prefix);
  return link.closed ? ofSlug('brief', link.target.text) : MALFORMED;
}

/** What the links of a brief point at, in their order. */
export function linkTargets(brief: Brief, prefix: string): readonly Target[] {
  if (last?.brief !== brief || last.prefix !== prefix) {
    const targets: Target[] = [];
    for (const link of brief.links) targets.push(linkTarget(link, prefix));
    last = { brief, prefix, targets };
  }
  return last.targets;
}

// A brief's record and its check ask for the same.
let last: { brief: Brief; prefix: string; targets: readonly Target[] } | null = null;

function ofSlug(kind: 'entity' | 'brief', slug: string): Target {
  return isSlug(slug) ? { kind, slug } : MALFORMED;
}

/** The inline form of a link to an entity or a brief. */
export function targetOf(kind: 'entity' | 'brief', slug: string, prefix: string): string {
  return `/${prefix}/${kind === 'entity' ? 'entity' : 'n'}/${slug}`;
}
