import { parentPort, workerData } from 'node:worker_threads';
import type { HelperStart } from './helper';
import { Keeper } from './keeper';
import { Share } from './share';

/** A thread that reads and checks part of a workspace's briefs, for who reads the others. */
function help({ root, around, slugs, published, share }: HelperStart): void {
  const keeper = new Keeper(root, around, { read: false, write: false });
  const helped = keeper.readShare(slugs, published, new Share(slugs.length, share));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(helped, [helped.bytes.buffer as ArrayBuffer]);
}

help(workerData as HelperStart);
