/** How many takes stand where: over one brief or several. */
export interface Balance {
  readonly briefs: number;
  readonly takes: number;
  /** Takes after those that share one source, or the same words, are counted once. */
  readonly voices: number;
  readonly lenses: readonly Share[];
  readonly regions: readonly Share[];
  readonly languages: readonly Share[];
  readonly outlets: readonly Share[];
  /** Takes of each lens (row) in each region (column), in the order of `lenses` and `regions`. */
  readonly matrix: readonly (readonly number[])[];
  /** What is missing, as sentences that explain; the first matter most. */
  readonly gaps: readonly string[];
  /** Takes that are one voice. */
  readonly echoes: readonly Echo[];
}

export interface Share {
  readonly name: string;
  readonly takes: number;
  /** False where it is in the vocabulary or the target, and no take has it. */
  readonly present: boolean;
}

export interface Echo {
  readonly why: 'source' | 'words';
  /** The source, or the words they share. */
  readonly what: string;
  readonly takes: readonly {
    readonly slug: string;
    readonly outlet: string;
    readonly index: number;
  }[];
}
