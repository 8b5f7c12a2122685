import type { Brief, CountName } from '../format/brief';
import { deriveCounts } from '../format/counts';
import { splitNames } from '../format/names';
import { linkTargets, type Target } from '../format/target';
import { canonicalOf, readWebAddress, type WebAddress } from '../workspace/address';
import type { Knowledge } from '../workspace/knowledge';
import type { Settings } from '../workspace/workspace';
import { commasOf } from './commas';
import type { CheckContext, NamedEntity, TargetedLink, Vocabularies } from './rule';
import { composed } from '../text/composed';
import { vocabulariesOf } from './vocabularies';

/** The context in which all rules check one brief. */
export class Context implements CheckContext {
  #links: readonly TargetedLink[] | null = null;
  #names: readonly NamedEntity[] | null = null;
  #counts: Readonly<Record<CountName, number>> | null = null;
  #addresses: readonly (WebAddress | null)[] | null = null;

  constructor(
    readonly brief: Brief,
    readonly slug: string,
    readonly knowledge: Knowledge,
  ) {}

  get links(): readonly TargetedLink[] {
    this.#links ??= this.#readLinks();
    return this.#links;
  }

  #readLinks(): readonly TargetedLink[] {
    const { settings, entities } = this.knowledge;
    const targets = linkTargets(this.brief, settings.prefix);
    const links: TargetedLink[] = [];
    this.brief.links.forEach((link, at) => {
      const target = targets[at] as Target;
      const entity = target.kind === 'entity' ? entities.get(target.slug) : undefined;
      links.push({ link, target, entity });
    });
    return links;
  }

  get names(): readonly NamedEntity[] {
    this.#names ??= this.#readNames();
    return this.#names;
  }

  #readNames(): readonly NamedEntity[] {
    const { entities } = this.knowledge;
    const line = this.brief.entities?.value;
    if (!line) return [];
    const commas = commasOf(entities);
    const names: NamedEntity[] = [];
    for (const name of splitNames(
      line,
      (text) => entities.isName(text),
      (piece) => commas.size > 0 && commas.has(composed(piece)),
    ))
      names.push({ name, entity: entities.byName(name.text) });
    return names;
  }

  get counts(): Readonly<Record<CountName, number>> {
    this.#counts ??= deriveCounts(this.brief);
    return this.#counts;
  }

  get addresses(): readonly (WebAddress | null)[] {
    this.#addresses ??= this.#readAddresses();
    return this.#addresses;
  }

  #readAddresses(): readonly (WebAddress | null)[] {
    const addresses: (WebAddress | null)[] = [];
    for (const { source } of this.brief.takes) addresses.push(readWebAddress(source?.text ?? ''));
    return addresses;
  }

  get address(): string {
    return addressOf(this.knowledge.settings, this.slug);
  }

  get vocabularies(): Vocabularies {
    return vocabulariesOf(this.knowledge.settings);
  }
}

/** Of the settings last used: what their canonical addresses have before the slug. */
let last: { readonly settings: Settings; readonly start: string } | null = null;

function addressOf(settings: Settings, slug: string): string {
  if (last?.settings !== settings) last = { settings, start: canonicalOf(settings, '') };
  return last.start + slug;
}
