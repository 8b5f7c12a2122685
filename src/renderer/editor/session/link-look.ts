import { isSlug } from '../../../core/format/slug';
import { readTarget, type Target } from '../../../core/format/target';
import type { Knowledge } from '../../../core/workspace/knowledge';

export interface LinkLook {
  readonly kind: 'entity' | 'brief' | 'external' | 'broken';
  /** What is behind the link, in words. */
  readonly title: string;
}

/** What a reader finds behind a link. */
export function lookOf(target: string, wiki: boolean, knowledge: Knowledge): LinkLook {
  const read: Target = wiki
    ? isSlug(target)
      ? { kind: 'brief', slug: target }
      : { kind: 'malformed' }
    : readTarget(target, knowledge.settings.prefix);
  if (read.kind === 'external') return { kind: 'external', title: target };
  if (read.kind === 'malformed') return { kind: 'broken', title: `Not a link: ${target}` };
  if (read.kind === 'entity') {
    const { entities } = knowledge;
    const entity = entities.get(read.slug);
    if (!entity && entities.isUnread) return { kind: 'entity', title: read.slug };
    return entity
      ? { kind: 'entity', title: entity.kind ? `${entity.name}, ${entity.kind}` : entity.name }
      : { kind: 'broken', title: `No entity has the slug ${read.slug}` };
  }
  const brief = knowledge.briefs.get(read.slug);
  return brief
    ? { kind: 'brief', title: brief.title }
    : { kind: 'broken', title: `No brief has the slug ${read.slug}` };
}
