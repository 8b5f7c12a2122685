import { shell } from 'electron';
import type { Done, Failed } from '../../bridge/types';
import { failed } from '../../disk/files/problem';
import { checkAddress } from './address';

/** Opens an address in the system's browser, if it is one of the web. */
export async function openExternal(address: string): Promise<Done | Failed> {
  const url = checkAddress(address);
  if (!url) return failed('not-valid', 'Only web addresses (http and https) can be opened.');
  try {
    await shell.openExternal(url);
    return { kind: 'done' };
  } catch {
    return failed('io', 'The browser could not be opened. Copy the address and open it there.');
  }
}
