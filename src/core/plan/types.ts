import type { RuleId } from '../check/finding';

/** A change to many files of the workspace. */
export type ChangeRequest =
  | {
      readonly kind: 'rename-brief';
      readonly slug: string;
      readonly to: string;
      readonly redirect: boolean;
    }
  | {
      readonly kind: 'rename-entity';
      readonly slug: string;
      readonly to: { readonly slug: string; readonly name: string };
      /** Keeps the old name among its aliases. */
      readonly keepAlias: boolean;
    }
  /** The entities of `slugs` become `into`, whose aliases take their names. */
  | { readonly kind: 'merge-entities'; readonly slugs: readonly string[]; readonly into: string }
  /** The outlets of `names` become `into`, whose domains take theirs in. */
  | { readonly kind: 'merge-outlets'; readonly names: readonly string[]; readonly into: string }
  | {
      readonly kind: 'rename-lens' | 'rename-head' | 'rename-outlet';
      readonly name: string;
      readonly to: string;
    }
  | { readonly kind: 'delete-briefs'; readonly slugs: readonly string[] }
  | { readonly kind: 'delete-entity'; readonly slug: string }
  | { readonly kind: 'delete-outlet'; readonly name: string }
  /** The first fix of one finding, by where it begins (UTF-16). */
  | {
      readonly kind: 'fix-finding';
      readonly slug: string;
      readonly rule: RuleId;
      readonly from: number;
    }
  /** The first fix of every finding of a rule, in these briefs (null: in all). */
  | { readonly kind: 'fix-rule'; readonly rule: RuleId; readonly slugs: readonly string[] | null };

/** One changed stretch of a file; what is not wanted of a plan is left out by `id`. */
export interface PlannedChange {
  readonly id: string;
  /** Line from 1 in the old text. */
  readonly line: number;
  /**
   * The lines as they are and as they would be, without line breaks at their ends; where a change
   * is of several places, one place after the other.
   */
  readonly before: string;
  readonly after: string;
  /** False where the plan makes no sense without it. */
  readonly optional: boolean;
}

export interface ChangedFile {
  /** Relative to the workspace. */
  readonly file: string;
  /** Its new name, which is `file` where it keeps it; null where it is deleted. */
  readonly to: string | null;
  /** The brief it is; null for a registry or the settings. */
  readonly slug: string | null;
  /** In the order of the text; none where it is only renamed or deleted. */
  readonly changes: readonly PlannedChange[];
}

/** A link of a published folder that the change would break: the app does not write there. */
export interface Outside {
  readonly slug: string;
  readonly title: string;
  readonly line: number;
  readonly text: string;
}

export interface ChangePlan {
  readonly id: string;
  /** What it does, as a sentence without a full stop. */
  readonly title: string;
  readonly files: readonly ChangedFile[];
  readonly outside: readonly Outside[];
  /** What it leaves undone or breaks, as sentences. */
  readonly remarks: readonly string[];
}
