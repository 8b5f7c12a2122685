import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { Waiver } from '../waive/waiver';
import type { RuleId, Severity } from './levels';

export { type Level, levelOf, RULE_DEFAULTS, RULE_IDS, type RuleId, type Severity } from './levels';

/** A mechanical mend: edits of the brief, of the registry, or of another brief. */
export type Fix =
  | { readonly kind: 'edit'; readonly title: string; readonly edits: readonly TextEdit[] }
  /** Add an entity of this name (and, where a link asks for it, slug) to the registry. */
  | {
      readonly kind: 'add-entity';
      readonly title: string;
      readonly name: string;
      readonly slug: string;
    }
  /** List this brief in the Related line of another. */
  | {
      readonly kind: 'relate-back';
      readonly title: string;
      readonly in: string;
      readonly slug: string;
    };

/** What a rule has found. `range` is in the text of the brief that was checked. */
export interface Finding extends Range {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One sentence: what is wrong and what would mend it. */
  readonly message: string;
  /**
   * What its first fix does, as a command, known without working the fix out; absent where there is
   * none. A fix that looks for what was meant may turn out to find nothing.
   */
  readonly fixTitle?: string;
  /** The first is the one that one click applies. Read it, never spread it: it may be a getter of a class. */
  readonly fixes: readonly Fix[];
  /** Set where somebody decided to let it stand; it then counts and blocks nothing. */
  readonly waiver?: Waiver;
}
