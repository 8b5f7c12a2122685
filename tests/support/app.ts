import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeEach } from 'vitest';
import { CHECKOUT, temporaryFolder } from './folders';
import { killTree } from './processes';

export { axe } from './axe';
export { answerDialog, answerMessage, answerSaveDialog } from './dialogs';
export { sample, temporaryFolder } from './folders';

const CLOSE_LIMIT_MS = 15_000;

export interface LaunchOptions {
  /** The folder named on the command line; none when left out. */
  readonly workspace?: string;
  /** Where the app keeps what it remembers; a new folder when left out. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the window's content, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** More switches for the command line. */
  readonly args?: readonly string[];
}

/** A running app. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  readonly workspace: string | undefined;
  /** What the page threw or logged as an error so far. */
  readonly pageErrors: readonly string[];
  /** Closes it as its user would; throws when it does not end. */
  readonly close: () => Promise<void>;
  /** Ends every process of it at once, with SIGKILL. */
  readonly kill: () => Promise<void>;
}

const running = new Set<Running>();

/** What the windows showed when a test failed: as a picture, and in words where only a log is kept. */
beforeEach((context) => {
  context.onTestFailed(async () => {
    for (const { page, pageErrors } of running) {
      await screenshot(page, `failed-${context.task.name}`);
      console.error(await page.locator('body').ariaSnapshot(), ...pageErrors);
    }
  });
});

afterAll(async () => {
  await Promise.all([...running].map((one) => one.kill()));
});

/** Starts the built app and waits until its page is ready to be used. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const { workspace } = options;
  const userData = options.userData ?? (await temporaryFolder('user'));
  const app = await _electron.launch({
    executablePath: executable(),
    args: [
      CHECKOUT,
      ...(workspace === undefined ? [] : [workspace]),
      `--user-data-dir=${userData}`,
      ...(options.args ?? []),
    ],
    cwd: CHECKOUT,
    env: { ...ownEnvironment(), ...options.env },
    colorScheme: options.colorScheme ?? 'light',
  });
  try {
    return await follow(app, userData, options);
  } catch (error) {
    await killApp(app);
    throw error;
  }
}

async function follow(
  app: ElectronApplication,
  userData: string,
  { workspace, size }: LaunchOptions,
): Promise<Running> {
  const pageErrors: string[] = [];
  const page = await app.firstWindow();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await page.waitForSelector('[data-ready]', { state: 'attached' });
  if (size !== undefined) await resize(app, page, size);
  const one: Running = {
    app,
    page,
    userData,
    workspace,
    pageErrors,
    close: async () => {
      running.delete(one);
      await closeApp(app);
    },
    kill: async () => {
      running.delete(one);
      await killApp(app);
    },
  };
  running.add(one);
  return one;
}

/** Keeps a picture of the page in `.cache/screenshots/`, and says where. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(CHECKOUT, '.cache/screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

/** Makes the content of the window this large. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const { width, height } = size;
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  );
  await page.waitForFunction(`innerWidth === ${width} && innerHeight === ${height}`);
}

function executable(): string {
  const path = process.env['BRIEFWRIGHT_ELECTRON'];
  if (path !== undefined && path !== '') return path;
  throw new Error('BRIEFWRIGHT_ELECTRON is not set. Run these tests with "npm test -- e2e".');
}

function ownEnvironment(): Record<string, string> {
  const { BRIEFWRIGHT_SNAPSHOT: _, NODE_ENV: __, ...rest } = process.env;
  const pairs = Object.entries(rest).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return Object.fromEntries(pairs);
}

async function closeApp(app: ElectronApplication): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CLOSE_LIMIT_MS);
  });
  const end = await Promise.race([app.close().then(() => 'closed' as const), limit]);
  clearTimeout(timer);
  if (end === 'closed') return;
  await killApp(app);
  throw new Error(`the app did not close within ${CLOSE_LIMIT_MS / 1000} s`);
}

async function killApp(app: ElectronApplication): Promise<void> {
  const main = app.process();
  if (main.pid === undefined || main.exitCode !== null || main.signalCode !== null) return;
  const gone = new Promise((resolve) => main.once('exit', resolve));
  killTree(main.pid);
  await gone;
}
