import { check } from '../../src/core/check/index';
import { parse } from '../../src/core/format/parse';
import { eachOf, type FindingsQuery, type StoredFinding } from '../../src/core/graph/findings';
import { type BriefRecord, recordOf } from '../../src/core/graph/record';
import { storedFindings } from '../../src/core/graph/stored';
import type { GraphView } from '../../src/core/graph/view';
import { type Knowledge, knowledgeOf } from '../../src/core/workspace/knowledge';
import type { Entity, Outlet, Settings } from '../../src/core/workspace/workspace';
import { SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from './brief';

/** Asks for every finding of a workspace, waived or not. */
export const ALL_FINDINGS: FindingsQuery = {
  text: '',
  rules: [],
  severities: [],
  slugs: null,
  waived: 'with',
  order: 'brief',
  offset: 0,
  limit: 500,
};

export interface GraphParts {
  readonly settings?: Partial<Settings>;
  readonly entities?: readonly Entity[];
  readonly outlets?: readonly Outlet[];
  /** Texts of the published folders, by slug; a brief of the workspace shadows one. */
  readonly published?: Readonly<Record<string, string>>;
}

/** The graph of a workspace with these texts by slug, read anew; settings and registries are those of `SMALL_BRIEF`. */
export function graphOf(
  texts: Readonly<Record<string, string>>,
  parts: GraphParts = {},
): GraphView {
  const settings = { ...SMALL_SETTINGS, ...parts.settings };
  const all = new Map<string, string>();
  const records = new Map<string, BriefRecord>();
  const put = (slug: string, text: string, published: boolean) => {
    all.set(slug, text);
    records.set(slug, recordOf(slug, parse(text), settings, published));
  };
  for (const [slug, text] of Object.entries(parts.published ?? {})) put(slug, text, true);
  for (const [slug, text] of Object.entries(texts)) put(slug, text, false);
  const sorted = [...records.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const shadowed = Object.keys(texts).flatMap((slug) => {
    const text = parts.published?.[slug];
    return text === undefined ? [] : [recordOf(slug, parse(text), settings, true)];
  });
  const knowledge = knowledgeOf({
    settings,
    entities: parts.entities ?? SMALL_ENTITIES,
    outlets: parts.outlets ?? SMALL_OUTLETS,
    briefs: [...sorted, ...shadowed],
  });
  const findings = (slug: string) =>
    Object.hasOwn(texts, slug) ? findingsOf(slug, texts[slug] ?? '', knowledge) : [];
  return {
    ...knowledge,
    record: (slug) => records.get(slug),
    records: () => sorted,
    findings,
    eachFinding: (slug, see) => eachOf(findings(slug), see),
    text: (slug) => all.get(slug) ?? null,
  };
}

function findingsOf(slug: string, text: string, knowledge: Knowledge): readonly StoredFinding[] {
  return storedFindings(check(parse(text), slug, knowledge), text, { one: (each) => each });
}
