import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dialog } from 'electron';

export interface Boundary {
  /** Keeps an error for a report. */
  readonly report: (error: unknown) => void;
  /** The same, and tells the user, once. */
  readonly fatal: (error: unknown) => void;
}

/** Where errors that nothing else met end up: in `{userData}/log/errors.log` and on the screen. */
export function setBoundary(userData: string): Boundary {
  const folder = join(userData, 'log');
  let isShown = false;
  const report = (error: unknown) => writeLog(folder, error);
  const fatal = (error: unknown) => {
    report(error);
    if (isShown) return;
    isShown = true;
    const detail = `${String(error)}\n\nTyped text is kept. The details are in ${folder}.`;
    dialog.showErrorBox('Something went wrong in Briefwright', detail);
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  return { report, fatal };
}

function writeLog(folder: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(text);
  try {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'errors.log'), `${new Date().toISOString()} ${text}\n`);
  } catch {
    // Where the log can't be written, the console has it.
  }
}
