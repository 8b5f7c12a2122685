import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it } from 'vitest';
import { launch, sample, temporaryFolder } from '../support/app';
import { goTo, MOD, open, prose, saveState, SEED, until } from './support';

const file = (workspace: string) => join(workspace, `briefs/${SEED}.md`);

it('gets back what was typed when the process is killed', async () => {
  const workspace = await sample();
  const userData = await temporaryFolder('user');
  const original = await readFile(file(workspace), 'utf8');
  const first = await launch({ workspace, userData });
  await open(first.page, SEED);
  // Else a save might come before the end: then there is nothing to get back.
  await fillDisk(first.app);
  await goTo(first.page, 'why');
  await first.page.keyboard.insertText(' Nothing of this was saved');
  await until(() => isInJournal(userData, 'Nothing of this was saved'), true);
  await first.kill();
  expect(await readFile(file(workspace), 'utf8')).toBe(original);

  // What was open last is open again.
  const second = await launch({ workspace, userData });
  const dialog = second.page.getByRole('dialog');
  await dialog.getByText('Nothing of this was saved').first().waitFor();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await until(
    async () =>
      (await prose(second.page, 'why').innerText()).includes('ground. Nothing of this was saved'),
    true,
  );
  await second.page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(second.page), 'Saved');
  expect(await readFile(file(workspace), 'utf8')).toContain('ground. Nothing of this was saved');

  // Restoring is one edit: undone, the file is as it was.
  await goTo(second.page, 'why');
  await second.page.keyboard.press(`${MOD}+z`);
  await second.page.keyboard.press(`${MOD}+s`);
  await until(() => readFile(file(workspace), 'utf8'), original);
  expect(second.pageErrors).toEqual([]);
  await second.close();
});

it('gets back what was typed when the page alone is lost', async () => {
  const workspace = await sample();
  const userData = await temporaryFolder('user');
  const { app, page, close } = await launch({ workspace, userData });
  await open(page, SEED);
  await fillDisk(app);
  await goTo(page, 'why');
  await page.keyboard.insertText(' Nothing of this was saved');
  await until(() => isInJournal(userData, 'Nothing of this was saved'), true);
  // As after a crash of the page, which is then loaded anew.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing of this was saved').first().waitFor();
  await close();
});

/** From now on no brief can be written. @returns frees the disk again */
async function fillDisk(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(() => {
    const { promises } = process.getBuiltinModule('node:fs');
    const { rename } = promises;
    const full = async (from: string, to: string): Promise<void> => {
      if (!/[/\\]briefs[/\\]/.test(to)) return rename(from, to);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    promises.rename = Object.assign(full, { rename }) as typeof rename;
  });
  return () =>
    app.evaluate(() => {
      const { promises } = process.getBuiltinModule('node:fs');
      const full = promises.rename as typeof promises.rename & { rename: typeof promises.rename };
      promises.rename = full.rename;
    });
}

/** Whether typed text has reached the app's own folder. */
async function isInJournal(userData: string, text: string): Promise<boolean> {
  const folder = join(userData, 'journal');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const texts = names.map((name) => readFile(join(folder, name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).some((one) => one.includes(text));
}

it('takes over a change from outside while nothing is unsaved', async () => {
  const workspace = await sample();
  const { page, close } = await launch({ workspace });
  await open(page, SEED);
  const original = await readFile(file(workspace), 'utf8');
  await writeFile(file(workspace), original.replace('By accepting only', 'In accepting only'));
  await until(
    async () => (await prose(page, 'why').innerText()).startsWith('In accepting only'),
    true,
  );
  await until(() => saveState(page), 'Saved');
  await close();
});

it('asks, field by field, when the file changes under unsaved text', async () => {
  const workspace = await sample();
  const { app, page, close } = await launch({ workspace });
  await open(page, SEED);
  const original = await readFile(file(workspace), 'utf8');
  // Else a save might come before the change: then there is nothing to ask.
  const freeDisk = await fillDisk(app);
  await goTo(page, 'why');
  await page.keyboard.type(' Mine.');
  await writeFile(
    file(workspace),
    original
      .replace('By accepting only', 'In accepting only')
      .replace('# Putin', '# Theirs: Putin'),
  );
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByText('Why it matters').first().waitFor();

  await freeDisk();
  await dialog.getByRole('button', { name: 'Use these' }).click();
  await page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(page), 'Saved');
  const merged = await readFile(file(workspace), 'utf8');
  expect(merged).toContain('ground. Mine.');
  expect(merged).toContain('# Theirs: Putin');
  await close();
});
