import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launch, sample } from '../support/app';
import { open } from './support';

const HOSTILE = `# <img src=x onerror="document.title='run'">
> <b>bold</b>

**Meta:** type: event · date: 2026-06-10 · heads: Who Decides · 1 take · 1 lens · 1 region

## Summary

<script>document.title='run'</script> <iframe src="https://example.org"></iframe> [x](javascript:alert(1))

## By the numbers

## Why it matters

Text.

## What to watch

## Regional takes (batched by bias / lens)

### unlabelled
- **CNN** (United States, en) — x
  Source: file:///etc/passwd

## Across the graph

---
Canonical: https://rbtfl.xyz/ko/n/hostile`;

it('shows the HTML of a brief as text, and nothing of it runs', async () => {
  const workspace = await sample();
  await writeFile(join(workspace, 'briefs/hostile.md'), HOSTILE);
  const { app, page, close } = await launch({ workspace });
  await open(page, 'hostile');
  const preview = page.getByRole('tabpanel', { name: 'Preview' });
  await preview.getByText("<script>document.title='run'</script>").waitFor();
  expect(await preview.locator('script, iframe, img, b').count()).toBe(0);
  expect(await page.title()).not.toBe('run');

  const opened = await page.evaluate(() =>
    Promise.all(
      ['file:///etc/passwd', 'javascript:alert(1)', 'https://user:secret@example.org/'].map((url) =>
        (
          window as unknown as {
            briefwright: { openExternal(url: string): Promise<{ kind: string }> };
          }
        ).briefwright.openExternal(url),
      ),
    ),
  );
  expect(opened.map(({ kind }) => kind)).toEqual(['problem', 'problem', 'problem']);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await close();
});

it('gives the page no Node, no way out, and no script of its own', async () => {
  const { app, page, close } = await launch({ workspace: await sample() });
  const seen = await page.evaluate(async () => {
    const attempt = (run: () => unknown) => {
      try {
        run();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    const fetched = await fetch('https://example.org/').then(
      () => 'done',
      () => 'refused',
    );
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      script: attempt(() => {
        document.createElement('script').text = '1';
      }),
      html: attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      fetched,
      opened: window.open('https://example.org/') === null,
    };
  });
  expect(seen).toEqual({
    node: [],
    script: 'refused',
    html: 'refused',
    fetched: 'refused',
    opened: true,
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  expect(page.url()).toMatch(/^app:\/\/briefwright\//);
  await close();
});
