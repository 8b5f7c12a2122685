import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line; `marked` where it differs from the line it stands against. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

export interface DiffLine {
  readonly kind: 'same' | 'deleted' | 'inserted';
  /** Line numbers from 1; null on the side where the line is not. */
  readonly before: number | null;
  readonly after: number | null;
  readonly stretches: readonly Stretch[];
}

/** Lines that stand together, or a run of equal lines that is folded away. */
export type DiffBlock =
  | { readonly kind: 'lines'; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'folded'; readonly lines: readonly DiffLine[] };

/** The two texts as one column of lines, with the words that differ marked. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const lines: DiffLine[] = [];
  const at = { before: 1, after: 1 };
  const changes = diffLines(before, after);
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index];
    if (!change) continue;
    const next = changes[index + 1];
    if (change.removed && next?.added) {
      lines.push(...replaced(splitLines(change.value), splitLines(next.value), at));
      index++;
    } else {
      const kind = change.removed ? 'deleted' : change.added ? 'inserted' : 'same';
      for (const text of splitLines(change.value)) {
        lines.push(line(kind, [{ text, marked: false }], at));
      }
    }
  }
  return lines;
}

/** Folds away runs of equal lines, but for `context` lines beside each change. */
export function foldSame(lines: readonly DiffLine[], context: number): DiffBlock[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let each = index - context; each <= index + context; each++) near.add(each);
  });
  const blocks: { kind: DiffBlock['kind']; lines: DiffLine[] }[] = [];
  lines.forEach((each, index) => {
    const kind = near.has(index) ? 'lines' : 'folded';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(each);
    else blocks.push({ kind, lines: [each] });
  });
  return blocks;
}

type At = { before: number; after: number };

function replaced(deleted: readonly string[], inserted: readonly string[], at: At): DiffLine[] {
  const pairs = Math.min(deleted.length, inserted.length);
  const words = Array.from({ length: pairs }, (_, index) =>
    diffWordsWithSpace(deleted[index] ?? '', inserted[index] ?? ''),
  );
  const stretches = (text: string, index: number, side: 'removed' | 'added'): Stretch[] =>
    words[index]
      ?.filter((part) => part[side] || !(part.removed || part.added))
      .map((part) => ({ text: part.value, marked: part[side] })) ?? [{ text, marked: false }];
  return [
    ...deleted.map((text, index) => line('deleted', stretches(text, index, 'removed'), at)),
    ...inserted.map((text, index) => line('inserted', stretches(text, index, 'added'), at)),
  ];
}

function line(kind: DiffLine['kind'], stretches: readonly Stretch[], at: At): DiffLine {
  return {
    kind,
    before: kind === 'inserted' ? null : at.before++,
    after: kind === 'deleted' ? null : at.after++,
    stretches,
  };
}

function splitLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
