import type { Brief } from '../../../core/format/brief';
import { createMentionMatcher, findMentions, type Mention } from '../../../core/mentions';
import type { Entity } from '../../../core/workspace/workspace';

/** Names are sorted out by so many of their first units. */
const LEAD = 4;
/** The page is given back after this long (milliseconds): a frame must not wait. */
const SLICE = 5;

/** A text of more units is not searched: it would keep the page waiting. */
export const LONGEST = 300_000;

/** Lets the page go on with what waits. */
export type Turn = () => Promise<void>;

/** What `findMentions` finds, without keeping the page waiting for a large registry. */
export async function mentionsOf(
  brief: Brief,
  entities: readonly Entity[],
  prefix: string,
  pause: Turn,
): Promise<Mention[]> {
  if (brief.source.length > LONGEST) return [];
  const candidates = await candidatesIn(brief.source, entities, pause);
  return findMentions(brief, createMentionMatcher(candidates), { prefix });
}

/**
 * The entities of which a name or alias may stand in a text: few of a large registry, so that it is
 * never read as a whole at one go. None that does stand there is left out.
 */
export async function candidatesIn(
  text: string,
  entities: readonly Entity[],
  turn: Turn,
): Promise<Entity[]> {
  const slice = slicer(turn);
  const starts = new Set<string>();
  const composed = text.normalize('NFC').replace(/\s+/g, ' ');
  for (let at = 0; at < composed.length; at++) {
    for (let length = 1; length <= LEAD; length++) starts.add(composed.slice(at, at + length));
    if (at % 256 === 0) await slice();
  }
  const found: Entity[] = [];
  for (const [at, entity] of entities.entries()) {
    if (at % 256 === 0) await slice();
    if (isIn(entity.name, starts) || entity.aliases?.some((alias) => isIn(alias, starts))) {
      found.push(entity);
    }
  }
  return found;
}

const isIn = (name: string, starts: ReadonlySet<string>): boolean =>
  starts.has(name.normalize('NFC').slice(0, LEAD));

function slicer(turn: Turn): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE) return undefined;
    return turn().then(() => {
      since = performance.now();
    });
  };
}
