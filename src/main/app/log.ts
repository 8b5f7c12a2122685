import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps what went wrong in `{userData}/log/errors.log`, for a report. */
export function logError(userData: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(text);
  try {
    const folder = join(userData, 'log');
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'errors.log'), `${new Date().toISOString()} ${text}\n`);
  } catch {
    // Where the log can't be written, the console has it.
  }
}
