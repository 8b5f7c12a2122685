/** A take as values: `summary`, `quote` and `source` are null where the brief has no such part. */
export interface TakeParts {
  readonly outlet: string;
  readonly region: string;
  readonly lang: string;
  readonly summary: string | null;
  readonly quote: string | null;
  readonly source: string | null;
}

/** A brief as values, without ranges: what a new brief is printed from and what edits are checked against. */
export interface BriefParts {
  readonly title: string | null;
  readonly dek: string | null;
  readonly type: string | null;
  readonly date: string | null;
  readonly heads: readonly string[] | null;
  /** Null where the section is missing; empty where it holds no text. */
  readonly summary: string | null;
  readonly numbers: readonly { readonly value: string; readonly label: string | null }[] | null;
  readonly why: string | null;
  readonly watch: readonly string[] | null;
  /** `name` is null for takes above the first lens heading. */
  readonly lenses:
    | readonly { readonly name: string | null; readonly takes: readonly TakeParts[] }[]
    | null;
  /** Slugs. */
  readonly related: readonly string[] | null;
  /** The Entities line's text: names joined by `, `. */
  readonly entities: string | null;
  /** The address after `Canonical: `. */
  readonly canonical: string | null;
}
