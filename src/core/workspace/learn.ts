import type { Brief } from '../format/brief';
import { parse } from '../format/parse';
import { isSlug } from '../format/slug';
import { readCanonical } from './address';
import { learnEntities } from './learn-entities';
import { learnOutlets } from './learn-outlets';
import { Tally } from './tally';
import type { Entity, Outlet, Settings } from './workspace';

/** What a folder of briefs tells of the workspace that it could be. */
export interface Learned {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
}

/** Where no canonical line tells an address. */
const UNKNOWN_SITE = 'https://example.org';
const UNKNOWN_PREFIX = 'en';

/** Learns vocabularies and registries from briefs, so that adopting them reports nothing as unknown. */
export function learn(
  briefs: readonly { readonly slug: string; readonly text: string }[],
): Learned {
  const parsed = briefs.map(({ text }) => parse(text));
  const address = learnAddress(parsed);
  return {
    settings: { version: 1, ...address, ...learnVocabularies(parsed) },
    entities: learnEntities(parsed, address.prefix),
    outlets: learnOutlets(parsed),
  };
}

function learnAddress(briefs: readonly Brief[]): Pick<Settings, 'site' | 'prefix'> {
  const addresses = new Tally<string>();
  const prefixes = new Tally<string>();
  for (const brief of briefs) {
    const canonical = readCanonical(brief.canonical?.value.text ?? '');
    if (canonical) addresses.add(`${canonical.site} ${canonical.prefix}`);
    for (const link of brief.links) {
      const match = /^\/([\w.~-]+)\/(?:entity|n)\/([^/]+)$/.exec(link.target.text);
      if (match?.[1] && isSlug(match[2] ?? '')) prefixes.add(match[1]);
    }
  }
  const [site, prefix] = addresses.most()?.split(' ') ?? [];
  return { site: site ?? UNKNOWN_SITE, prefix: prefix ?? prefixes.most() ?? UNKNOWN_PREFIX };
}

/** Each vocabulary by how often its words are used; `unlabelled` leads the lenses. */
function learnVocabularies(briefs: readonly Brief[]) {
  const words = (wordsOf: (brief: Brief) => readonly string[]): string[] => {
    const tally = new Tally<string>();
    for (const brief of briefs) for (const word of wordsOf(brief)) tally.add(word.trim());
    return tally.ranked().filter(Boolean);
  };
  const lenses = words((brief) =>
    brief.lenses.filter(({ heading }) => heading).map(({ name }) => name.text),
  );
  return {
    types: words(({ meta }) => (meta?.type ? [meta.type.value.text] : [])),
    heads: words(({ meta }) => meta?.heads?.items.map(({ text }) => text) ?? []),
    lenses: lenses.length > 0 ? [...new Set(['unlabelled', ...lenses])] : [],
    regions: words(({ takes }) => takes.map(({ region }) => region.text)),
    languages: words(({ takes }) => takes.map(({ lang }) => lang.text)),
  };
}
