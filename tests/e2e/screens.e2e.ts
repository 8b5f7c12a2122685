import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerDialog, axe, launch, sample, screenshot, temporaryFolder } from '../support/app';
import { command, MOD, open, SEED } from './support';

const LOOKS = [
  { size: { width: 1280, height: 800 }, colorScheme: 'light' },
  { size: { width: 1600, height: 1000 }, colorScheme: 'dark' },
  { size: { width: 1024, height: 700 }, colorScheme: 'light' },
] as const;

/** Every screen, by the name of its picture, and how one gets there. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  form: (page) => open(page, SEED),
  findings: (page) => command(page, 'Show findings'),
  takes: (page) => page.getByRole('region', { name: 'Regional takes' }).scrollIntoViewIfNeeded(),
  columns: (page) => command(page, 'Toggle takes in columns'),
  both: async (page) => {
    await command(page, 'Toggle takes in columns');
    await command(page, 'Show preview');
    await command(page, 'Show form and source');
  },
  source: (page) => command(page, 'Show source'),
  find: async (page) => {
    await command(page, 'Show form');
    await page.locator('.cm-lineNumbers').waitFor({ state: 'detached' });
    await page.keyboard.press(`${MOD}+f`);
    await page.getByRole('textbox', { name: 'Find' }).fill('Putin');
  },
  palette: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press(`${MOD}+k`);
    await dialog(page).waitFor();
  },
  'quick-open': (page) => next(page, `${MOD}+p`),
  'new-brief': (page) => next(page, `${MOD}+n`),
  settings: (page) => next(page, `${MOD}+,`),
  target: (page) => page.getByRole('tab', { name: 'Balance' }).last().click(),
  rules: (page) => page.getByRole('tab', { name: 'Rules' }).click(),
  shortcuts: (page) => next(page, `${MOD}+/`),
  export: async (page) => {
    await next(page, `${MOD}+Shift+e`);
    await page.getByRole('button', { name: 'Choose export folder…' }).click();
    await page.getByRole('button', { name: /^Write/ }).waitFor();
  },
  about: (page) => byPalette(page, 'About Briefwright'),
  delete: (page) => byPalette(page, 'Delete brief…'),
  duplicate: (page) => byPalette(page, 'Duplicate brief…'),
  wizard: (page) => byPalette(page, 'New workspace…'),
  links: async (page) => {
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await command(page, 'Show links');
    await page.getByText('Linked from').waitFor();
  },
  balance: async (page) => {
    await command(page, 'Show balance');
    await page.locator('[data-pane="balance"] table').first().waitFor();
  },
  search: async (page) => {
    await page.keyboard.press(`${MOD}+Shift+f`);
    await page.locator('[data-view="search"] input:focus').waitFor();
    await page.keyboard.type('ukraine has:finding');
    await page.locator('mark').first().waitFor();
  },
  'all-findings': async (page) => {
    await command(page, 'Findings of the workspace');
    await page.getByText('Quote missing').first().waitFor();
  },
  graph: async (page) => {
    await page.keyboard.press(`${MOD}+Shift+g`);
    await page.locator('[data-view="graph"] canvas').waitFor();
  },
  'graph-table': async (page) => {
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.locator('[data-view="graph"]').getByRole('row').nth(2).waitFor();
  },
  'whole-balance': async (page) => {
    await page.keyboard.press(`${MOD}+Shift+b`);
    await page.locator('[data-view="balance"] table').first().waitFor();
  },
  entities: async (page) => {
    await command(page, 'Entities');
    await page.getByText('Vladimir Putin').last().waitFor();
  },
  outlets: async (page) => {
    await command(page, 'Outlets');
    await page.getByText('CNN').last().waitFor();
  },
  rename: async (page) => {
    await command(page, 'Back to the brief');
    // In a table, F2 renames its row.
    await page.locator('[data-view]').waitFor({ state: 'detached' });
    await page.keyboard.press('F2');
    await dialog(page).waitFor();
  },
  change: async (page) => {
    await page.keyboard.type('talks-rebuffed');
    await page.getByRole('button', { name: 'Show changes…' }).click();
    await page.getByText('Canonical:').first().waitFor();
  },
};

// Notices are dialogs, too, to those who hear the page.
const dialog = (page: Page) => page.locator('.ui-dialog');

async function next(page: Page, keys: string): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.keyboard.press(keys);
  await dialog(page).waitFor();
}

async function byPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await command(page, title);
  await dialog(page).waitFor();
}

describe.each(LOOKS)('at $size.width by $size.height, $colorScheme', ({ size, colorScheme }) => {
  it('every screen is accessible, within the window, and without an error', async () => {
    const workspace = await sample();
    const { app, page, close, pageErrors } = await launch({ workspace, size, colorScheme });
    await answerDialog(app, [await temporaryFolder('export')]);
    const faults: string[] = [];
    for (const [name, go] of Object.entries(SCREENS)) {
      await go(page);
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
      );
      const picture = await screenshot(page, `${name}-${size.width}-${colorScheme}`);
      faults.push(...(await axe(page)).map((fault) => `${name}: ${fault}`));
      faults.push(...(await overflowing(page)).map((fault) => `${name}: ${fault}`));
      await keepPicture(name, picture, size.width, colorScheme);
    }
    expect(faults).toEqual([]);
    expect(pageErrors).toEqual([]);
    await close();
  });
});

it('the welcome screen is accessible', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'briefwright-empty-'));
  const { page, close } = await launch({ workspace: empty });
  await screenshot(page, 'welcome');
  expect(await axe(page)).toEqual([]);
  await close();
});

/** Elements that stick out of the window to the right. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, [data-pane], [role=dialog]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} is wider than its place`),
  );
}

/** With BRIEFWRIGHT_PICTURES=1 the pictures of the README are taken anew. */
async function keepPicture(name: string, path: string, width: number, scheme: string) {
  if (process.env['BRIEFWRIGHT_PICTURES'] !== '1' || width === 1024) return;
  if (name !== 'form' && name !== 'findings') return;
  const folder = new URL('../../docs/images/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await copyFile(path, new URL(`${name}-${scheme}.png`, folder));
}
