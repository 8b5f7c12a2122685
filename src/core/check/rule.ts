import type { EditResult } from '../edit/result';
import type { Brief, CountName, Link, Value } from '../format/brief';
import type { Target } from '../format/target';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { WebAddress } from '../workspace/address';
import type { Knowledge } from '../workspace/knowledge';
import type { Entity } from '../workspace/workspace';
import type { Fix, RuleId } from './finding';

/** What a rule looks at; the parts that several rules need are read once and when first asked for. */
export interface CheckContext {
  readonly brief: Brief;
  /** Of the brief's file. */
  readonly slug: string;
  readonly knowledge: Knowledge;
  /** All links in the order of the text, each with what it points at. */
  readonly links: readonly TargetedLink[];
  /** The names on the Entities line, read against the registry. */
  readonly names: readonly NamedEntity[];
  /** The counts that the meta line should have. */
  readonly counts: Readonly<Record<CountName, number>>;
  /** The source of each of the brief's takes; null where it is missing or no http(s) address. */
  readonly addresses: readonly (WebAddress | null)[];
  /** What the canonical line must say. */
  readonly address: string;
  /** The words of the vocabularies, read once for all briefs. */
  readonly vocabularies: Vocabularies;
}

export interface TargetedLink {
  readonly link: Link;
  readonly target: Target;
  /** The registered entity that it points at. */
  readonly entity: Entity | undefined;
}

/** A name on the Entities line, with the entity that it or one of its aliases is. */
export interface NamedEntity {
  readonly name: Value;
  readonly entity: Entity | undefined;
}

export type VocabularyName = 'types' | 'heads' | 'lenses' | 'regions' | 'languages';
/** Words in NFC, tags in small letters; null where a vocabulary is missing or empty and so not checked. */
export type Vocabularies = Readonly<Record<VocabularyName, ReadonlySet<string> | null>>;

/** True where a vocabulary holds a word, however it is composed. */
export function knows(vocabulary: ReadonlySet<string>, word: string): boolean {
  return vocabulary.has(word) || vocabulary.has(word.normalize('NFC'));
}

/**
 * Notes a finding. `fixTitle` is what its first fix does, as far as that costs nothing to know;
 * `fixes` is called with it when somebody first looks at them.
 */
export type Report = (
  range: Range,
  message: string,
  fixTitle?: string,
  fixes?: (title: string) => readonly Fix[],
) => void;

/** One thing that can be wrong with a brief. */
export interface Rule {
  readonly id: RuleId;
  check(context: CheckContext, report: Report): void;
}

/** A fix that edits the brief, as a list: empty where the intention was refused. */
export function editFix(title: string, result: EditResult | readonly TextEdit[]): readonly Fix[] {
  if (!('ok' in result)) return [{ kind: 'edit', title, edits: result }];
  return result.ok ? [{ kind: 'edit', title, edits: result.edits }] : [];
}
