import type { Finding } from '../../../core/check/finding';
import { readField } from '../../../core/fields/table';
import { toText } from '../../../core/format/value';
import { currentMode, showSource } from '../app-state';
import { bringIntoSight } from '../fields/scroll';
import { announce } from '../session/announce';
import type { Session } from '../session/session';
import { fieldOf } from './places';

/** Takes the caret to a finding: in the form where a field has it, else in the source. */
export function jumpTo(session: Session, shown: Finding): void {
  const finding = session.findings.current(shown) ?? shown;
  const { brief } = session.document;
  const path = currentMode() === 'source' ? null : fieldOf(brief, finding);
  session.document.select(finding.from, finding.to);
  announce(`${finding.severity}: ${finding.message}`);
  if (!path) {
    if (focusMissing(session, finding)) return;
    showSource(session, finding);
    return;
  }
  const value = readField(brief, path);
  const inside = value && finding.from >= value.from && finding.from <= value.to;
  session.places.focus(path, inside ? toText(value, finding.from) : null);
}

/** A section that is missing has a row in the form that adds it. */
function focusMissing(session: Session, finding: Finding): boolean {
  if (finding.rule !== 'format/section-missing' || currentMode() === 'source') return false;
  const all = session.findings.shown().filter(({ rule }) => rule === finding.rule);
  const rows = document.querySelectorAll<HTMLElement>('[data-missing] button');
  const row = rows[all.indexOf(finding)];
  row?.focus({ preventScroll: true });
  bringIntoSight(row);
  return row !== undefined;
}

let last: Finding | null = null;

/** The next finding after the caret (or before it), round the end of the text. */
export function jumpBy(session: Session, by: -1 | 1): void {
  const findings = session.findings.shown().filter(({ waiver }) => !waiver);
  if (findings.length === 0) return;
  // From one to the next, even where several stand at one place.
  const from = last ? findings.indexOf(last) : -1;
  const { caret } = session.document;
  const stays = from >= 0 && last !== null && caret >= last.from && caret <= last.to;
  const next = stays ? from + by : beside(findings, caret, by);
  last = findings.at(next % findings.length) ?? null;
  if (last) jumpTo(session, last);
}

function beside(findings: readonly Finding[], caret: number, by: -1 | 1): number {
  if (by < 0) return findings.findLastIndex((finding) => finding.from < caret);
  const next = findings.findIndex((finding) => finding.from >= caret);
  return next < 0 ? 0 : next;
}

/** The fix that Ctrl+. means: of the finding at the caret, else of the next. */
export function findingHere(session: Session): Finding | undefined {
  const { caret } = session.document;
  const findings = session.findings.shown().filter(({ waiver }) => !waiver);
  const here = findings.filter(({ from, to }) => from <= caret && caret <= to);
  return (
    here.find(({ fixes }) => fixes.length > 0) ??
    findings.find((finding) => finding.from >= caret && finding.fixes.length > 0) ??
    findings.find(({ fixes }) => fixes.length > 0)
  );
}
