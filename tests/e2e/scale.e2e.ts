import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launch, temporaryFolder } from '../support/app';
import { CHECKOUT } from '../support/folders';
import { command, goTo, open, row, saveState, shown, until } from './support';

/** So many that reading them takes longer than pressing a button. */
const BRIEFS = 6000;
/** The last but one of the briefs, by its number. */
const LATE = BRIEFS - 2;

interface Corpus {
  writeCorpus: (folder: string, options: { briefs: number; seed: number }) => unknown;
}

async function workspaceOf(briefs: number): Promise<string> {
  const folder = await temporaryFolder('scale');
  const file = pathToFileURL(join(CHECKOUT, 'bench/lib/corpus.mjs')).href;
  const { writeCorpus } = (await import(file)) as Corpus;
  writeCorpus(folder, { briefs, seed: 7 });
  return folder;
}

const status = (page: Page) => page.getByRole('contentinfo');
const button = (page: Page, name: string) => status(page).getByRole('button', { name });
const filter = (page: Page) => page.getByRole('textbox', { name: 'Filter briefs' });

/** Narrows the list to one brief, by the number that ends its slug, and tells its slug. */
async function find(page: Page, number: number): Promise<string> {
  await filter(page).fill(`-${number}`);
  const rows = page.locator(`[role=option][data-slug$="-${number}"]`);
  await rows.waitFor();
  return (await rows.getAttribute('data-slug')) ?? '';
}

it('stays usable while thousands of briefs are read, and knows all of them afterwards', async () => {
  const workspace = await workspaceOf(BRIEFS);
  const { page, close, pageErrors } = await launch({ workspace });

  // Waits for no frame: the rest is soon read.
  await button(page, 'Stop').dispatchEvent('click');
  await status(page).getByText('Not all briefs are checked').waitFor();
  const slug = await find(page, LATE);
  await open(page, slug);
  await goTo(page, 'summary');
  await page.keyboard.type(' Typed while the rest waits.');
  await until(() => saveState(page), 'Saved');
  expect(await readFile(join(workspace, `briefs/${slug}.md`), 'utf8')).toContain(
    'Typed while the rest waits.',
  );

  await button(page, 'Go on').click();
  await filter(page).fill('');
  await until(() => status(page).locator('.status-index').count(), 0);
  expect(await find(page, LATE)).toBe(slug);
  await row(page, slug).getByText('2 lenses').waitFor();

  await goToFinding(page);
  await search(page, slug);
  expect(pageErrors).toEqual([]);
  await close();
});

/** Opens a finding far down, and looks where the caret is. */
async function goToFinding(page: Page): Promise<void> {
  await command(page, 'Show source');
  await command(page, 'Findings of the workspace');
  const list = page.getByRole('grid', { name: 'Findings' });
  await until(async () => Number(await list.getAttribute('aria-rowcount')) > BRIEFS, true);
  await list.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
  // Rows above the place scrolled to are drawn no more.
  await until(() => list.locator('[data-finding="0"]').count(), 0);
  const place = list.getByText(/^Line [1-9]/).nth(8);
  const line = (await place.innerText()).slice('Line '.length);
  await place.click();
  await until(() => lineOfCaret(page), line);
}

/** The number beside the line that the caret is in; '' without one. */
const lineOfCaret = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Editor', exact: true }).evaluate((pane) => {
    const top = pane.querySelector('.cm-activeLine')?.getBoundingClientRect().top;
    const numbers = [...pane.querySelectorAll('.cm-lineNumbers .cm-gutterElement')];
    const beside = numbers.find((one) => {
      const box = one.getBoundingClientRect();
      return top !== undefined && box.height > 0 && Math.abs(box.top - top) < 3;
    });
    return beside?.textContent ?? '';
  });

async function search(page: Page, slug: string): Promise<void> {
  await command(page, 'Search the workspace');
  await page.getByRole('combobox', { name: 'Search the workspace' }).fill('"Typed while the rest"');
  const results = page.getByRole('listbox', { name: 'Results' });
  await results.getByText('Typed while the rest').first().click();
  await shown(page, slug);
}
