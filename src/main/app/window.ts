import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowPlace } from '../stores/shelves';

const SMALLEST = { width: 760, height: 520 } as const;
const FIRST = { width: 1440, height: 920 } as const;
/** The page's own background, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#faf9f6', dark: '#1a1917' } as const;

/** The one window; it stays hidden until the page has something to show. */
export function makeWindow(preload: string, place: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    ...FIRST,
    ...(place.bounds && isOnScreen(place.bounds) ? place.bounds : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Briefwright',
    backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
      navigateOnDragDrop: false,
    },
  });
  if (place.maximized) window.maximize();
  nativeTheme.on('updated', () => follow(window));
  return window;
}

function follow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.setBackgroundColor(BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']);
}

/** Where the window stands now, to be remembered. */
export function placeOfWindow(window: BrowserWindow): WindowPlace {
  return {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    zoom: window.webContents.getZoomLevel(),
  };
}

/** A screen may have been unplugged since the window was there. */
function isOnScreen(bounds: Electron.Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
  const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
  const wide = right - Math.max(bounds.x, workArea.x);
  const high = bottom - Math.max(bounds.y, workArea.y);
  return wide >= SMALLEST.width / 2 && high >= SMALLEST.height / 2;
}
