import type { ReactNode } from 'react';
import { readTarget, type Target } from '../../../core/format/target';
import { isSlug } from '../../../core/format/slug';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { useKnowledge } from '../session/knowledge';

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
    const entity = knowledge.entities.get(read.slug);
    return entity
      ? { kind: 'entity', title: entity.kind ? `${entity.name}, ${entity.kind}` : entity.name }
      : { kind: 'broken', title: `No entity has the slug ${read.slug}` };
  }
  const brief = knowledge.briefs.get(read.slug);
  return brief
    ? { kind: 'brief', title: brief.title }
    : { kind: 'broken', title: `No brief has the slug ${read.slug}` };
}

export function PreviewLink(props: {
  readonly target: string;
  /** Written as `[[slug]]`. */
  readonly wiki?: boolean;
  readonly children?: ReactNode;
}) {
  const { target, wiki = false, children } = props;
  const look = lookOf(target, wiki, useKnowledge());
  const external = look.kind === 'external' && /^https?:/i.test(target) ? target : undefined;
  return (
    <a
      className={`pv-link pv-link-${look.kind}`}
      // The page goes nowhere: the preview takes the click.
      href={external ?? `#${target}`}
      title={look.title}
      data-external={external}
      draggable={false}
    >
      {children ?? (look.kind === 'broken' ? target : look.title)}
      {look.kind === 'broken' ? <span className="ui-hidden"> (broken link)</span> : null}
    </a>
  );
}
