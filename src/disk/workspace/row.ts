import type { BriefRow, Problem } from '../../bridge/types';
import type { Brief } from '../../core/format/brief';
import { parse } from '../../core/format/parse';
import { isSlug } from '../../core/format/slug';
import { entryOf } from '../../core/workspace/entry';
import type { Settings } from '../../core/workspace/workspace';
import { problem, problemOf, ProblemError } from '../files/problem';
import { decode, hashOf } from '../files/text';
import type { ReadBrief } from './folder';

/** A brief of the list, with what tells whether its file has changed. */
export interface Listed {
  readonly row: BriefRow;
  readonly hash: string;
}

export const NO_FINDINGS: BriefRow['findings'] = { error: 0, warning: 0, info: 0 };

/** A row that knows no more than the name. */
export function blankRow(slug: string): BriefRow {
  return {
    slug,
    title: '',
    date: '',
    related: [],
    claims: null,
    published: false,
    type: '',
    heads: [],
    lenses: [],
    takes: 0,
    links: [],
    entities: {},
    findings: NO_FINDINGS,
    modified: 0,
    problem: null,
  };
}

/** Reads a file into a row without findings; `brief` is null where it can't be read. */
export function listBrief(
  slug: string,
  settings: Settings,
  read: () => ReadBrief,
): Listed & { readonly brief: Brief | null } {
  const file = `${slug}.md`;
  try {
    if (!isSlug(slug)) throw new ProblemError(badName(file));
    const { bytes, modified } = read();
    const hash = hashOf(bytes);
    try {
      const brief = parse(decode(bytes, file).text);
      const facts = loose(entryOf(slug, brief, settings));
      const row = { ...blankRow(slug), ...facts, modified };
      return { row, hash, brief };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { row: { ...blankRow(slug), modified, problem: error.problem }, hash, brief: null };
    }
  } catch (error) {
    const met = problemOf(error, file, 'read');
    if (!met) throw error;
    return { row: { ...blankRow(slug), problem: met }, hash: '', brief: null };
  }
}

/** A copy that shares no text: a piece of a text keeps the whole of it in memory. */
export function loose<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function badName(file: string): Problem {
  return problem(
    'bad-slug',
    `“${file}” is no name for a brief: rename the file to small letters, digits and hyphens.`,
  );
}
