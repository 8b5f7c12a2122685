import type { Failed, Problem } from '../../bridge/types';
import type { Desk } from '../desk/desk';
import type { Disk } from '../../disk/files/disk';
import type { Queues } from '../../disk/files/queue';
import type { Shelves } from '../stores/shelves';
import type { Session } from '../workspace/session';
import type { Host } from './host';

/** What the answers to the page's calls are made with. */
export interface Context {
  readonly disk: Disk;
  readonly userData: string;
  readonly desk: Desk;
  readonly shelves: Shelves;
  readonly host: Host;
  /** One export at a time, also the one that a crash has cut short. */
  readonly exports: Queues;
  /** The folder of the sample workspace that comes with the app. */
  readonly sample: string;
}

export const DONE = { kind: 'done' } as const;

const CLOSED: Problem = {
  code: 'not-a-workspace',
  message: 'No workspace is open. Open one and try again.',
};

/** Does something with the open workspace. */
export async function inSession<T>(
  { desk }: Context,
  work: (session: Session) => Promise<T>,
): Promise<T | Failed> {
  return desk.session ? work(desk.session) : { kind: 'problem', problem: CLOSED };
}
