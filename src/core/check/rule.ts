import type { EditResult } from '../edit/result';
import type { Brief, CountName, Link, Value } from '../format/brief';
import type { Target } from '../format/target';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { WebAddress } from '../workspace/address';
import type { Knowledge } from '../workspace/knowledge';
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
  readonly names: readonly Value[];
  /** The counts that the meta line should have. */
  readonly counts: Readonly<Record<CountName, number>>;
  /** The source of each of the brief's takes; null where it is missing or no http(s) address. */
  readonly addresses: readonly (WebAddress | null)[];
  /** The words of a vocabulary in NFC; null where it is missing or empty and so not checked. */
  readonly vocabulary: (name: VocabularyName) => ReadonlySet<string> | null;
}

export interface TargetedLink {
  readonly link: Link;
  readonly target: Target;
}

export type VocabularyName = 'types' | 'heads' | 'lenses' | 'regions' | 'languages';

/** True where a vocabulary holds a word, however it is composed. */
export function knows(vocabulary: ReadonlySet<string>, word: string): boolean {
  return vocabulary.has(word) || vocabulary.has(word.normalize('NFC'));
}

/** Notes a finding. `fixes` is called when somebody first looks at them. */
export type Report = (range: Range, message: string, fixes?: () => readonly Fix[]) => void;

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
