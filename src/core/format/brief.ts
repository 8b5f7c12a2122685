import type { Range } from '../text/range';

/**
 * What a form shows of a part, and where it stands.
 *
 * `text` is the range's text, with one difference: where a value runs over several lines, `text`
 * joins them by `\n` and leaves out what the format puts before each continued line (the two
 * spaces of a bullet, the `  > ` of a quote). `lineStarts[n]` is the offset in the source at which
 * the n-th line of `text` starts; within a line, offsets run in step. Where nothing is left out,
 * `lineStarts` has one entry, and offsets run in step over all lines.
 */
export interface Value extends Range {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A part that holds one value; its own range is its whole lines without the last line break. */
export interface Part extends Range {
  readonly value: Value;
}

/** A list written on one line, such as the heads: `value` is the whole list. */
export interface ListPart extends Part {
  readonly items: readonly Value[];
}

/** A derived count: its range is the whole `7 takes`, `number` the digits. */
export interface Count extends Range {
  readonly number: Value;
}

export type CountName = 'takes' | 'lenses' | 'regions';

/** The meta line; a part of it that is missing is null, one that fits no rule is in `unreadable`. */
export interface Meta extends Range {
  readonly type: Part | null;
  readonly date: Part | null;
  readonly heads: ListPart | null;
  readonly counts: Readonly<Record<CountName, Count | null>>;
  readonly unreadable: readonly Value[];
}

/** The six sections, in the order in which a brief has them. */
export const SECTION_KINDS = ['summary', 'numbers', 'why', 'watch', 'takes', 'graph'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** The heading of each section, without its `## `. */
export const SECTION_HEADINGS: Readonly<Record<SectionKind, string>> = {
  summary: 'Summary',
  numbers: 'By the numbers',
  why: 'Why it matters',
  watch: 'What to watch',
  takes: 'Regional takes (batched by bias / lens)',
  graph: 'Across the graph',
};

/**
 * A `## ` heading and all that follows up to the next one (or the footer); the range starts at the
 * heading. `kind` is null for a heading that is none of the six. A second section of one kind has
 * `duplicate` set, and its body is an island.
 */
export interface Section extends Range {
  readonly kind: SectionKind | null;
  readonly duplicate: boolean;
  /** The heading's line, without the line break. */
  readonly heading: Range;
  readonly name: Value;
  /** From the start of the line after the heading to the end of the section. */
  readonly body: Range;
  /** From the first to the end of the last line that is not blank; null where all are. */
  readonly content: Range | null;
}

/** A bullet under By the numbers; `label` is null where no `, ` splits it. */
export interface NumberItem extends Range {
  readonly value: Value;
  readonly label: Value | null;
}

/** A take; its range is its lines, from `- **` to the end of its last line. */
export interface Take extends Range {
  /** The first line. */
  readonly head: Range;
  readonly outlet: Value;
  readonly region: Value;
  readonly lang: Value;
  /** `region, lang` between the brackets. */
  readonly place: Range;
  /** Null where no ` — ` follows the brackets. */
  readonly summary: Value | null;
  /** The lines of the block quote; null where there is none. */
  readonly quoteBlock: Range | null;
  /** What stands between the quotation marks. */
  readonly quote: Value | null;
  /** The `Source: ` line; null where there is none. */
  readonly sourceLine: Range | null;
  readonly source: Value | null;
  /** Lines of the take that fit no rule. */
  readonly islands: readonly Range[];
}

/** A `### ` group of takes. Takes before the first heading stand in a lens whose heading is null. */
export interface Lens extends Range {
  readonly heading: Range | null;
  readonly name: Value;
  readonly takes: readonly Take[];
}

/** A `[[slug]]` of the Related line; `closed` is false where the `]]` is missing. */
export interface RelatedItem extends Range {
  readonly slug: Value;
  readonly closed: boolean;
}

export interface Related extends Part {
  readonly items: readonly RelatedItem[];
}

/** An inline link or an image is `[text](target)`; a wiki link is `[[target]]` (its `text` is null). */
export interface Link extends Range {
  readonly kind: 'inline' | 'wiki';
  readonly text: Range | null;
  readonly target: Value;
  /** False for a `[[` without its `]]`. */
  readonly closed: boolean;
}

/** Text that is part of no field: shown as it is, kept as it is. Never blank. */
export interface Island extends Range {
  /** Where it stands: before the first section, in a section (by its place in `sections`), or in the footer. */
  readonly where: 'top' | 'footer' | number;
  /** True for a `- ` entry of the takes section that can't be read as a take. */
  readonly entry: boolean;
}

/** A brief as text with meaning: every part knows its range, and nothing of the text is left out. */
export interface Brief {
  readonly source: string;
  readonly title: Part | null;
  readonly dek: Part | null;
  readonly meta: Meta | null;
  readonly sections: readonly Section[];
  readonly summary: Value | null;
  readonly numbers: readonly NumberItem[];
  readonly why: Value | null;
  readonly watch: readonly Part[];
  readonly lenses: readonly Lens[];
  /** The takes of all lenses, in the order of the text. */
  readonly takes: readonly Take[];
  readonly related: Related | null;
  /** The Entities line; which names stand on it is read against the registry (`splitNames`). */
  readonly entities: Part | null;
  /** The `---` above the canonical line. */
  readonly rule: Range | null;
  readonly canonical: Part | null;
  readonly links: readonly Link[];
  readonly islands: readonly Island[];
}

/** The text of a brief, byte for byte what was parsed. */
export function serialize(brief: Brief): string {
  return brief.source;
}
