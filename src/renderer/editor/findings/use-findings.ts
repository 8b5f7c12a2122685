import { useSyncExternalStore } from 'react';
import type { Finding } from '../../../core/check/finding';
import type { FieldPath } from '../../../core/fields/path';
import { formatPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Brief } from '../../../core/format/brief';
import type { Range } from '../../../core/text/range';
import { useSession } from '../session/context';
import type { Session } from '../session/session';
import { findingsIn } from './findings-store';
import { placeKeyOf } from './places';

/** The findings of a field, in the order of the text. */
export function fieldFindings(session: Session, path: FieldPath): readonly Finding[] {
  const { brief } = session.document;
  const range = rangeOf(brief, path);
  if (!range) return [];
  const key = formatPath(path);
  return findingsIn(session.findings.shown(), range).filter(
    (finding) => placeKeyOf(brief, finding) === key,
  );
}

const META: ReadonlySet<string> = new Set(['type', 'date', 'heads']);

/** Where the findings of a field may stand: a take's are looked for from its first line on. */
function rangeOf(brief: Brief, path: FieldPath): Range | null {
  if (path.index === undefined) {
    const value = readField(brief, path);
    const top = brief.title ?? { from: 0, to: 0 };
    if (path.field === 'title') return top;
    if (path.field === 'dek') return { from: top.from, to: brief.dek?.to ?? top.to };
    if (META.has(path.field)) return brief.meta ?? top;
    if (path.field === 'summary' || path.field === 'why') {
      return brief.sections.find(({ kind }) => kind === path.field) ?? value;
    }
    return path.field === 'canonical' ? brief.canonical : value;
  }
  if (path.field.startsWith('take.')) return brief.takes[path.index] ?? null;
  if (path.field === 'lens.name') return brief.lenses[path.index]?.heading ?? null;
  if (path.field.startsWith('number.')) return brief.numbers[path.index] ?? null;
  return brief.watch[path.index] ?? null;
}

/** A field's findings in few words; the same object as long as they say the same. */
export function useFieldFindings(path: FieldPath): readonly Finding[] {
  const session = useSession();
  return useSyncExternalStore(session.findings.subscribe, () =>
    session.findings.stable(formatPath(path), fieldFindings(session, path)),
  );
}
