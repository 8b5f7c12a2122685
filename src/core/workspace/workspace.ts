import type { Level } from '../check/finding';
import type { RuleId } from '../check/finding';

/** A record of registry/entities.json; keys it does not name are kept. */
export interface Entity {
  readonly slug: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind?: string;
}

/** A record of registry/outlets.json; `domains` match the host and its subdomains. */
export interface Outlet {
  readonly name: string;
  readonly domains?: readonly string[];
  readonly region?: string;
  readonly lang?: string;
  readonly lens?: string;
}

/** The least number of takes that a brief should have, by the names of the vocabularies. */
export interface BalanceTarget {
  readonly lenses?: Readonly<Record<string, number>>;
  readonly regions?: Readonly<Record<string, number>>;
  readonly languages?: Readonly<Record<string, number>>;
}

/** briefwright.json. A vocabulary that is missing or empty is not checked. */
export interface Settings {
  readonly version: 1;
  readonly site: string;
  readonly prefix: string;
  readonly types?: readonly string[];
  readonly heads?: readonly string[];
  readonly lenses?: readonly string[];
  readonly regions?: readonly string[];
  readonly languages?: readonly string[];
  readonly rules?: Readonly<Partial<Record<RuleId, Level>>>;
  /** Folders, relative to the workspace, whose briefs count as known. */
  readonly published?: readonly string[];
  /** Where export writes, as a pattern of `{prefix}` and `{slug}`; default `{prefix}/n/{slug}.md`. */
  readonly exportPath?: string;
  /** What the balance of takes is measured against; it explains, and checks nothing. */
  readonly balance?: BalanceTarget;
}

/** What other briefs know of a brief. */
export interface BriefEntry {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  /** The slugs of its Related line. */
  readonly related: readonly string[];
  /** The slug its canonical line claims, where that is another than its file's. */
  readonly claims: string | null;
  /** True for a brief of a published folder: known, but read-only. */
  readonly published: boolean;
}
