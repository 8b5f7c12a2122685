import type { ReactNode } from 'react';
import type { ViewProps } from '../props';

export function SearchView({ wish }: ViewProps): ReactNode {
  return <h2>{wish}</h2>;
}
