import { join } from 'node:path';
import type { Context } from '../calls/context';
import { keepReceipt } from './receipts';
import { recover } from '../../disk/change/transaction';

export function underwayFile(userData: string): string {
  return join(userData, 'exports', 'underway.json');
}

/** Ends an export that a crash has cut short: puts everything back, or notes that it was done. */
export async function recoverExports({ disk, userData, shelves }: Context): Promise<void> {
  const done = await recover(disk, underwayFile(userData));
  if (done) await keepReceipt(shelves, done);
}
