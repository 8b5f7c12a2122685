import type { ReactNode } from 'react';
import { useKnowledge } from '../session/knowledge';
import { type LinkLook, lookOf } from '../session/link-look';

export function PreviewLink(props: {
  readonly target: string;
  /** Written as `[[slug]]`. */
  readonly wiki?: boolean;
  readonly children?: ReactNode;
}) {
  const { target, wiki = false, children } = props;
  const written = useKnowledge((knowledge) => JSON.stringify(lookOf(target, wiki, knowledge)));
  const look = JSON.parse(written) as LinkLook;
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
