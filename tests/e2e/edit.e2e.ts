import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answerDialog, launch, sample, temporaryFolder } from '../support/app';
import { command, field, goTo, item, MOD, open, prose, saveState, SEED, until } from './support';

const PUBLISHED = new URL(`../../resources/sample-workspace/briefs/${SEED}.md`, import.meta.url);

it('edits the published brief, exports what is expected, and undoes it to the last byte', async () => {
  const workspace = await sample();
  const target = await temporaryFolder('export');
  const original = await readFile(PUBLISHED, 'utf8');
  const { app, page, close, pageErrors } = await launch({ workspace });
  await open(page, SEED);

  await addTake(page);
  await moveTake(page);
  await completeEntity(page);
  await fixAll(page);

  await page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(page), 'Saved');
  await answerDialog(app, [target]);
  await page.keyboard.press(`${MOD}+e`);
  await page.getByRole('button', { name: 'Choose export folder…' }).click();
  await page.getByRole('button', { name: 'Write 1 file' }).click();
  const exported = join(target, `ko/n/${SEED}.md`);
  await until(() => readFile(exported, 'utf8').catch(() => null), expected(original));
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Title' }).click();
  for (let steps = 0; steps < 60; steps++) {
    if (await page.getByRole('button', { name: 'Undo' }).isDisabled()) break;
    await page.keyboard.press(`${MOD}+z`);
  }
  await page.keyboard.press(`${MOD}+s`);
  await until(() => readFile(join(workspace, `briefs/${SEED}.md`), 'utf8'), original);
  expect(pageErrors).toEqual([]);
  await close();
});

async function addTake(page: Page) {
  const lens = page.getByRole('region', { name: 'Lens US wire / analytical' });
  await lens.getByRole('button', { name: 'Take', exact: true }).click();
  const outlet = item(page, 'takes[6]').getByRole('combobox', { name: 'Outlet' });
  await until(() => outlet.evaluate((input) => input === input.ownerDocument.activeElement), true);
  await page.keyboard.type('PBS NewsHour');
  await page.keyboard.press('Tab');
  await item(page, 'takes[6]').getByRole('combobox', { name: 'Region' }).fill('United States');
  await page.keyboard.press('Tab');
  await item(page, 'takes[6]').getByRole('combobox', { name: 'Language' }).fill('en');
  await page.keyboard.press('Escape');
  await goTo(page, 'takes[6].summary');
  await page.keyboard.type('Asks what is left to talk about.');
  await item(page, 'takes[6]').getByRole('button', { name: 'Source', exact: true }).click();
  await page.keyboard.type('https://www.pbs.org/newshour/left-to-talk');
}

async function moveTake(page: Page) {
  await item(page, 'takes[2]').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Actions for Take by Al Jazeera' }).click();
  await page.getByRole('menuitem', { name: 'US wire / analytical' }).click();
  await until(
    () => item(page, 'takes[6]').getByRole('combobox', { name: 'Outlet' }).inputValue(),
    'Al Jazeera',
  );
}

async function completeEntity(page: Page) {
  await goTo(page, 'watch[1]');
  await page.keyboard.type(' In @zelen', { delay: 40 });
  await page
    .getByRole('option', { name: /Zelensky/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' terms.');
  await until(
    () => prose(page, 'watch[1]').locator('[title$="/ko/entity/volodymyr-zelensky"]').count(),
    1,
  );
}

async function fixAll(page: Page) {
  await command(page, 'Show findings');
  const findings = page.getByRole('tabpanel', { name: 'Findings' });
  await findings.getByText('Donald Trump is linked here').click();
  await findings.getByRole('button', { name: 'Add Donald Trump to Entities' }).click();
  await field(page, 'entities').getByText('Donald Trump').waitFor();
}

/** The published text with just these changes. */
function expected(original: string): string {
  const take = original.slice(
    original.indexOf('- **Al Jazeera**'),
    original.indexOf('- **Wikipedia'),
  );
  return original
    .replace('7 takes', '8 takes')
    .replace(take, '')
    .replace(
      '\n\n### pro-Ukraine',
      `\n- **PBS NewsHour** (United States, en) — Asks what is left to talk about.\n  Source: https://www.pbs.org/newshour/left-to-talk\n${take.trimEnd()}\n\n### pro-Ukraine`,
    )
    .replace(
      "a leaders' meeting.",
      "a leaders' meeting. In [Volodymyr Zelensky](/ko/entity/volodymyr-zelensky) terms.",
    )
    .replace('Ukraine, Volodymyr Zelensky\n', 'Ukraine, Volodymyr Zelensky, Donald Trump\n');
}
