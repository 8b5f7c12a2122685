import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout that these scripts belong to. */
export const CHECKOUT = resolve(import.meta.dirname, '../..');

/**
 * The folder for what all checkouts of this user share.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function userCache(env = process.env) {
  const base = env.XDG_CACHE_HOME;
  // The XDG specification says that a relative value is to be ignored.
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'briefwright');
}
