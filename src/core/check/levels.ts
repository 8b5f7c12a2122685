export type Severity = 'error' | 'warning' | 'info';
/** What a workspace may set a rule to. */
export type Level = Severity | 'off';

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
  'waiver/expired': 'warning',
  'waiver/unused': 'info',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof RULE_DEFAULTS;
export const RULE_IDS = Object.keys(RULE_DEFAULTS) as RuleId[];

/** A workspace's level of a rule. */
export function levelOf(
  rule: RuleId,
  { rules }: { readonly rules?: Readonly<Partial<Record<RuleId, Level>>> },
): Level {
  return rules?.[rule] ?? RULE_DEFAULTS[rule];
}
