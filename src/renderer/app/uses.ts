import type { IndexState } from '../../bridge/types';
import { bridge } from './bridge';
import { parsed } from './rows';
import { workspaceStore } from './workspace';

type Uses = Readonly<Record<string, number>>;

interface Known {
  readonly id: string;
  readonly version: number;
  /** By the page's clock, in milliseconds. */
  readonly at: number;
  readonly uses: Uses;
}

const NONE: Uses = {};
/** So long (milliseconds) an answer holds: each pause in typing makes a new version, each answer names all entities. */
const HOLDS = 60_000;
let known: Known | null = null;
let isAsking = false;

/** In how many briefs each entity occurs, by slug, as last told; asks anew where that is out of date. */
export function entityUses(): Uses {
  const workspace = workspaceStore.get();
  if (!workspace) return NONE;
  const { id, index } = workspace;
  const told = known?.id === id ? known : null;
  if (!isAsking && !(told && holds(told, index))) void ask(id, index.version);
  return told ? told.uses : NONE;
}

/** What was told while briefs were being read lacks those that came later. */
const holds = ({ version, at }: Known, index: IndexState): boolean =>
  version === index.version || (index.phase === 'ready' && performance.now() - at < HOLDS);

async function ask(id: string, version: number): Promise<void> {
  isAsking = true;
  const told = await bridge.uses('entity').finally(() => {
    isAsking = false;
  });
  if (told.kind !== 'answer') return;
  known = { id, version, at: performance.now(), uses: parsed(told.answer) };
}
