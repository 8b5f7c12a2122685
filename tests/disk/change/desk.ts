import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../temporary';
import { OLD } from './texts';

/** A workspace as it was before the change, and nothing else in its folder. */
export async function fresh(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await fill(root, OLD);
}

/** All files of the workspace but this machine's own. */
export async function filesOf(root: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.startsWith('.briefwright')) {
      files[path] = await readFile(join(root, path), 'utf8');
    }
  }
  return files;
}

/** What is left in the folder of this machine, but for what git needs and what this process left half-written. */
export async function ownFiles(root: string): Promise<string[]> {
  const names = await readdir(join(root, '.briefwright')).catch(() => []);
  return names
    .filter((name) => name !== '.gitignore' && !name.startsWith(`.briefwright-${process.pid}-`))
    .map((name) => name.replace(/-.*\./, '-….'));
}
