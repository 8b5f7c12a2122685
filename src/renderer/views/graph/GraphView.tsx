import type { ReactNode } from 'react';
import type { ViewProps } from '../props';

export function GraphView({ wish }: ViewProps): ReactNode {
  return <h2>{wish}</h2>;
}
