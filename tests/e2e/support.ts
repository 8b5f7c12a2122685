import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const SEED = 'putin-zelensky-talks-rebuff';

/** The modifier of the platform's shortcuts. */
export const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Waits until `read` gives what is wanted; says what it gave last otherwise. */
export async function until<T>(read: () => Promise<T> | T, wanted: T): Promise<void> {
  await expect.poll(read, { timeout: 20_000, interval: 50 }).toEqual(wanted);
}

/** The row of a brief in the list. */
export const row = (page: Page, slug: string) => page.locator(`[role=option][data-slug="${slug}"]`);

/** Opens a brief from the list and waits for its form. */
export async function open(page: Page, slug: string): Promise<void> {
  await row(page, slug).dblclick();
  await shown(page, slug);
}

/** Waits until a brief is in the editor. */
export async function shown(page: Page, slug: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Editor' }).getByText(slug, { exact: true }).waitFor();
}

/** A field of the form, such as `summary` or `takes[0].quote`. */
export const field = (page: Page, path: string) =>
  page.locator(`[data-pane="editor"] [data-field="${path}"]`);

/** The text of a prose field. */
export const prose = (page: Page, path: string) => field(page, path).locator('.cm-content');

/** A number, a watch item, a take or a lens of the form, such as `takes[0]`. */
export const item = (page: Page, path: string) =>
  page.locator(`[data-pane="editor"] [data-item="${path}"]`);

/** Puts the caret at the end of a field's text. */
export async function goTo(page: Page, path: string): Promise<void> {
  await field(page, path).scrollIntoViewIfNeeded();
  await prose(page, path).click();
  await page.keyboard.press(`${MOD}+End`);
}

/** The words of the status bar on what is saved. */
export const saveState = (page: Page) =>
  page.getByRole('contentinfo').getByRole('status').innerText();

/** Runs a command of the palette by its title. */
export async function command(page: Page, title: string): Promise<void> {
  // Under a dialog no command runs, and one may be just about to close.
  await page.locator('.ui-dialog').waitFor({ state: 'detached' });
  await page.keyboard.press(`${MOD}+k`);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill(title);
  // Enter takes what is marked.
  await palette.locator('[role=option][data-highlighted]').filter({ hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Lets no one write to a folder any more, root included.
 * @returns how to undo it
 */
export async function makeReadOnly(folder: string): Promise<() => Promise<void>> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o555);
    return () => chmod(folder, 0o755);
  }
  // Root passes over the mode; a read-only mount stops it.
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  return async () => {
    execFileSync('umount', [folder]);
  };
}
