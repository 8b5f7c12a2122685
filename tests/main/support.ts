import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventName, Events } from '../../src/bridge/contract';
import type { BriefRow, ToldWorkspace } from '../../src/bridge/types';
import type { Host } from '../../src/main/calls/host';
import type { Context } from '../../src/main/calls/context';
import { Desk } from '../../src/main/desk/desk';
import { type Disk, realDisk } from '../../src/disk/files/disk';
import { Queues } from '../../src/disk/files/queue';
import { openShelves } from '../../src/main/stores/shelves';
import type { Emit } from '../../src/main/workspace/session';
import { parsed, rowsIn } from '../../src/renderer/app/rows';
import { CHECKOUT } from '../support/folders';
import { SMALL_BRIEF } from '../support/brief';
import { builtWorker } from '../disk/engine/built-worker';
import { fill, temporary } from '../disk/temporary';

export const SETTINGS = {
  version: 1,
  site: 'https://rbtfl.xyz',
  prefix: 'ko',
  types: ['event'],
} as const;

/** A short brief whose slug is its title in small letters. */
export const brief = (title: string, related: readonly string[] = []) =>
  SMALL_BRIEF.replace('Small brief', title)
    .replace(/(Canonical: .*\/n\/).*/, `$1${title.toLowerCase()}`)
    .replace(/- Related: .*/, `- Related: ${related.map((slug) => `[[${slug}]]`).join(', ')}`);

/** A workspace with two briefs. @returns its real path */
export async function workspace(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const root = join(await temporary(), 'desk');
  await fill(root, {
    'briefwright.json': `${JSON.stringify(SETTINGS, null, 2)}\n`,
    'registry/entities.json': '[\n  {"slug": "vladimir-putin", "name": "Vladimir Putin"}\n]\n',
    'briefs/one.md': brief('One', ['two']),
    'briefs/two.md': brief('Two'),
    ...files,
  });
  return root;
}

export interface Told {
  readonly event: EventName;
  readonly payload: Events[EventName];
}

/** Gathers what the page would be told, and waits for it. */
export class Listener {
  readonly told: Told[] = [];
  readonly #waiting = new Set<() => void>();

  readonly emit: Emit = (event, payload) => {
    this.told.push({ event, payload });
    for (const look of this.#waiting) look();
  };

  /** The first event, told already or still to come, that passes; the test's time limit is the end. */
  async heard<E extends EventName>(
    event: E,
    passes: (payload: Events[E]) => boolean = () => true,
  ): Promise<Events[E]> {
    const find = () =>
      this.told.find((one) => one.event === event && passes(one.payload as Events[E]));
    for (;;) {
      const found = find();
      if (found) return found.payload as Events[E];
      await new Promise<void>((resolve) => {
        const look = () => {
          this.#waiting.delete(look);
          resolve();
        };
        this.#waiting.add(look);
      });
    }
  }

  /** The rows as the page has them after all that was told. */
  rows(): BriefRow[] {
    const rows = new Map<string, BriefRow>();
    for (const { event, payload } of this.told) {
      if (event !== 'workspace') continue;
      const patch = payload as Events['workspace'];
      for (const row of rowsOf(patch)) rows.set(row.slug, row);
      for (const slug of patch.gone ?? []) rows.delete(slug);
    }
    return [...rows.values()];
  }

  forget(): void {
    this.told.length = 0;
  }
}

/** What the system answers; a test sets what it needs. */
export class StandInHost implements Host {
  readonly version = '0.0.0';
  readonly platform = 'linux';
  folder: string | null = null;
  file: string | null = null;
  readonly askFolder = async () => this.folder;
  readonly askFile = async () => this.file;
  readonly askOpenFile = async () => this.file;
  readonly showFile = () => undefined;
  readonly showFolder = async () => '';
  readonly openExternal = async () => ({ kind: 'done' }) as const;
  readonly setMenu = () => undefined;
  readonly closeAnswer = () => undefined;
  readonly zoom = () => undefined;
  readonly pageReady = () => undefined;
  readonly briefShown = () => undefined;
}

export interface Stage extends Context {
  readonly host: StandInHost;
  readonly listener: Listener;
}

/** The app without its window. */
export async function stage(
  options: { readonly disk?: Disk; readonly userData?: string } = {},
): Promise<Stage> {
  const disk = options.disk ?? realDisk;
  const userData = options.userData ?? (await temporary());
  const listener = new Listener();
  const shelves = await openShelves(realDisk, userData);
  const errors: unknown[] = [];
  const report = (error: unknown) => errors.push(error);
  const worker = await builtWorker();
  const desk = new Desk({ disk, userData, shelves, worker, emit: listener.emit, report });
  onTestFinished(async () => {
    await desk.close();
    if (errors.length > 0) throw new AggregateError(errors, 'Reported while the test ran');
  });
  const sample = join(CHECKOUT, 'resources/sample-workspace');
  const exports = new Queues();
  return { disk, userData, desk, shelves, host: new StandInHost(), sample, exports, listener };
}

/** The slugs of the entities that a patch, or the workspace, tells. */
export const entitiesOf = ({
  entities,
}: {
  readonly entities?: ToldWorkspace['entities'];
}): string[] => (entities == null ? [] : parsed(entities).map(({ slug }) => slug));

/** The rows that a patch tells. */
export const rowsOf = ({ rows }: Pick<Events['workspace'], 'rows'>): readonly BriefRow[] =>
  rows === undefined ? [] : rowsIn(rows);
