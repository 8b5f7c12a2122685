import { app, type BrowserWindow, dialog, type Menu, shell } from 'electron';
import type { ZoomStep } from '../../bridge/types';
import type { Host } from '../calls/host';
import type { Closing } from './closing';
import { openExternal } from './external';
import { enableCommands } from './menu';

/** What the host needs of the window and the menu, asked anew because both come later and may change. */
export interface Shown {
  readonly window: () => BrowserWindow | null;
  readonly closing: () => Closing | null;
  readonly menu: () => Menu | null;
  readonly zoom: (step: ZoomStep) => void;
  readonly pageReady: () => void;
  readonly briefShown: () => void;
}

export function electronHost(shown: Shown): Host {
  return {
    version: app.getVersion(),
    platform: platform(),
    askFolder: async (title, canCreate) => {
      const properties: Electron.OpenDialogOptions['properties'] = canCreate
        ? ['openDirectory', 'createDirectory']
        : ['openDirectory'];
      const window = shown.window();
      const options = { title, properties };
      const { filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return filePaths[0] ?? null;
    },
    askOpenFile: async (title, extensions) => {
      const window = shown.window();
      const options = { title, filters: [{ name: title, extensions: [...extensions] }] };
      const { filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return filePaths[0] ?? null;
    },
    askFile: async (defaultPath) => {
      const window = shown.window();
      const { filePath } = await (window
        ? dialog.showSaveDialog(window, { defaultPath })
        : dialog.showSaveDialog({ defaultPath }));
      return filePath || null;
    },
    showFile: (path) => shell.showItemInFolder(path),
    showFolder: (path) => shell.openPath(path),
    openExternal,
    setMenu: (enabled) => {
      const menu = shown.menu();
      if (menu) enableCommands(menu, enabled);
    },
    zoom: shown.zoom,
    closeAnswer: (mayClose) => shown.closing()?.answer(mayClose),
    pageReady: shown.pageReady,
    briefShown: shown.briefShown,
  };
}

function platform(): Host['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
