import { app, type BrowserWindow, dialog } from 'electron';
import type { Emit } from '../workspace/session';

/** A page that does not even answer this is hung. */
const ALIVE_MS = 3_000;

/** Asks the page before the window closes, so that no text is left behind. */
export class Closing {
  #mayClose = false;
  /** When the page was asked, while its answer is missing. */
  #askedAt: number | null = null;
  #isQuitting = false;
  readonly #consents: ((isGiven: boolean) => void)[] = [];

  constructor(
    readonly window: BrowserWindow,
    readonly emit: Emit,
    /** False before the page can answer. */
    readonly isListening: () => boolean,
  ) {
    window.on('close', (event) => {
      if (this.#mayClose || !this.isListening()) return;
      event.preventDefault();
      void this.#ask();
    });
    app.on('before-quit', () => {
      this.#isQuitting = true;
    });
  }

  /** Has the page save its text, without closing. @returns false where it would rather not */
  async consent(): Promise<boolean> {
    if (!this.isListening()) return true;
    return new Promise((resolve) => {
      this.#consents.push(resolve);
      void this.#ask();
    });
  }

  answer(mayClose: boolean): void {
    this.#askedAt = null;
    const consents = this.#consents.splice(0);
    for (const resolve of consents) resolve(mayClose);
    if (consents.length > 0) return;
    if (mayClose) this.#close();
    else this.#isQuitting = false;
  }

  /** Asks the page; one that is hung, or still owes an answer when asked again, is passed over. */
  async #ask(): Promise<void> {
    const isOverdue = this.#askedAt !== null && Date.now() - this.#askedAt > ALIVE_MS;
    if (this.#askedAt === null) {
      this.#askedAt = Date.now();
      this.emit('close-requested', null);
    }
    if ((await isAlive(this.window)) && !isOverdue) return;
    if (this.#askedAt !== null && !this.window.isDestroyed()) await this.#askThePerson();
  }

  async #askThePerson(): Promise<void> {
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'warning',
      message: 'The editor does not answer',
      detail:
        'Text that was typed up to a moment ago is kept and will be offered when the brief is opened again.',
      buttons: ['Wait', 'Go on anyway'],
      defaultId: 0,
      cancelId: 0,
    });
    this.answer(response === 1);
  }

  #close(): void {
    this.#mayClose = true;
    this.window.close();
    if (this.#isQuitting) app.quit();
  }
}

async function isAlive(window: BrowserWindow): Promise<boolean> {
  const { webContents } = window;
  if (webContents.isCrashed()) return false;
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ALIVE_MS));
  const answer = webContents.executeJavaScript('true').catch(() => false);
  return Promise.race([answer, late]);
}
