import type { ReactNode } from 'react';
import type { GraphModel } from './model';
import { type Glyph, glyphOf } from './picture/nodes';

const NODES: readonly { readonly glyph: Glyph; readonly label: string }[] = [
  { glyph: 'brief', label: 'Brief' },
  { glyph: 'published', label: 'Published brief' },
  { glyph: 'entity', label: 'Entity' },
  { glyph: 'unknown-brief', label: 'Unknown brief' },
  { glyph: 'unknown-entity', label: 'Unknown entity' },
];

const LINES = [
  { state: 'whole', label: 'Link' },
  { state: 'one-way', label: 'One-way' },
  { state: 'broken', label: 'Broken' },
] as const;

/** What the signs of the picture mean; those that it has. */
export function Legend({ model: { nodes, edges } }: { readonly model: GraphModel }) {
  const glyphs = new Set(nodes.map(glyphOf));
  const states = new Set(edges.map(({ state }) => state));
  return (
    <ul className="graph-legend" aria-label="Legend">
      {NODES.filter(({ glyph }) => glyphs.has(glyph)).map(({ glyph, label }) => (
        <Entry key={glyph} label={label}>
          <NodeSign glyph={glyph} />
        </Entry>
      ))}
      {LINES.filter(({ state }) => states.has(state)).map(({ state, label }) => (
        <Entry key={state} label={label}>
          <line className={`graph-line-${state}`} x1="1" y1="8" x2="21" y2="8" />
          {state === 'one-way' ? <path className="graph-arrow" d="M16 8 8 4v8z" /> : null}
        </Entry>
      ))}
    </ul>
  );
}

function Entry({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  );
}

/** As the picture draws it. */
export function NodeSign({ glyph }: { readonly glyph: Glyph }) {
  return (
    <g className={`graph-node-${glyph}`}>
      {glyph.endsWith('entity') ? (
        <rect x="6.5" y="3.5" width="9" height="9" />
      ) : (
        <circle cx="11" cy="8" r="5" />
      )}
      {glyph.startsWith('unknown') ? <path d="m9 6 4 4m0-4-4 4" /> : null}
    </g>
  );
}
