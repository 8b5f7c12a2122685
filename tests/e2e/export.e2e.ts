import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerDialog, launch, sample, temporaryFolder } from '../support/app';
import { makeReadOnly, MOD, open, SEED, until } from './support';

it('exports an untouched brief as its bytes, and asks before it overwrites others’ changes', async () => {
  const workspace = await sample();
  const target = await temporaryFolder('export');
  const { app, page, close } = await launch({ workspace });
  await open(page, SEED);
  await answerDialog(app, [target]);
  await page.keyboard.press(`${MOD}+e`);
  await page.getByRole('button', { name: 'Choose export folder…' }).click();
  await page.getByRole('button', { name: 'Write 1 file' }).click();
  const exported = join(target, `ko/n/${SEED}.md`);
  const bytes = await readFile(join(workspace, `briefs/${SEED}.md`));
  await until(() => readFile(exported).catch(() => null), bytes);
  await page.keyboard.press('Escape');

  await writeFile(exported, 'Someone else was here');
  await page.keyboard.press(`${MOD}+e`);
  const dialog = page.getByRole('dialog', { name: 'Export brief' });
  await dialog
    .getByText(/Changed (by someone else|outside|there)/i)
    .first()
    .waitFor();
  expect(await readFile(exported, 'utf8')).toBe('Someone else was here');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Write 1 file' }).click();
  await until(() => readFile(exported), bytes);
  await close();
});

it('leaves nothing half-written when the folder turns read-only', async () => {
  const workspace = await sample();
  const target = await temporaryFolder('export');
  const { app, page, close } = await launch({ workspace });
  await open(page, SEED);
  await answerDialog(app, [target]);
  await page.keyboard.press(`${MOD}+Shift+e`);
  await page.getByRole('button', { name: 'Choose export folder…' }).click();
  const write = page.getByRole('button', { name: /^Write \d+ files$/ });
  await write.waitFor();
  const writable = await makeReadOnly(target);
  try {
    await write.click();
    await page
      .getByRole('alert')
      .filter({ hasText: /read-only|not be written|permission/i })
      .first()
      .waitFor();
    expect(await readdir(target)).toEqual([]);
  } finally {
    await writable();
  }
  // The same plan goes through once the folder can be written to.
  await page.getByRole('button', { name: 'Try again' }).click();
  await write.click();
  await until(
    async () =>
      (await readdir(join(target, 'ko/n')).catch((): string[] => [])).includes(`${SEED}.md`),
    true,
  );
  await close();
});
