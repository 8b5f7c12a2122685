import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { mkdir, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerDialog, launch, sample, temporaryFolder } from '../support/app';
import { goTo, MOD, open, prose, row, saveState, SEED, shown, until } from './support';

const brief = (workspace: string, slug: string) => join(workspace, `briefs/${slug}.md`);

it('a second process on a workspace is told so, and can read everything', async () => {
  const workspace = await sample();
  const first = await launch({ workspace });
  const second = await launch({ workspace });
  await open(second.page, SEED);
  await second.page
    .getByText(/open in another|another process|other window|read-only/i)
    .first()
    .waitFor();
  await second.page.locator('[data-pane="editor"] [data-field="why"]').scrollIntoViewIfNeeded();
  expect(await prose(second.page, 'why').getAttribute('contenteditable')).toBe('false');
  await second.close();
  await first.close();
});

it('says of a brief that is not UTF-8 what is wrong, and leaves it alone', async () => {
  const workspace = await sample();
  const bytes = Buffer.from([0x23, 0x20, 0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]);
  await writeFile(brief(workspace, 'muenchen'), bytes);
  const { page, close } = await launch({ workspace });
  await row(page, 'muenchen').dblclick();
  await page.getByText(/UTF-8/).first().waitFor();
  expect(await readFile(brief(workspace, 'muenchen'))).toEqual(bytes);
  await close();
});

it('works without a registry that does not parse, names its place, and never overwrites it', async () => {
  const workspace = await sample();
  const registry = join(workspace, 'registry/entities.json');
  await writeFile(registry, '[\n{"slug": "a", "name": }\n]');
  const { page, close } = await launch({ workspace });
  await page
    .getByText(/entities\.json.*line 2|line 2.*entities\.json/i)
    .first()
    .waitFor();
  await open(page, SEED);
  await goTo(page, 'why');
  await page.keyboard.type(' More.');
  await page.keyboard.press(`${MOD}+s`);
  await until(() => saveState(page), 'Saved');
  expect(await readFile(registry, 'utf8')).toBe('[\n{"slug": "a", "name": }\n]');
  await close();
});

it('keeps the text of a brief that is deleted while it is open, and can put it back', async () => {
  const workspace = await sample();
  const { page, close } = await launch({ workspace });
  await open(page, SEED);
  const original = await readFile(brief(workspace, SEED), 'utf8');
  await rm(brief(workspace, SEED));
  await page.getByRole('button', { name: /Put it back/ }).click();
  await until(() => readFile(brief(workspace, SEED), 'utf8').catch(() => null), original);
  await close();
});

it('keeps typed text while the workspace’s drive is unplugged, and saves it when it is back', async () => {
  const workspace = await sample();
  const { page, close } = await launch({ workspace });
  await open(page, SEED);
  await rename(workspace, `${workspace}-away`);
  await page
    .getByText(/gone|not there|can’t be found|unplugged/i)
    .first()
    .waitFor();
  await goTo(page, 'why');
  await page.keyboard.insertText(' Typed without a drive.');
  await rename(`${workspace}-away`, workspace);
  await until(
    async () => (await readFile(brief(workspace, SEED), 'utf8')).includes('Typed without a drive.'),
    true,
  );
  await close();
});

it('adopts a folder of briefs: shows what it learned, writes that, and touches no brief', async () => {
  const from = await sample();
  const folder = await temporaryFolder('adopt');
  await mkdir(join(folder, 'briefs'));
  for (const name of await readdir(join(from, 'briefs'))) {
    await copyFile(join(from, 'briefs', name), join(folder, 'briefs', name));
  }
  const original = await readFile(brief(folder, SEED));
  const { page, close } = await launch({ workspace: folder });
  const dialog = page.getByRole('dialog', { name: 'Make this folder a workspace?' });
  await dialog.getByText('Who Decides').first().waitFor();
  expect(await readdir(folder)).toEqual(['briefs']);
  await dialog.getByRole('button', { name: 'Make workspace' }).click();
  await open(page, SEED);
  expect(JSON.parse(await readFile(join(folder, 'briefwright.json'), 'utf8'))).toMatchObject({
    site: 'https://rbtfl.xyz',
    prefix: 'ko',
  });
  expect(await readFile(brief(folder, SEED))).toEqual(original);
  await close();
});

it('makes a new workspace by the wizard', async () => {
  const empty = await temporaryFolder('start');
  const folder = await temporaryFolder('new');
  const { app, page, close } = await launch({ workspace: empty });
  await answerDialog(app, [folder]);
  await page.getByRole('button', { name: 'New workspace…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('button', { name: /Choose/ }).click();
  await dialog.getByLabel('Site').fill('https://example.org');
  await dialog.getByLabel('Prefix').fill('en');
  await dialog.getByRole('button', { name: /Create|Make/ }).click();
  await until(
    () =>
      readFile(join(folder, 'briefwright.json'), 'utf8').then(
        (text) => JSON.parse(text).prefix as string,
        () => null,
      ),
    'en',
  );
  await page.getByRole('button', { name: 'New brief…' }).first().click();
  await page.getByRole('dialog', { name: 'New brief' }).getByLabel('Title').fill('First');
  await page.keyboard.press('Enter');
  await shown(page, 'first');
  await close();
});
