import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Entity } from '../../src/core/workspace/workspace';
import { launch, temporaryFolder } from '../support/app';
import { CHECKOUT } from '../support/folders';
import { command, goTo, prose, until } from './support';

/** So many that nothing waits for them. */
const ENTITIES = 20_000;

interface Corpus {
  writeCorpus: (
    folder: string,
    options: { briefs: number; entities: number; seed: number },
  ) => unknown;
}

async function workspaceOf(entities: number): Promise<string> {
  const folder = await temporaryFolder('entities');
  const file = pathToFileURL(join(CHECKOUT, 'bench/lib/corpus.mjs')).href;
  const { writeCorpus } = (await import(file)) as Corpus;
  writeCorpus(folder, { briefs: 12, entities, seed: 5 });
  return folder;
}

const registryOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'registry/entities.json'), 'utf8')) as Entity[];

/** Slugs of the preview's entity links, of the kind that they are shown as. */
const linked = async (page: Page, kind: 'entity' | 'broken') =>
  page
    .locator(`.pv-link-${kind}[href*="/entity/"]`)
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''),
    );

it('knows twenty thousand entities a moment after the brief is there, and takes in one more', async () => {
  const workspace = await workspaceOf(ENTITIES);
  const known = new Set((await registryOf(workspace)).map(({ slug }) => slug));
  const { page, close, pageErrors } = await launch({ workspace });

  await prose(page, 'summary').waitFor();
  for (const slug of await linked(page, 'broken')) expect(known.has(slug)).toBe(false);

  await command(page, 'Entities');
  const table = page.locator('#registry-table');
  await table.waitFor();
  await page.getByText('20,000', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('group', { name: 'New entity' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Zzyzx Observatory');
  await page.keyboard.press('Enter');
  await page.getByText('20,001', { exact: true }).waitFor();
  const written = async () => (await registryOf(workspace)).at(-1)?.name;
  await until(written, 'Zzyzx Observatory');
  await page.getByText('20,001', { exact: true }).waitFor();

  await page.locator('[role=option][data-slug]').first().dblclick();
  await goTo(page, 'summary');
  await page.keyboard.type(' [Zzyz');
  await page.locator('.ed-completions li').filter({ hasText: 'Zzyzx Observatory' }).click();
  await until(async () => (await linked(page, 'entity')).includes('zzyzx-observatory'), true);
  for (const slug of await linked(page, 'entity')) {
    expect(known.has(slug) || slug === 'zzyzx-observatory').toBe(true);
  }
  expect(pageErrors).toEqual([]);
  await close();
});
