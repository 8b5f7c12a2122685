import { join } from 'node:path';
import type { Problem } from '../../bridge/types';
import type { Brief } from '../../core/format/brief';
import { parse } from '../../core/format/parse';
import { isSlug } from '../../core/format/slug';
import { counting, eachOf, type StoredFinding } from '../../core/graph/findings';
import { type Held, LiveBriefs } from '../../core/graph/live-briefs';
import { type BriefRecord, emptyRecord } from '../../core/graph/record';
import { WaiverIndex } from '../../core/waive/waive';
import { EntityIndex } from '../../core/workspace/entities';
import { claimOf, relatedOf } from '../../core/workspace/entry';
import type { Knowledge } from '../../core/workspace/knowledge';
import { OutletIndex } from '../../core/workspace/outlets';
import { badName } from '../workspace/bad-name';
import { BRIEFS_FOLDER } from '../workspace/find';
import { cacheKeyOf, type Surroundings } from './around';
import type { KeptFacts } from './cache/cache';
import type { KeptFindings } from './cache/kept';
import { loadFindings } from './cache/store';
import type { Checked, CheckStart, Progress } from './checked';
import { BriefFiles } from './files';
import { Published } from './published';
import { judge } from './sweep/judge';
import { atOnce } from './turns';
import { holdsIn, isInDoubt, unchanged } from './unchanged';

/** A cache that lacks so few briefs is not written anew: they are quicker read again. */
export const FEW_CHANGED = 50;

/**
 * A check by what was kept, where briefs hardly changed: all that a brief's findings take of the
 * others is as it was, so only those of the changed texts are found anew. Null where that does not hold.
 */
export function checkByKept(start: CheckStart, progress?: Progress): Checked | null {
  const { root, around, problems } = start;
  const kept = loadFindings(root);
  if (!kept || !holdsIn(kept, cacheKeyOf(around))) return null;
  const published = new Published(root);
  published.restore(kept.published, around.settings.prefix);
  const isOther = published.read(around.settings, (state) => isInDoubt(state, kept));
  if (atOnce(isOther)) return null;
  const files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
  const [named, misnamed] = split(files.list(), isSlug);
  const compared = compare(kept, named, files, progress);
  if (!compared) return null;
  const { slugs, places, changed, unread } = compared;
  for (const name of misnamed) unread.set(name, badName(`${name}.md`));
  let known: Knowledge | null = null;
  const knowledge = () => (known ??= knowledgeOf(around, kept, published.records));
  const waivers = new WaiverIndex(around.waivers, around.settings);
  const anew = new Map<string, readonly StoredFinding[]>();
  for (const [slug, brief] of changed) {
    anew.set(slug, judge(brief, slug, knowledge(), waivers, around.today));
  }
  return {
    root,
    problems,
    unread: new Map([...unread].sort(([a], [b]) => (a < b ? -1 : 1))),
    slugs,
    get knowledge() {
      return knowledge();
    },
    findings: (slug) => anew.get(slug) ?? kept.findings(places.get(slug) ?? -1),
    tally: (slug, into) => {
      const found = anew.get(slug);
      if (found) eachOf(found, counting(into));
      else kept.each(places.get(slug) ?? -1, counting(into));
    },
    text: (slug) => files.readText(slug).text,
    records: () => {
      throw new Error('The records were not asked for');
    },
  };
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [first: T[], rest: T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const one of all) parts[isFirst(one) ? 0 : 1].push(one);
  return parts;
}

interface Compared {
  /** Of the briefs that can be read. */
  readonly slugs: string[];
  readonly places: ReadonlyMap<string, number>;
  readonly changed: ReadonlyMap<string, Brief>;
  readonly unread: Map<string, Problem>;
}

/** Null where a brief came, went, or is another to those around it. */
function compare(
  kept: KeptFindings,
  slugs: readonly string[],
  files: BriefFiles,
  progress?: Progress,
): Compared | null {
  if (slugs.length !== kept.slugs.length) return null;
  const places = new Map<string, number>();
  kept.slugs.forEach((slug, place) => places.set(slug, place));
  const changed = new Map<string, Brief>();
  const unread = new Map<string, Problem>();
  let done = 0;
  for (const slug of slugs) {
    if (done++ % 500 === 0) progress?.(done, slugs.length);
    const place = places.get(slug);
    if (place === undefined) return null;
    const known = kept.state(place);
    if (known.problem) unread.set(slug, known.problem);
    if (unchanged(files, slug, known, kept)) continue;
    const { text } = files.read(slug);
    const brief = text === null ? null : parse(text);
    const isOther = !brief || known.problem || !sameFacts(slug, brief, kept.facts(place));
    if (isOther || changed.size === FEW_CHANGED) return null;
    changed.set(slug, brief);
  }
  const readable = unread.size > 0 ? slugs.filter((slug) => !unread.has(slug)) : slugs;
  return { slugs: [...readable], places, changed, unread };
}

const sameFacts = (slug: string, brief: Brief, { title, claims, related }: KeptFacts): boolean =>
  title === (brief.title?.value.text.trim() ?? '') &&
  claims === claimOf(slug, brief) &&
  related.join() === relatedOf(brief).join();

/** A brief as the others take it, made when it is asked for. */
class HeldFacts implements Held {
  constructor(
    readonly kept: KeptFindings,
    readonly place: number,
  ) {}

  get record(): BriefRecord {
    return { ...emptyRecord(this.kept.slugs[this.place] ?? ''), ...this.kept.facts(this.place) };
  }
}

function knowledgeOf(
  { settings, entities, outlets }: Surroundings,
  kept: KeptFindings,
  published: readonly BriefRecord[],
): Knowledge {
  const briefs = new LiveBriefs();
  kept.slugs.forEach((slug, place) => {
    briefs.restoreFile(slug, new HeldFacts(kept, place), kept.claims.get(slug) ?? null);
  });
  briefs.setPublished(published);
  return {
    settings,
    entities: new EntityIndex(entities),
    outlets: new OutletIndex(outlets),
    briefs,
  };
}
