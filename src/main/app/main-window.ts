import { app, type BrowserWindow, Menu } from 'electron';
import { eventChannel } from '../../bridge/channels';
import type { ZoomStep } from '../../bridge/types';
import type { WindowPlace } from '../stores/shelves';
import type { Emit } from '../workspace/session';
import { Closing } from './closing';
import { addContextMenu } from './context-menu';
import { makeMenu } from './menu';
import { makeWindow, placeOfWindow } from './window';

export interface MainWindowOptions {
  readonly preload: string;
  readonly url: string;
  /** The page of the window came to the front. */
  readonly focused: () => void;
  readonly report: (error: unknown) => void;
  /** The page ends again and again. */
  readonly gaveUp: () => void;
}

/** A page that ends twice within this time is not loaded again. */
const AGAIN_MS = 10_000;

/** The window with all that hangs on it; made again where the system keeps the app without one. */
export class MainWindow {
  window: BrowserWindow | null = null;
  closing: Closing | null = null;
  menu: Menu | null = null;
  place: WindowPlace = { bounds: null, maximized: false, zoom: 0 };
  #isListening = false;
  #diedAt = 0;

  constructor(readonly options: MainWindowOptions) {}

  /** Sends an event to the page, if there is one. */
  readonly emit: Emit = (event, payload) => {
    const contents = this.window?.webContents;
    if (contents && !contents.isDestroyed()) contents.send(eventChannel(event), payload);
  };

  open(place: WindowPlace): void {
    this.place = place;
    const window = makeWindow(this.options.preload, place);
    this.window = window;
    // Before all else: the page loads while the rest is made.
    window.loadURL(this.options.url).catch(this.options.report);
    this.closing = new Closing(window, this.emit, () => this.#isListening);
    this.menu = makeMenu(process.platform === 'darwin', (command) => this.emit('command', command));
    Menu.setApplicationMenu(this.menu);
    addContextMenu(window.webContents);
    this.#listen(window);
  }

  /** The page has drawn its first screen. */
  pageReady(): void {
    this.#isListening = true;
    this.show();
  }

  show(): void {
    if (!this.window) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  zoom(step: ZoomStep): void {
    if (!this.window) return;
    const contents = this.window.webContents;
    const level = contents.getZoomLevel();
    const next = { in: level + 0.5, out: level - 0.5, reset: 0 }[step];
    contents.setZoomLevel(Math.min(Math.max(next, -4), 6));
    this.place = placeOfWindow(this.window);
  }

  #listen(window: BrowserWindow): void {
    const { webContents } = window;
    const keepPlace = () => {
      if (!window.isDestroyed()) this.place = placeOfWindow(window);
    };
    webContents.on('did-finish-load', () => webContents.setZoomLevel(this.place.zoom));
    webContents.on('did-start-loading', () => {
      this.#isListening = false;
    });
    webContents.on('render-process-gone', (_, details) => this.#pageDied(details.reason));
    window.on('focus', this.options.focused);
    window.on('close', keepPlace);
    window.on('closed', () => {
      this.window = null;
      this.closing = null;
    });
  }

  /** The drafts of the page that died are in the journal; the new page offers them. */
  #pageDied(reason: string): void {
    if (reason === 'clean-exit') return;
    this.options.report(new Error(`The page ended: ${reason}`));
    const isAgain = Date.now() - this.#diedAt < AGAIN_MS;
    this.#diedAt = Date.now();
    if (isAgain) this.options.gaveUp();
    else if (this.window && !this.window.isDestroyed()) this.window.webContents.reload();
  }
}

/** Quits when the last window closes, except where apps stay. */
export function quitWithoutWindows(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
