import type { FoundFinding } from '../../../core/graph/findings';
import { bridge } from '../../app/bridge';
import { openDialog } from '../../app/dialogs';
import { toastProblem } from '../../app/toasts';
import { sessions } from '../../editor/session/desk';

/** Asks for a reason to let a finding stand; one that stands already can be changed. */
export async function waive(finding: FoundFinding): Promise<void> {
  const { slug, rule, message } = finding;
  const place = finding.waiver ?? (await placeOf(finding));
  if (!place) return;
  const { text, nth = 0 } = place;
  openDialog({ kind: 'waive', slug, rule, text, message, ...(nth > 0 ? { nth } : {}) });
}

/** What a waiver knows a finding by: the text at its place, and which of several that are alike. */
async function placeOf({ slug, rule, from, to }: FoundFinding) {
  const source = await textOf(slug);
  const all = await bridge.findings({
    text: '',
    rules: [rule],
    severities: [],
    slugs: [slug],
    waived: 'with',
    order: 'brief',
    offset: 0,
    limit: 500,
  });
  if (all.kind === 'problem') toastProblem(all.problem);
  if (source === null || all.kind === 'problem') return null;
  const text = source.slice(from, to);
  const alike = all.answer.items.filter((item) => source.slice(item.from, item.to) === text);
  return {
    text,
    nth: Math.max(
      alike.findIndex((item) => item.from === from),
      0,
    ),
  };
}

async function textOf(slug: string): Promise<string | null> {
  const held = sessions.get(slug);
  if (held) return held.document.text;
  const opened = await bridge.openBrief(slug);
  if (opened.kind === 'problem') {
    toastProblem(opened.problem);
    return null;
  }
  await bridge.closeBrief(slug);
  return opened.disk.text;
}
