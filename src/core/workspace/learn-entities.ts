import type { Brief } from '../format/brief';
import { splitNames } from '../format/names';
import { slugify } from '../format/slug';
import { linkTarget } from '../format/target';
import { Tally } from './tally';
import type { Entity } from './workspace';

/**
 * The entities that briefs link to or name, sorted by slug. An entity's name is the link text that
 * an Entities line uses too, else the most frequent one; names on Entities lines that lead to it
 * otherwise become its aliases. No other alias is made up.
 */
export function learnEntities(briefs: readonly Brief[], prefix: string): Entity[] {
  const texts = linkTexts(briefs, prefix);
  const listed = listedNames(briefs, new Set([...texts.values()].flatMap((t) => t.ranked())));
  const named = new Set(listed);
  const entities = new Map<string, { name: string; aliases: string[] }>();
  const slugOfText = new Map<string, string>();
  for (const [slug, tally] of texts) {
    const ranked = tally.ranked();
    const name = ranked.find((text) => named.has(text)) ?? ranked[0] ?? wordsOf(slug);
    entities.set(slug, { name, aliases: [] });
    for (const text of ranked) if (!slugOfText.has(text)) slugOfText.set(text, slug);
  }
  const known = new Set([...entities.values()].map(({ name }) => name));
  for (const name of listed) {
    if (known.has(name)) continue;
    known.add(name);
    const slug = slugOfText.get(name) ?? slugify(name);
    const entity = entities.get(slug);
    if (entity) entity.aliases.push(name);
    else if (slug) entities.set(slug, { name, aliases: [] });
  }
  return [...entities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, { name, aliases }]) =>
      aliases.length > 0 ? { slug, name, aliases } : { slug, name },
    );
}

/** The texts under which each slug is linked. */
function linkTexts(briefs: readonly Brief[], prefix: string): Map<string, Tally<string>> {
  const texts = new Map<string, Tally<string>>();
  for (const brief of briefs) {
    for (const link of brief.links) {
      const target = linkTarget(link, prefix);
      if (target.kind !== 'entity' || !link.text) continue;
      const tally = texts.get(target.slug) ?? new Tally<string>();
      texts.set(target.slug, tally);
      const text = brief.source.slice(link.text.from, link.text.to).replace(/\s+/g, ' ').trim();
      if (text) tally.add(text.normalize('NFC'));
    }
  }
  return texts;
}

/** The names of all Entities lines, the most frequent first. */
function listedNames(briefs: readonly Brief[], linked: ReadonlySet<string>): string[] {
  const names = new Tally<string>();
  const isName = (name: string) => linked.has(name.normalize('NFC'));
  for (const { entities } of briefs) {
    if (!entities) continue;
    for (const name of splitNames(entities.value, isName)) names.add(name.text.normalize('NFC'));
  }
  return names.ranked();
}

function wordsOf(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
