import type { ReactNode } from 'react';

/** A part of the panel under its heading. */
export function Part(props: {
  readonly title: string;
  /** Null where it is not known yet. */
  readonly count: number | null;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, count, actions, children } = props;
  return (
    <section className="lp-part" aria-label={title}>
      <header className="lp-part-head">
        <h3>
          {title} <span className="lp-count">{count}</span>
        </h3>
        {actions}
      </header>
      {children}
    </section>
  );
}
