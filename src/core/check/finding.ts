import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

export type Severity = 'error' | 'warning' | 'info';
/** What a workspace may set a rule to. */
export type Level = Severity | 'off';

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
  /** The first is the one that one click applies. */
  readonly fixes: readonly Fix[];
}

/** Every rule and its default level (brief-format.md, "What validation reports"). */
export const RULE_DEFAULTS = {
  'format/title': 'error',
  'format/dek': 'warning',
  'format/meta': 'error',
  'format/date': 'error',
  'format/type': 'error',
  'format/head': 'warning',
  'format/section-missing': 'error',
  'format/section-duplicate': 'error',
  'format/section-order': 'warning',
  'format/section-unknown': 'warning',
  'format/section-empty': 'error',
  'format/number': 'warning',
  'format/take': 'error',
  'format/canonical': 'error',
  'counts/takes': 'error',
  'counts/lenses': 'error',
  'counts/regions': 'error',
  'link/entity-unknown': 'error',
  'link/brief-unknown': 'error',
  'link/malformed': 'error',
  'link/self': 'warning',
  'link/partial-word': 'warning',
  'graph/related-duplicate': 'warning',
  'graph/related-missing': 'warning',
  'graph/one-way': 'info',
  'graph/entity-unlisted': 'warning',
  'graph/entity-unregistered': 'error',
  'graph/slug-duplicate': 'error',
  'take/source-missing': 'error',
  'take/source-url': 'error',
  'take/source-duplicate': 'warning',
  'take/source-date': 'warning',
  'take/outlet-domain': 'warning',
  'take/region': 'warning',
  'take/lang': 'warning',
  'take/lens-unknown': 'warning',
  'take/lens-empty': 'warning',
  'take/unlabelled': 'info',
  'take/summary-missing': 'warning',
  'take/quote-missing': 'info',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof RULE_DEFAULTS;
export const RULE_IDS = Object.keys(RULE_DEFAULTS) as RuleId[];
