import type { Shelves } from '../stores/shelves';
import { receiptOf, type Underway } from '../../disk/change/steps';

/** Remembers what was exported, so that a later change by someone else is seen. */
export async function keepReceipt(shelves: Shelves, done: Underway): Promise<void> {
  const receipt = receiptOf(done);
  await shelves.receipts.update((all) => ({
    ...all,
    [done.place]: { ...all[done.place], ...receipt },
  }));
}
