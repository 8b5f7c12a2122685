import type { JsonNode } from '../workspace/json';
import { type Drafts, refuse } from './drafts';
import { OUTLETS } from './files';
import { same } from './names';
import { memberOf, Records } from './records';
import { OUTLET, readsAsMeant, renamed } from './rename-word';
import { eachTied } from './ties';
import type { ChangeRequest } from './types';
import { changeWaivers } from './waivers';

type Request = Extract<ChangeRequest, { kind: 'merge-outlets' }>;

/** Several outlets become one: its record takes their domains, and the takes of all name it. */
export function mergeOutlets(drafts: Drafts, { names, into }: Request): string {
  const gone = mergeRecords(drafts, names, into);
  const isGone = (name: string) => gone.some((other) => same(other, name));
  const follow = (text: string) => (isGone(text) ? into : text);
  eachTied(
    drafts,
    ({ published, takes }) => !published && takes.some(({ outlet }) => isGone(outlet)),
    (brief, draft) => {
      const edits = renamed(OUTLET.values(brief), follow);
      draft.changeLines(edits, true);
      if (edits.length > 0) readsAsMeant(OUTLET, brief, draft, follow, into);
    },
    () => [],
  );
  changeWaivers(drafts, (place) =>
    OUTLET.rules.test(place.rule)
      ? { ...place, text: gone.reduce((text, name) => OUTLET.follow(text, name, into), place.text) }
      : place,
  );
  return `Merge ${gone.join(', ')} into ${into}`;
}

/** @returns the names that go, each once */
function mergeRecords(drafts: Drafts, names: readonly string[], into: string): string[] {
  const draft = drafts.file(OUTLETS);
  if (!draft) return refuse(`${OUTLETS} is not there, so it can’t be changed.`);
  const records = new Records(draft);
  const nameOf = (item: JsonNode) => records.text(item, 'name')?.trim() ?? '';
  const find = (name: string) =>
    records.items.find((item) => nameOf(item) === name) ?? refuse(`There is no outlet “${name}”.`);
  const target = find(into);
  const wanted = new Set([...names, into]);
  for (const name of names) find(name);
  const merged = records.items.filter((item) => item !== target && wanted.has(nameOf(item)));
  if (merged.length === 0) refuse('Choose at least two outlets to merge.');
  draft.change(
    [
      ...takeIn(drafts, records, merged, target),
      ...records.remove((item) => merged.includes(item)),
    ],
    false,
  );
  return [...new Set(merged.map(nameOf))];
}

/** What an outlet says once at most. */
const SINGLE = ['region', 'lang', 'lens'] as const;

/** The domains of those merged, and what else the one that stays does not say itself. */
function takeIn(
  { remarks }: Drafts,
  records: Records,
  merged: readonly JsonNode[],
  target: JsonNode,
) {
  const own = records.texts(target, 'domains').map((domain) => domain.toLowerCase());
  const domains = new Map<string, string>();
  for (const domain of merged.flatMap((item) => records.texts(item, 'domains'))) {
    const key = domain.toLowerCase();
    if (!own.includes(key) && !domains.has(key)) domains.set(key, domain);
  }
  const added: Record<string, string> = {};
  for (const key of SINGLE) {
    for (const item of merged) {
      const kept = records.text(target, key) ?? added[key];
      const said = records.text(item, key);
      if (said === null) continue;
      if (kept === undefined) added[key] = said;
      else if (kept !== said) remarks.push(leftOut(records, item, key, said, kept));
    }
  }
  const list = memberOf(target, 'domains');
  const fresh = [...domains.values()];
  if (list) return [...records.append(target, 'domains', fresh), ...records.add(target, added)];
  return records.add(target, { ...(fresh.length > 0 ? { domains: fresh } : {}), ...added });
}

function leftOut(
  records: Records,
  item: JsonNode,
  key: (typeof SINGLE)[number],
  said: string,
  kept: string,
): string {
  const word = key === 'lang' ? 'language' : key;
  return `${records.text(item, 'name')} has the ${word} “${said}”; “${kept}” stays.`;
}
