import { writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';

/** How long a first brief is waited for; a workspace may hold none. */
const PATIENCE_MS = 6_000;

// Two frames, then a quiet moment: what the first brief set going is drawn by then.
const DRAWN = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
  requestIdleCallback(() => setTimeout(resolve, 400), { timeout: 3000 }))))`;

/** Writes one picture of the window, for those who have no display, once a brief is shown. */
export class Snapshot {
  #isTaken = false;

  constructor(
    readonly file: string,
    readonly window: () => BrowserWindow | null,
    readonly report: (error: unknown) => void,
  ) {}

  pageReady(): void {
    setTimeout(() => this.#take(), PATIENCE_MS).unref();
  }

  briefShown(): void {
    this.#take();
  }

  #take(): void {
    if (this.#isTaken) return;
    this.#isTaken = true;
    this.#write().catch(this.report);
  }

  async #write(): Promise<void> {
    const window = this.window();
    if (!window) return;
    await window.webContents.executeJavaScript(DRAWN);
    const picture = await window.webContents.capturePage();
    writeFileSync(this.file, picture.toPNG());
    console.log(`window shown in ${this.file}`);
  }
}
