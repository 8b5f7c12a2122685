import { join } from 'node:path';
import type { Finding, RuleId } from '../core/check/finding';
import { check } from '../core/check/index';
import { parse } from '../core/format/parse';
import type { WorkspaceIndex } from '../core/graph/workspace-index';
import { applyEdits, type TextEdit } from '../core/text/edit';
import { realDisk } from '../disk/files/disk';
import { briefFile, readBrief, writeBrief } from './workspace';

/** Their fix is a guess: a person decides. */
const GUESSES: ReadonlySet<RuleId> = new Set(['link/entity-unknown', 'link/brief-unknown']);

/** Mends the files of briefs. @returns how many were written */
export async function fixBriefs(
  root: string,
  slugs: Iterable<string>,
  index: WorkspaceIndex,
): Promise<number> {
  let written = 0;
  for (const slug of slugs) if (await fixBrief(root, slug, index)) written++;
  return written;
}

async function fixBrief(root: string, slug: string, index: WorkspaceIndex): Promise<boolean> {
  const file = briefFile(slug);
  const path = (await realDisk.target(join(root, file))) ?? join(root, file);
  if (!(await realDisk.facts(path))) return false;
  const disk = await readBrief(path, file);
  const text = mended(disk.text, (now) => standing(index, slug, now));
  if (text === disk.text) return false;
  await writeBrief({ path, disk }, text, file);
  return true;
}

/** What is found in a text and not waived. */
function standing(index: WorkspaceIndex, slug: string, text: string): Finding[] {
  const waived = new Set(
    index.judge(slug, text).flatMap((one) => (one.waiver ? [keyOf(one)] : [])),
  );
  return check(parse(text), slug, index).filter((finding) => !waived.has(keyOf(finding)));
}

const keyOf = ({ rule, from, to }: Pick<Finding, 'rule' | 'from' | 'to'>): string =>
  `${rule} ${from} ${to}`;

/** One fix after the other, each on the text as it is then. */
export function mended(text: string, findings: (text: string) => readonly Finding[]): string {
  const seen = new Set<string>();
  let now = text;
  while (!seen.has(now)) {
    seen.add(now);
    const edits = firstFix(findings(now));
    if (edits) now = applyEdits(now, edits);
  }
  return now;
}

function firstFix(findings: readonly Finding[]): readonly TextEdit[] | null {
  for (const { rule, fixes } of findings) {
    const [fix] = GUESSES.has(rule) ? [] : fixes;
    if (fix?.kind === 'edit' && fix.edits.length > 0) return fix.edits;
  }
  return null;
}
