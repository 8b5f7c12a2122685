import { type Mock, vi } from 'vitest';
import type { Bridge, Calls, EventName, Events } from '../../../src/bridge/contract';
import type { BriefRow, ToldWorkspace, WorkspaceState } from '../../../src/bridge/types';

/**
 * The main process as the page meets it, for tests of the page alone: answers what a test says,
 * keeps what it was asked, and tells what a test has it tell. To be imported before the page's
 * modules, which take the bridge as they are loaded.
 */
type Asked = { readonly [Name in keyof Calls]: Mock<Calls[Name]> };

const done = async () => ({ kind: 'done' }) as const;
const cancelled = async () => ({ kind: 'cancelled' }) as const;
const none = async () => [];
const unasked = async (): Promise<never> => {
  throw new Error('The test did not expect this call');
};

export const asked: Asked = {
  boot: vi.fn(
    async () => ({ version: '0.0.0', platform: 'linux', recent: [], open: null }) as const,
  ),
  openWorkspace: vi.fn(cancelled),
  openRecent: vi.fn(cancelled),
  forgetRecent: vi.fn(none),
  openSample: vi.fn(cancelled),
  chooseFolder: vi.fn(cancelled),
  createWorkspace: vi.fn(cancelled),
  adopt: vi.fn(cancelled),
  closeWorkspace: vi.fn(none),
  remember: vi.fn(done),
  openBrief: vi.fn(unasked),
  closeBrief: vi.fn(done),
  saveBrief: vi.fn(unasked),
  journal: vi.fn(done),
  discardDraft: vi.fn(done),
  createBrief: vi.fn(done),
  duplicateBrief: vi.fn(done),
  relateBack: vi.fn(done),
  showInFolder: vi.fn(done),
  saveCopy: vi.fn(done),
  addEntity: vi.fn(done),
  addOutlet: vi.fn(done),
  saveSettings: vi.fn(done),
  restoreLastGood: vi.fn(done),
  putEntities: vi.fn(done),
  putOutlets: vi.fn(done),
  putWaiver: vi.fn(done),
  removeWaiver: vi.fn(done),
  overlay: vi.fn(done),
  cancelIndex: vi.fn(done),
  resumeIndex: vi.fn(done),
  readImport: vi.fn(cancelled),
  learnRecords: vi.fn(unasked),
  findings: vi.fn(unasked),
  search: vi.fn(unasked),
  references: vi.fn(
    async () => ({ kind: 'answer', answer: { incoming: [], outgoing: [] } }) as const,
  ),
  graph: vi.fn(unasked),
  balance: vi.fn(unasked),
  uses: vi.fn(async () => ({ kind: 'answer', answer: '{}' }) as const),
  planChange: vi.fn(unasked),
  runChange: vi.fn(unasked),
  undoChange: vi.fn(unasked),
  redoChange: vi.fn(unasked),
  chooseExportFolder: vi.fn(cancelled),
  planExport: vi.fn(unasked),
  runExport: vi.fn(unasked),
  showExportFolder: vi.fn(done),
  openExternal: vi.fn(done),
  setMenu: vi.fn(done),
  zoom: vi.fn(done),
  closeAnswer: vi.fn(done),
  ready: vi.fn(done),
};

const listeners = new Map<EventName, Set<(payload: never) => void>>();

/** Has the main process tell the page something. */
export function tell<E extends EventName>(event: E, payload: Events[E]): void {
  for (const listener of listeners.get(event) ?? []) listener(payload as never);
}

export const tidyMemory = vi.fn();

const bridge: Bridge = {
  ...asked,
  openDropped: vi.fn(cancelled),
  tidyMemory,
  on(event, listener) {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  },
};

Object.defineProperty(window, 'briefwright', { value: bridge });

export const row = (slug: string, change: Partial<BriefRow> = {}): BriefRow => ({
  slug,
  title: slug.replaceAll('-', ' '),
  date: '2026-01-01',
  claims: null,
  type: 'event',
  heads: [],
  lenses: ['unlabelled'],
  takes: 1,
  findings: { error: 0, warning: 0, info: 0 },
  modified: 0,
  problem: null,
  ...change,
});

export const workspaceOf = (
  briefs: readonly BriefRow[],
  change: Partial<WorkspaceState> = {},
): WorkspaceState => ({
  id: 'desk',
  name: 'desk',
  path: '/desk',
  readOnly: null,
  settings: { version: 1, site: 'https://example.org', prefix: 'ko', types: ['event'] },
  entities: [],
  areEntitiesUnread: false,
  outlets: [],
  waivers: [],
  problems: [],
  index: { phase: 'ready', done: 0, total: 0, version: 0 },
  undoable: null,
  redoable: null,
  briefs,
  unread: '[]',
  published: [],
  listedBy: {},
  drafts: [],
  exportFolder: null,
  memory: {},
  ...change,
});

/** The same as the main process tells it. */
export const toldOf = (...of: Parameters<typeof workspaceOf>): ToldWorkspace => {
  const workspace = workspaceOf(...of);
  return { ...workspace, entities: JSON.stringify(workspace.entities) };
};
