import { source, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds against accessibility on the page as it is now: a line for each violation, with
 * the elements below it. Evaluated in the page, because its policy allows no other script.
 */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate<AxeResults>('axe.run(document)');
  return results.violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, html }) => `  ${target.join(' ')}  ${html.slice(0, 160)}`);
    return [`${id}: ${help}`, ...places].join('\n');
  });
}
