import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerDialog, launch, sample, temporaryFolder } from '../support/app';
import { goTo, item, MOD, prose, saveState, shown, until } from './support';

it('drafts a new brief from nothing to a clean export', async () => {
  const workspace = await sample();
  const target = await temporaryFolder('export');
  const { app, page, close, pageErrors } = await launch({ workspace });

  await page.keyboard.press(`${MOD}+n`);
  const dialog = page.getByRole('dialog', { name: 'New brief' });
  await dialog.getByLabel('Title').fill('Ministers agree a grain corridor');
  await until(() => dialog.getByLabel('Slug').inputValue(), 'ministers-agree-a-grain-corridor');
  await dialog.getByLabel('Slug').fill('grain-corridor-agreed');
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2026-06-10');
  await dialog.getByLabel('Heads').click();
  await page.keyboard.type('Chokep');
  await page.getByRole('option', { name: 'Chokepoints' }).click();
  await dialog.getByRole('button', { name: 'Create brief' }).click();
  await shown(page, 'grain-corridor-agreed');

  await page.getByRole('button', { name: 'Dek' }).click();
  await page.keyboard.type('Two ports reopen, and inspections move to shore');

  await goTo(page, 'summary');
  await page.keyboard.type('Ministers of @ukrain', { delay: 40 });
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' agreed to reopen two ports.');
  await until(
    () => prose(page, 'summary').innerText(),
    'Ministers of Ukraine agreed to reopen two ports.',
  );
  await page.keyboard.press('Home');
  for (let at = 0; at < 'Ministers of '.length; at++) await page.keyboard.press('ArrowRight');
  await until(
    () => prose(page, 'summary').innerText(),
    'Ministers of [Ukraine](/ko/entity/ukraine) agreed to reopen two ports.',
  );

  await page.getByRole('button', { name: 'Number', exact: true }).click();
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ports that reopen');
  await goTo(page, 'why');
  await page.keyboard.type('Grain leaves by sea again.');
  await page.getByRole('button', { name: 'Watch item', exact: true }).click();
  await page.keyboard.type('Whether insurers follow.');

  await page.getByRole('button', { name: 'Lens', exact: true }).click();
  await page.keyboard.type('US wire / analytical');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  const take = item(page, 'takes[0]');
  await take.getByRole('combobox', { name: 'Outlet' }).fill('CNN');
  await page.getByRole('option', { name: 'CNN' }).first().click();
  await until(() => take.getByRole('combobox', { name: 'Region' }).inputValue(), 'United States');
  await goTo(page, 'takes[0].summary');
  await page.keyboard.type('Reports the deal.');
  await take.getByRole('button', { name: 'Quote', exact: true }).click();
  await page.keyboard.type('The ports reopen on Monday.');
  await take.getByRole('button', { name: 'Source', exact: true }).click();
  await page.keyboard.type('https://www.cnn.com/2026/06/10/grain');
  await page.getByRole('combobox', { name: 'Entities' }).fill('Ukraine');
  await page.keyboard.press('Enter');

  await page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(page), 'Saved');
  await answerDialog(app, [target]);
  await page.keyboard.press(`${MOD}+e`);
  await page.getByRole('button', { name: 'Choose export folder…' }).click();
  await page.getByRole('button', { name: 'Write 1 file' }).click();
  const exported = join(target, 'ko/n/grain-corridor-agreed.md');
  await until(() => readFile(exported, 'utf8').catch(() => null), EXPECTED);
  expect(pageErrors).toEqual([]);
  await close();
});

const EXPECTED = `# Ministers agree a grain corridor
> Two ports reopen, and inspections move to shore

**Meta:** type: event · date: 2026-06-10 · heads: Chokepoints · 1 take · 1 lens · 1 region

## Summary

Ministers of [Ukraine](/ko/entity/ukraine) agreed to reopen two ports.

## By the numbers

- 2, ports that reopen

## Why it matters

Grain leaves by sea again.

## What to watch

- Whether insurers follow.

## Regional takes (batched by bias / lens)

### US wire / analytical
- **CNN** (United States, en) — Reports the deal.
  > "The ports reopen on Monday."
  Source: https://www.cnn.com/2026/06/10/grain

## Across the graph
- Entities: Ukraine

---
Canonical: https://rbtfl.xyz/ko/n/grain-corridor-agreed`;
