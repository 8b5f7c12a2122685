import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launch, sample, temporaryFolder } from '../support/app';
import { command, goTo, MOD, open, prose, row, SEED, shown, until } from './support';

const view = (page: Page, name: string) => page.locator(`[data-view="${name}"]`);
/** A button of a dialog that can be pressed: one that goes ahead waits for the plan. */
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true, disabled: false });

/** Every file of the briefs and registries, by its path, but for what is half written. */
async function filesOf(workspace: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const folder of ['briefs', 'registry']) {
    for (const name of await readdir(join(workspace, folder))) {
      if (name.startsWith('.')) continue;
      const text = await readFile(join(workspace, folder, name), 'utf8').catch(() => null);
      if (text !== null) files[`${folder}/${name}`] = text;
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
  const others = (files: Record<string, string>) =>
    Object.entries(files).filter(([name]) => name !== `briefs/${SEED}.md`);
  await until(async () => others(await filesOf(workspace)), others(before));
  await shown(page, SEED);
  expect(pageErrors).toEqual([]);
  await close();
});

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** Takes the last change to many files back, or does it again, by the palette and keys alone. */
async function step(page: Page, way: 'Undo' | 'Redo'): Promise<void> {
  await command(page, `${way} last change to many files…`);
  await page.getByRole('alertdialog').getByText('Rename the brief').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

it('follows a renamed brief back after a restart, and forth again', async () => {
  const workspace = await sample();
  const userData = await temporaryFolder('user');
  const before = await filesOf(workspace);
  const first = await launch({ workspace, userData });
  await open(first.page, SEED);
  await first.page.keyboard.press('F2');
  await button(first.page, 'Show changes…').waitFor();
  await first.page.keyboard.type('talks-rebuffed');
  await first.page.keyboard.press('Enter');
  await button(first.page, 'Rename').waitFor();
  await first.page.keyboard.press('Enter');
  await shown(first.page, 'talks-rebuffed');
  await until(async () => JSON.stringify(await filesOf(workspace)).includes(SEED), false);
  const after = await filesOf(workspace);
  await first.close();

  const { page, close, pageErrors } = await launch({ workspace, userData });
  await shown(page, 'talks-rebuffed');
  await step(page, 'Undo');
  await shown(page, SEED);
  await until(() => filesOf(workspace), before);
  await step(page, 'Redo');
  await shown(page, 'talks-rebuffed');
  await until(() => filesOf(workspace), after);
  // What was typed since is not written over.
  await writeFile(join(workspace, 'briefs/talks-rebuffed.md'), '# Other\n');
  await step(page, 'Undo');
  await notices(page).getByText('talks-rebuffed.md was changed since').waitFor();
  expect(pageErrors).toEqual([]);
  await close();
});

it('deletes several briefs by keys and by one plan, and takes it back', async () => {
  const workspace = await sample();
  const { page, close, pageErrors } = await launch({ workspace });
  const before = await filesOf(workspace);
  await open(page, SEED);
  await page.keyboard.press('F6');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  const briefs = Object.keys(before).filter((file) => file.startsWith('briefs/')).length;
  const dialog = page.getByRole('dialog', { name: `Delete ${briefs} briefs?` });
  await dialog.getByText(`${briefs} files`).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await row(page, SEED).click();
  await row(page, 'hormuz-war-risk-premiums').click({ modifiers: [MOD] });
  await page.keyboard.press('Delete');
  await page
    .getByRole('dialog')
    .getByText(/links? to them\.$/)
    .waitFor();
  await button(page, 'Delete').click();
  await until(() => existsSync(join(workspace, `briefs/${SEED}.md`)), false);
  await until(async () => JSON.stringify(await filesOf(workspace)).includes(`[[${SEED}]]`), false);
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await until(() => filesOf(workspace), before);
  await notices(page).getByRole('button', { name: 'Redo' }).click();
  await until(() => existsSync(join(workspace, `briefs/${SEED}.md`)), false);
  await notices(page).getByText('The change was done again.').waitFor();
  expect(pageErrors).toEqual([]);
  await close();
});

it('merges outlets that are duplicates', async () => {
  const workspace = await sample();
  const registry = join(workspace, 'registry/outlets.json');
  const known = await readFile(registry, 'utf8');
  await writeFile(registry, known.replace('[\n', '[\n  {"name": "Cnn", "domains": ["cnn.co"]},\n'));
  const brief = join(workspace, `briefs/${SEED}.md`);
  const text = await readFile(brief, 'utf8');
  await writeFile(brief, text.replace('- **CNN**', '- **Cnn**'));
  const { page, close, pageErrors } = await launch({ workspace });
  await command(page, 'Outlets');
  await view(page, 'outlets').getByRole('button', { name: 'Duplicates' }).click();
  await view(page, 'outlets').getByRole('button', { name: 'Merge Cnn…' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: /^CNN/ }).check();
  await page.keyboard.press('Enter');
  await button(page, 'Merge').waitFor();
  await page.keyboard.press('Enter');
  await until(() => readFile(brief, 'utf8'), text);
  await until(
    () => readFile(registry, 'utf8'),
    known.replace('["cnn.com"]', '["cnn.com", "cnn.co"]'),
  );
  await view(page, 'outlets').getByText('No duplicates').waitFor();
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
  // The row goes before the file is written.
  const waivers = async () => (await filesOf(workspace))['registry/waivers.json'];
  await until(async () => (await waivers())?.includes('Ada'), true);
  expect(JSON.parse((await waivers()) ?? '')).toMatchObject([
    { rule: 'take/lens-empty', by: 'Ada' },
  ]);
  await findings.getByRole('combobox', { name: 'Waived findings' }).click();
  await page.getByRole('option', { name: 'Only waived' }).click();
  await findings.getByText('A take is on its way').waitFor();
  await actions();
  await page.getByRole('menuitem', { name: 'Change or end the waiver…' }).click();
  await page.locator('[role=dialog] .waive-back').click();
  await row.waitFor({ state: 'detached' });
  await until(waivers, '[]\n');
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
