import { type ReactNode, useEffect } from 'react';
import { useStore } from '../../app/contract';
import { leaving, startDesk } from '../session/desk';
import { LeaveDialog } from './LeaveDialog';

/**
 * What the held texts need for as long as a workspace is open, also where a view stands in the
 * editor's place: they follow their files, and no one leaves without being asked.
 */
export function Leaving(): ReactNode {
  useEffect(startDesk, []);
  const asking = useStore(leaving);
  return asking ? <LeaveDialog {...asking} /> : null;
}
