import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session, type WebFrameMain } from 'electron';
import type { Calls } from '../bridge/contract';
import type { OpenResult } from '../bridge/types';
import { setBoundary } from './app/boundary';
import { electronHost } from './app/electron-host';
import { denyPermissions, guardApp, isOwnFrame, originOf } from './app/guard';
import { answerCalls, answerDropped } from './app/ipc';
import { MainWindow, quitWithoutWindows } from './app/main-window';
import { PAGE_URL, registerScheme, servePage } from './app/page';
import { Snapshot } from './app/snapshot';
import { startPath } from './app/start-path';
import { briefCalls } from './calls/briefs';
import type { Context } from './calls/context';
import { changeCalls } from './calls/changes';
import { exportCalls } from './calls/exports';
import { graphCalls } from './calls/graph';
import { registryCalls } from './calls/registry';
import { windowCalls } from './calls/window';
import { boot, openLast, workspaceCalls } from './calls/workspaces';
import { Desk } from './desk/desk';
import { recoverExports } from './export/recover';
import { realDisk } from '../disk/files/disk';
import { Queues } from '../disk/files/queue';
// oxlint-disable-next-line import/default -- the build answers with the path of what it has built
import worker from '../disk/engine/worker?modulePath';
import { openShelves, type Shelves, shelvesIdle } from './stores/shelves';

const here = fileURLToPath(new URL('.', import.meta.url));
const disk = realDisk;
const userData = app.getPath('userData');
const SAMPLE = 'resources/sample-workspace';
const LATEST_END_MS = 8_000;
const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const url = devUrl ?? PAGE_URL;
const origin = originOf(url);

const { report, fatal } = setBoundary(userData);

registerScheme();
guardApp(origin);
quitWithoutWindows();

const wanted = startPath(process.argv, {
  isPackaged: app.isPackaged,
  appPath: app.getAppPath(),
  cwd: process.cwd(),
});

const main = new MainWindow({
  preload: join(here, '../preload/index.cjs'),
  url,
  focused: () => context?.desk.session?.refresh(),
  report,
  gaveUp: () => fatal(new Error('The page ends again and again. Start Briefwright anew.')),
});
const snapshotFile = process.env['BRIEFWRIGHT_SNAPSHOT'];
const snapshot = snapshotFile ? new Snapshot(snapshotFile, () => main.window, report) : null;
let context: Context | null = null;
let openedByFile: string | null = null;
let isFinished = false;

if (app.requestSingleInstanceLock({ path: wanted })) {
  const shelves = openShelves(disk, userData);
  // Not awaited: Electron holds `ready` back until this file has run to its end.
  app
    .whenReady()
    .then(async () => start(await shelves))
    .catch(fatal);
  app.on('second-instance', (_event, _argv, _cwd, data) => openFromOutside(pathIn(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFromOutside(path);
  });
  app.on('activate', () => {
    if (context && !main.window) main.open(main.place);
  });
  app.on('will-quit', finish);
} else {
  app.quit();
}

/** The window comes first: what the page needs is made ready while it loads. */
function start(shelves: Shelves): void {
  servePage(session.defaultSession, join(here, '../renderer'));
  denyPermissions(session.defaultSession);
  main.open(shelves.window.data);

  const desk = new Desk({ disk, userData, shelves, worker, emit: main.emit, report });
  const host = electronHost({
    window: () => main.window,
    closing: () => main.closing,
    menu: () => main.menu,
    zoom: (step) => main.zoom(step),
    pageReady: () => {
      main.pageReady();
      snapshot?.pageReady();
    },
    briefShown: () => snapshot?.briefShown(),
  });
  const sample = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), SAMPLE);
  const exports = new Queues();
  const made: Context = { disk, userData, desk, shelves, host, sample, exports };
  context = made;

  const first = openFirst(made);
  let pages = 0;
  const calls: Calls = {
    boot: () => boot(made, first, pages++ > 0),
    ...workspaceCalls(made),
    ...briefCalls(made),
    ...registryCalls(made),
    ...graphCalls(made),
    ...changeCalls(made),
    ...exportCalls(made),
    ...windowCalls(made),
  };
  const isTrusted = (frame: WebFrameMain | null) => isOwnFrame(frame, origin);
  answerCalls(calls, { isTrusted, report });
  answerDropped((path) => desk.open(path), { isTrusted, report });
  exports.run('', () => recoverExports(made)).catch(report);
}

async function openFirst(made: Context): Promise<OpenResult> {
  const path = openedByFile ?? wanted;
  return path === null ? openLast(made) : made.desk.open(path);
}

/** A second start, or a folder dropped on the icon: opened once the page has saved its text. */
function openFromOutside(path: string | null): void {
  if (!context) {
    openedByFile = path;
    return;
  }
  if (!main.window) main.open(main.place);
  main.show();
  if (path === null) return;
  openAfterConsent(context, path).catch(fatal);
}

async function openAfterConsent({ desk }: Context, path: string): Promise<void> {
  if (main.closing && !(await main.closing.consent())) return;
  main.emit('opened', await desk.open(path));
}

function pathIn(data: unknown): string | null {
  const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
  return typeof path === 'string' ? path : null;
}

/** Puts everything down before the process ends. */
function finish(event: Electron.Event): void {
  if (isFinished || !context) return;
  event.preventDefault();
  isFinished = true;
  const { desk, shelves } = context;
  const done = Promise.all([desk.close(), shelves.window.update(() => main.place)])
    .then(() => shelvesIdle(shelves))
    .catch(report);
  // A drive that hangs does not keep the app from ending.
  const late = new Promise((resolve) => setTimeout(resolve, LATEST_END_MS));
  void Promise.race([done, late]).finally(() => app.quit());
}
