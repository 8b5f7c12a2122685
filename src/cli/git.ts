import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cannot } from './command';

/**
 * The files of a folder, relative to it, that differ from a git revision: changed, added, deleted,
 * renamed (both names), or not known to git.
 */
export async function changedSince(folder: string, revision: string): Promise<string[]> {
  const top = (await git(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  const base = (
    await git(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
  ).trim();
  const [changed, unknown] = await Promise.all([
    git(folder, ['diff', '--name-only', '--no-renames', '-z', base, '--', '.']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', '.']),
  ]);
  const root = realpathSync(top);
  return [...new Set(`${changed}${unknown}`.split('\0').filter(Boolean))].map((file) =>
    relative(folder, join(root, file)).replaceAll(sep, '/'),
  );
}

async function git(cwd: string, args: readonly string[]): Promise<string> {
  // Most runs start no other program.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 1 << 28, encoding: 'utf8' as const };
    execFile('git', [...args], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const reason = error.code === 'ENOENT' ? 'there is no git here' : stderr.trim();
      try {
        cannot(`git can’t tell what has changed: ${reason}.`);
      } catch (known) {
        reject(known);
      }
    });
  });
}
