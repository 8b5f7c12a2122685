import { resolve } from 'node:path';

/**
 * The workspace that a command line names; null where it names none.
 * @param argv as Electron gives it: the program, its switches, when not packaged the app's folder,
 *   then the app's own arguments
 */
export function startPath(
  argv: readonly string[],
  options: { readonly isPackaged: boolean; readonly appPath: string; readonly cwd: string },
): string | null {
  const names = argv.slice(1).filter((argument) => !argument.startsWith('-') && argument !== '');
  const paths = names.map((name) => resolve(options.cwd, name));
  const app = options.isPackaged ? -1 : paths.indexOf(resolve(options.appPath));
  const first = options.isPackaged ? 0 : Math.max(app, 0) + 1;
  return paths[first] ?? null;
}
