import type { Calls } from '../../bridge/contract';
import { failed } from '../../disk/files/problem';
import { type Context, inSession } from './context';

type ChangeCalls = Pick<Calls, 'planChange' | 'runChange' | 'undoChange'>;

export function changeCalls(context: Context): ChangeCalls {
  const unread = () =>
    inSession(context, async () =>
      failed('not-found', 'The workspace is still being read. Try again in a moment.'),
    );
  return { planChange: unread, runChange: unread, undoChange: unread };
}
