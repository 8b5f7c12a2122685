import { app, type Session as WebSession, type WebContents, type WebFrameMain } from 'electron';
import { openExternal } from './external';

/** No page of the app gets a permission, leaves its address, opens a window or embeds another page. */
export function guardApp(pageOrigin: string): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents, pageOrigin));
}

export function denyPermissions(session: WebSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler((_contents, permission) => {
    return permission === 'clipboard-sanitized-write';
  });
  session.setDevicePermissionHandler(() => false);
}

function guardContents(contents: WebContents, pageOrigin: string): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
  const keep = (event: { preventDefault(): void; url: string }) => {
    const isReload = event.url === contents.getURL() && originOf(event.url) === pageOrigin;
    if (!isReload) event.preventDefault();
  };
  contents.on('will-navigate', (event) => keep(event));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => keep(event));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** True for the top frame of the app's own page. */
export function isOwnFrame(frame: WebFrameMain | null, pageOrigin: string): boolean {
  return frame !== null && frame.parent === null && originOf(frame.url) === pageOrigin;
}

/** Scheme and host: the platform's `origin` is opaque for a scheme of one's own. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
