import type { GraphNode } from '../../../core/graph/drawing';
import { openBrief, showView } from '../../app/navigation';

/** What opening a node does, as a command; null where there is nothing to open. */
export function openWords({ kind, state }: GraphNode): string | null {
  if (kind === 'entity') return 'Show its briefs';
  return state === 'known' ? 'Open' : null;
}

/** Opens the brief; of an entity, shows its briefs. */
export function openNode(node: GraphNode): void {
  if (node.kind === 'entity') showView('search', `entity:${node.slug}`);
  else if (node.state === 'known') openBrief(node.slug);
}
