import type { StoredFinding } from '../../core/graph/findings';
import type { WorkspaceIndex } from '../../core/graph/workspace-index';
import { FindingsReader, FindingsWriter } from './cache/findings';

/**
 * Lets the findings of these briefs rest in columns, a brief a step: there are several in each, and
 * few are looked at. Those of a brief are made again when they are asked for.
 */
export function* packFindings(index: WorkspaceIndex, slugs: readonly string[]): Generator<void> {
  const writer = new FindingsWriter();
  const packed: { readonly slug: string; readonly found: readonly StoredFinding[] }[] = [];
  for (const slug of slugs) {
    const found = index.known(slug);
    if (found.length > 0) {
      writer.add(found);
      packed.push({ slug, found });
    }
    yield;
  }
  const { rows, starts, texts } = writer.columns;
  // What is written has room for more, which those that rest don't need.
  const reader = new FindingsReader({
    rows: rows.slice(),
    starts: starts.slice(),
    texts: { bytes: texts.bytes.slice(), ends: texts.ends.slice() },
  });
  packed.forEach(({ slug, found }, place) => {
    index.rest(slug, found, {
      get findings() {
        return reader.of(place);
      },
      tally: (into) => reader.tally(place, into),
    });
  });
}
