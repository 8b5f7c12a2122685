// The floor: one window with the security settings of the app and a line of text.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1440,
    height: 920,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  await window.loadFile(`${import.meta.dirname}/index.html`);
});
