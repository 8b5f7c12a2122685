import type { Problem } from '../../../bridge/types';
import { check } from '../../../core/check/index';
import { parse } from '../../../core/format/parse';
import { withoutListsBack } from '../../../core/graph/lists-back';
import { LiveBriefs } from '../../../core/graph/live-briefs';
import { emptyRecord, recordOf } from '../../../core/graph/record';
import { storedFindings } from '../../../core/graph/stored';
import { EntityIndex } from '../../../core/workspace/entities';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { OutletIndex } from '../../../core/workspace/outlets';
import type { Surroundings } from '../around';
import { type KeptColumns, KeptWriter } from '../cache/cache';
import { type FindingColumns, FindingsWriter } from '../cache/findings';
import type { BriefFiles } from '../files';
import { type FactColumns, FactsWriter, SAME } from './facts';
import type { Share } from './share';

/** What is to be read and checked. */
export interface Task {
  readonly around: Surroundings;
  /** All briefs of the workspace, of which a share is taken. */
  readonly slugs: readonly string[];
  /** Slugs of the published briefs. */
  readonly published: readonly string[];
  /** Whether records and states of the files are wanted too. */
  readonly keep: boolean;
}

/** What was found in a share of the briefs, in the order in which they were taken. */
export interface Swept {
  readonly facts: FactColumns;
  /** Without those about who lists a brief back, and without waivers. */
  readonly findings: FindingColumns;
  /** Briefs that can't be read; they have no finding. */
  readonly unread: readonly (readonly [slug: string, problem: Problem])[];
  readonly kept: KeptColumns | null;
}

/** What is known of a workspace before its briefs are read: that they are there. */
export function knowledgeBefore({ around, slugs, published }: Task): Knowledge {
  const { settings, entities, outlets } = around;
  const briefs = new LiveBriefs();
  for (const slug of published) briefs.restoreFile(slug, NOT_YET, null);
  for (const slug of slugs) briefs.restoreFile(slug, NOT_YET, null);
  return {
    settings: withoutListsBack(settings),
    entities: new EntityIndex(entities),
    outlets: new OutletIndex(outlets),
    briefs,
  };
}

const NOT_YET = { record: null };

/** Reads and checks a share of the briefs, one a step. */
export function* sweep(
  task: Task,
  files: BriefFiles,
  knowledge: Knowledge,
  share: Share,
): Generator<void, Swept> {
  const { slugs, keep, around } = task;
  const facts = new FactsWriter();
  const findings = new FindingsWriter();
  const kept = keep ? new KeptWriter() : null;
  const unread: [string, Problem][] = [];
  for (let part = share.take(); part; part = share.take()) {
    for (let place = part.from; place < part.to; place++) {
      const slug = slugs[place] ?? '';
      const { text, state } = keep ? files.read(slug) : files.readText(slug);
      const brief = text === null ? null : parse(text);
      if (state.problem) unread.push([slug, state.problem]);
      facts.add(place, slug, brief);
      findings.add(brief ? storedFindings(check(brief, slug, knowledge), brief.source, SAME) : []);
      kept?.add(slug, state, brief ? recordOf(slug, brief, around.settings) : emptyRecord(slug));
      yield;
    }
  }
  return {
    facts: facts.columns,
    findings: findings.columns,
    unread,
    kept: kept?.columns ?? null,
  };
}
