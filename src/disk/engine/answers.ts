import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { balanceOf } from '../../core/balance';
import { drawing } from '../../core/graph/drawing-of';
import type { Glance } from '../../core/graph/findings';
import { findFindings } from '../../core/graph/find-findings';
import { references } from '../../core/graph/references-of';
import { uses } from '../../core/graph/uses-of';
import { type FileTexts, planChange } from '../../core/plan';
import type { Searcher } from '../../core/search';
import { isMissing } from '../files/disk';
import { decode } from '../files/text';
import type { Keeper } from './keeper';
import type { Asks } from './protocol';

type Answers = {
  readonly [Name in Exclude<keyof Asks, 'refresh' | 'idle'>]: (
    ...args: Parameters<Asks[Name]>
  ) => Awaited<ReturnType<Asks[Name]>>;
};

/** Answers at once from what is known. */
export function answersOf(keeper: Keeper, searcher: Searcher): Answers {
  const { index } = keeper;
  const known = {
    records: () => index.records(),
    record: (slug: string) => index.record(slug),
    findings: (slug: string) => index.known(slug),
    eachFinding: (slug: string, see: Glance) => index.eachKnown(slug, see),
  };
  return {
    // Of all briefs what is known is told; of some it is worked out.
    findings: (query) => findFindings(query.slugs === null ? known : index, query),
    search: (query) => searcher.search(query, index),
    references: (subject) => references(index, subject),
    graph: (scope) => drawing(index, scope),
    balance: (search) => balanceOf(index, slugsOf(keeper, searcher, search)),
    uses: (kind) => uses(index, kind),
    plan: (request) => planChange(index, request, textsIn(keeper.root)),
    judge: (briefs) => new Map(briefs.map(({ slug, text }) => [slug, index.judge(slug, text)])),
  };
}

function slugsOf({ index }: Keeper, searcher: Searcher, search: string): string[] {
  return search.trim() === '' ? [...index.briefs.own()] : searcher.slugs(search, index);
}

/** The files of a workspace that are no briefs. */
function textsIn(root: string): FileTexts {
  return {
    text: (file) => {
      try {
        return decode(readFileSync(join(root, file)), file).text;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}
