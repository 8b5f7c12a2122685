import type { ReactNode } from 'react';
import type { ViewProps } from '../props';

export function OutletsView({ wish }: ViewProps): ReactNode {
  return <h2>{wish}</h2>;
}
