import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { OpenResult, RecentWorkspace } from '../../bridge/types';
import type { Disk } from '../../disk/files/disk';
import { attempt, failed } from '../../disk/files/problem';
import { Queues } from '../../disk/files/queue';
import { placeOf, type Recent, type Shelves } from '../stores/shelves';
import { propose } from '../../disk/workspace/adopt';
import { findWorkspace } from '../../disk/workspace/find';
import { type Emit, Session } from '../workspace/session';

export interface DeskOptions {
  readonly disk: Disk;
  readonly userData: string;
  readonly shelves: Shelves;
  /** The built worker of the index. */
  readonly worker: string;
  readonly emit: Emit;
  readonly report: (error: unknown) => void;
}

const MOST_RECENT = 12;

/** Where the one open workspace lies, and how others come to lie there. */
export class Desk {
  #session: Session | null = null;
  readonly #turns = new Queues();
  /** Folders that the user has chosen, by the token that the page was given for each. */
  readonly #chosen = new Map<string, string>();

  #recents: readonly Recent[];
  #kept: Promise<void> = Promise.resolve();

  constructor(readonly options: DeskOptions) {
    this.#recents = options.shelves.recents.data;
  }

  get session(): Session | null {
    return this.#session;
  }

  get recents(): RecentWorkspace[] {
    return this.#recents.map((recent) => ({
      ...recent,
      present: existsSync(recent.path),
    }));
  }

  /** Opens a workspace by any path in or of it; on failure the open one stays. */
  open(path: string): Promise<OpenResult> {
    return this.#turns.run('', async () => {
      const found = await findWorkspace(this.options.disk, path);
      if (found.kind === 'none') return { kind: 'problem', problem: found.problem };
      if (found.kind === 'workspace') return this.#openRoot(found.root);
      const token = this.choose(found.root);
      return attempt(found.root, 'read', async () => ({
        kind: 'adoptable',
        proposal: await propose(this.options.disk, found.root, token),
      }));
    });
  }

  async openRecent(id: string): Promise<OpenResult> {
    const recent = this.#recents.find((each) => each.id === id);
    if (!recent)
      return failed('not-found', 'This workspace is no longer in the list. Open its folder.');
    return this.open(recent.path);
  }

  async forget(id: string): Promise<RecentWorkspace[]> {
    this.#setRecents(this.#recents.filter((recent) => recent.id !== id));
    return this.recents;
  }

  async close(): Promise<void> {
    await this.#turns.run('', () => this.#closeSession());
    await this.#kept;
  }

  /** A token that stands for a folder the user has chosen. */
  choose(path: string): string {
    const token = randomUUID();
    this.#chosen.set(token, path);
    return token;
  }

  /** The folder of a token; undefined for a token that was never given. */
  chosen(token: string): string | undefined {
    return this.#chosen.get(token);
  }

  async #openRoot(root: string): Promise<OpenResult> {
    if (this.#session?.root !== root) {
      const { disk, userData, worker, emit, report, shelves } = this.options;
      const recall = (id: string) => placeOf(shelves, id);
      const opened = await attempt(root, 'read', async () => ({
        session: await Session.open(root, { disk, userData, worker, emit, report, recall }),
      }));
      if ('problem' in opened) return opened;
      await this.#closeSession();
      this.#session = opened.session;
    }
    const { id, name } = this.#session;
    const others = this.#recents.filter((recent) => recent.id !== id);
    this.#setRecents([{ id, name, path: root }, ...others].slice(0, MOST_RECENT));
    return { kind: 'opened', workspace: this.#session.state() };
  }

  async #closeSession(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.close();
  }

  /** Kept in the background: a list that can't be kept is no reason not to open a workspace. */
  #setRecents(recents: readonly Recent[]): void {
    this.#recents = recents;
    this.#kept = this.options.shelves.recents.update(() => recents).catch(this.options.report);
  }
}
