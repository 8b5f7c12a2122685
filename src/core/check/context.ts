import type { Brief, CountName, Value } from '../format/brief';
import { deriveCounts } from '../format/counts';
import { splitNames } from '../format/names';
import { linkTarget } from '../format/target';
import { readWebAddress, type WebAddress } from '../workspace/address';
import type { Knowledge } from '../workspace/knowledge';
import type { CheckContext, TargetedLink, VocabularyName } from './rule';

/** The context in which all rules check one brief. */
export class Context implements CheckContext {
  #links: readonly TargetedLink[] | null = null;
  #names: readonly Value[] | null = null;
  #counts: Readonly<Record<CountName, number>> | null = null;
  #addresses: readonly (WebAddress | null)[] | null = null;
  readonly #vocabularies = new Map<VocabularyName, ReadonlySet<string> | null>();

  constructor(
    readonly brief: Brief,
    readonly slug: string,
    readonly knowledge: Knowledge,
  ) {}

  get links(): readonly TargetedLink[] {
    const { prefix } = this.knowledge.settings;
    this.#links ??= this.brief.links.map((link) => ({ link, target: linkTarget(link, prefix) }));
    return this.#links;
  }

  get names(): readonly Value[] {
    const { entities } = this.knowledge;
    const line = this.brief.entities?.value;
    this.#names ??= line ? splitNames(line, (name) => entities.isName(name)) : [];
    return this.#names;
  }

  get counts(): Readonly<Record<CountName, number>> {
    this.#counts ??= deriveCounts(this.brief);
    return this.#counts;
  }

  get addresses(): readonly (WebAddress | null)[] {
    this.#addresses ??= this.brief.takes.map(({ source }) => readWebAddress(source?.text ?? ''));
    return this.#addresses;
  }

  // Rules take it out of the context: it must not need its owner.
  readonly vocabulary = (name: VocabularyName): ReadonlySet<string> | null => {
    const known = this.#vocabularies.get(name);
    if (known !== undefined) return known;
    const words = this.knowledge.settings[name] ?? [];
    const vocabulary =
      words.length > 0 ? new Set(words.map((word) => word.normalize('NFC'))) : null;
    this.#vocabularies.set(name, vocabulary);
    return vocabulary;
  };
}
