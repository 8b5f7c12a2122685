import { bridge } from './bridge';
import { workspaceStore } from './workspace';

type Uses = Readonly<Record<string, number>>;

const NONE: Uses = {};
let known: { readonly id: string; readonly version: number; readonly uses: Uses } | null = null;
let isAsking = false;

/** In how many briefs each entity occurs, by slug, as last told; asks anew where that is out of date. */
export function entityUses(): Uses {
  const workspace = workspaceStore.get();
  if (!workspace) return NONE;
  const { id, index } = workspace;
  const isKnown = known?.id === id;
  if (!isAsking && !(isKnown && known?.version === index.version)) void ask(id, index.version);
  return isKnown && known ? known.uses : NONE;
}

async function ask(id: string, version: number): Promise<void> {
  isAsking = true;
  const told = await bridge.uses('entity').finally(() => {
    isAsking = false;
  });
  if (told.kind === 'answer') known = { id, version, uses: told.answer };
}
