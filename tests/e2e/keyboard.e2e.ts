import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launch, sample } from '../support/app';
import { command, goTo, item, MOD, open, prose, saveState, SEED, shown, until } from './support';

it('a brief is found, opened, rearranged and mended without a pointer', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  const file = join(workspace, `briefs/${SEED}.md`);

  await page.keyboard.press(`${MOD}+p`);
  await page.keyboard.type('rebuffs', { delay: 30 });
  await page.getByRole('option', { name: /Putin rebuffs/ }).waitFor();
  await page.keyboard.press('Enter');
  await shown(page, SEED);

  // To the next finding, which stands at a link that covers part of a word; then to the one with a fix.
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await page.keyboard.press(`${MOD}+.`);
  await page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(page), 'Saved');
  await until(
    async () => (await readFile(file, 'utf8')).includes('Volodymyr Zelensky, Donald Trump\n'),
    true,
  );

  const outlet = (path: string) => item(page, path).getByRole('combobox', { name: 'Outlet' });
  await outlet('takes[3]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await until(
    () => outlet('takes[2]').inputValue(),
    'Wikipedia (Peace negotiations in the Russo-Ukrainian war)',
  );
  expect(await page.locator('[aria-live=polite]').allInnerTexts()).toContain(
    'Take moved to 3 of 5 in unlabelled',
  );

  // One undo takes the move back, wherever the focus is.
  await page.keyboard.press(`${MOD}+z`);
  await until(() => outlet('takes[2]').inputValue(), 'Al Jazeera');

  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(
    async () =>
      (await page.getByRole('option', { selected: true }).getAttribute('data-slug')) !== SEED,
    true,
  );
  expect(pageErrors).toEqual([]);
  await close();
});

it('the caret is where it was, once a dialog is closed', async () => {
  const { page, close } = await launch({ workspace: await sample() });
  await open(page, SEED);
  await goTo(page, 'why');
  for (const keys of [`${MOD}+k`, `${MOD}+p`, `${MOD}+n`, 'F2', `${MOD}+,`]) {
    await page.keyboard.press(keys);
    await page.locator('.ui-dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.ui-dialog').waitFor({ state: 'detached' });
  }
  // One dialog may follow another.
  await command(page, 'About Briefwright');
  await page.getByRole('dialog', { name: 'Briefwright' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ui-dialog').waitFor({ state: 'detached' });
  await page.keyboard.type('Here again.');
  await until(async () => (await prose(page, 'why').innerText()).endsWith('Here again.'), true);
  await close();
});

it('the caret is in the brief that is opened, by its name and from a view', async () => {
  const { page, close } = await launch({ workspace: await sample() });
  const focused = page.locator('[data-pane="editor"] [data-field] :focus');
  await open(page, 'hormuz-war-risk-premiums');
  await goTo(page, 'why');
  await page.keyboard.press(`${MOD}+p`);
  await page.keyboard.type('rebuffs');
  await page.getByRole('option', { name: /Putin rebuffs/ }).waitFor();
  await page.keyboard.press('Enter');
  await shown(page, SEED);
  await focused.waitFor();
  await command(page, 'Lens balance');
  await page.locator('[data-view="balance"]:focus').waitFor();
  await command(page, 'Back to the brief');
  await focused.waitFor();
  await close();
});

it.skipIf(process.platform === 'darwin')(
  'the menu key opens the menu of the active row, there',
  async () => {
    const { page, close } = await launch({ workspace: await sample() });
    await page.getByRole('listbox', { name: 'Briefs' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    const first = page.getByRole('menuitem').first();
    await first.waitFor();
    const [menu, second] = await Promise.all([
      first.boundingBox(),
      page.locator('#brief-list [role=option]').nth(1).boundingBox(),
    ]);
    if (!menu || !second) throw new Error('The menu or the row is not drawn');
    expect(menu.y - second.y).toBeGreaterThan(0);
    expect(menu.y - second.y).toBeLessThan(2 * second.height);
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await until(
      () => page.locator('#brief-list').getAttribute('aria-activedescendant'),
      await page.locator('#brief-list [role=option]').nth(2).getAttribute('id'),
    );
    await close();
  },
);
