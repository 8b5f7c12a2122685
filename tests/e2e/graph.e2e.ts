import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launch, sample } from '../support/app';
import { command, goTo, MOD, open, prose, SEED, shown, until } from './support';

const view = (page: Page, name: string) => page.locator(`[data-view="${name}"]`);
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });

/** Every file of the briefs and registries, by its path. */
async function filesOf(workspace: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const folder of ['briefs', 'registry']) {
    for (const name of await readdir(join(workspace, folder))) {
      files[`${folder}/${name}`] = await readFile(join(workspace, folder, name), 'utf8');
    }
  }
  return files;
}

it('renames a brief with unsaved text, so that no link breaks, and takes all back', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  await open(page, SEED);
  const before = await filesOf(workspace);
  await goTo(page, 'summary');
  await page.keyboard.type(' A last word.');
  await page.keyboard.press('F2');
  await button(page, 'Show changes…').waitFor();
  await page.keyboard.type('talks-rebuffed');
  await button(page, 'Show changes…').click();
  await button(page, 'Rename').click();
  await shown(page, 'talks-rebuffed');
  await until(() => existsSync(join(workspace, `briefs/${SEED}.md`)), false);
  const after = await filesOf(workspace);
  expect(after['briefs/talks-rebuffed.md']).toContain('A last word.');
  expect(JSON.stringify(after)).not.toContain(SEED);
  await until(
    async () => (await prose(page, 'summary').innerText()).includes('A last word.'),
    true,
  );
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await until(
    async () => (await filesOf(workspace))[`briefs/${SEED}.md`]?.replace(' A last word.', ''),
    before[`briefs/${SEED}.md`],
  );
  const others = ([name]: [string, string]) => name !== `briefs/${SEED}.md`;
  expect(Object.entries(await filesOf(workspace)).filter(others)).toEqual(
    Object.entries(before).filter(others),
  );
  expect(pageErrors).toEqual([]);
  await close();
});

it('mends all findings of a rule over many briefs, and takes it back as one step', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  const before = await filesOf(workspace);
  await command(page, 'Findings of the workspace');
  await view(page, 'findings').getByText('Linked entity not listed').first().waitFor();
  await view(page, 'findings')
    .getByRole('button', { name: /^Fix all: Linked entity not listed/ })
    .click();
  await button(page, 'Fix all').click();
  await until(async () => {
    const now = await filesOf(workspace);
    return Object.keys(before).filter((file) => now[file] !== before[file]);
  }, [`briefs/${SEED}.md`]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await command(page, 'Undo last change to many files…');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^(Undo|Take)/ })
    .click();
  await until(() => filesOf(workspace), before);
  expect(pageErrors).toEqual([]);
  await close();
});

it('waives a finding with a reason, and takes that back', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  await command(page, 'Findings of the workspace');
  const findings = view(page, 'findings');
  const row = findings.getByRole('row').filter({ hasText: 'holds no take' });
  const actions = async () => {
    await row.hover();
    await row.getByRole('button', { name: /^Actions/ }).click();
  };
  await actions();
  await page.getByRole('menuitem', { name: 'Waive…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('A take is on its way');
  await page.getByRole('dialog').getByLabel('Decided by').fill('Ada');
  await button(page, 'Waive').click();
  await row.waitFor({ state: 'detached' });
  const waivers = JSON.parse(await readFile(join(workspace, 'registry/waivers.json'), 'utf8'));
  expect(waivers).toMatchObject([{ rule: 'take/lens-empty', by: 'Ada' }]);
  await findings.getByRole('combobox', { name: 'Waived findings' }).click();
  await page.getByRole('option', { name: 'Only waived' }).click();
  await findings.getByText('A take is on its way').waitFor();
  await actions();
  await page.getByRole('menuitem', { name: 'Change or end the waiver…' }).click();
  await page.locator('[role=dialog] .waive-back').click();
  await row.waitFor({ state: 'detached' });
  expect(await readFile(join(workspace, 'registry/waivers.json'), 'utf8')).toBe('[]\n');
  await close();
  expect(pageErrors).toEqual([]);
});

it('searches as one types, and opens the brief at the place', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  await page.keyboard.press(`${MOD}+Shift+f`);
  await view(page, 'search').locator('input:focus').waitFor();
  await page.keyboard.type('anchorage outlet:CNN');
  await view(page, 'search').locator('mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await shown(page, SEED);
  await close();
  expect(pageErrors).toEqual([]);
});
