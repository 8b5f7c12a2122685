import type { Brief, Take, Value } from '../format/brief';

/** A take as values: `summary`, `quote` and `source` are null where the brief has no such part. */
export interface TakeParts {
  readonly outlet: string;
  readonly region: string;
  readonly lang: string;
  readonly summary: string | null;
  readonly quote: string | null;
  readonly source: string | null;
}

/** A number as values; `label` is null where no `, ` splits the bullet. */
export interface NumberParts {
  readonly value: string;
  readonly label: string | null;
}

/** A lens as values; `name` is null for takes above the first lens heading. */
export interface LensParts {
  readonly name: string | null;
  readonly takes: readonly TakeParts[];
}

/**
 * A brief as values, without ranges: what a new brief is printed from, and what an edit is checked
 * against. A list or a prose is null where its section is missing, empty where it holds nothing.
 */
export interface BriefParts {
  readonly title: string | null;
  readonly dek: string | null;
  readonly type: string | null;
  readonly date: string | null;
  readonly heads: readonly string[] | null;
  readonly summary: string | null;
  readonly numbers: readonly NumberParts[] | null;
  readonly why: string | null;
  readonly watch: readonly string[] | null;
  readonly lenses: readonly LensParts[] | null;
  /** Slugs. */
  readonly related: readonly string[] | null;
  /** The Entities line: names joined by `, `. */
  readonly entities: string | null;
  /** The address after `Canonical: `. */
  readonly canonical: string | null;
}

/** The values of a brief. */
export function partsOf(brief: Brief): BriefParts {
  const has = new Set(brief.sections.map((section) => section.kind));
  return {
    title: textOf(brief.title?.value),
    dek: textOf(brief.dek?.value),
    type: textOf(brief.meta?.type?.value),
    date: textOf(brief.meta?.date?.value),
    heads: brief.meta?.heads?.items.map((head) => head.text) ?? null,
    summary: textOf(brief.summary),
    numbers: has.has('numbers')
      ? brief.numbers.map(({ value, label }) => ({ value: value.text, label: textOf(label) }))
      : null,
    why: textOf(brief.why),
    watch: has.has('watch') ? brief.watch.map((item) => item.value.text) : null,
    lenses: has.has('takes')
      ? brief.lenses.map((lens) => ({
          name: lens.heading ? lens.name.text : null,
          takes: lens.takes.map(takeParts),
        }))
      : null,
    related: brief.related?.items.map((item) => item.slug.text) ?? null,
    entities: textOf(brief.entities?.value),
    canonical: textOf(brief.canonical?.value),
  };
}

/** The values of a take. */
export function takeParts(take: Take): TakeParts {
  return {
    outlet: take.outlet.text,
    region: take.region.text,
    lang: take.lang.text,
    summary: textOf(take.summary),
    quote: textOf(take.quote),
    source: textOf(take.source),
  };
}

function textOf(value: Value | null | undefined): string | null {
  return value?.text ?? null;
}
