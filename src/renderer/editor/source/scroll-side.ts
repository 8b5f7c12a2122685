import { EditorView } from '@codemirror/view';
import type { Brief } from '../../../core/format/brief';
import type { Range } from '../../../core/text/range';
import type { BriefDocument } from '../document/brief-document';
import { takeAt } from '../findings/places';
import type { ScrollSide, Spot } from '../preview/scroll-sync';

/** The source as a pane that scrolls with the others: its parts are ranges of the text. */
export function sourceSide(view: EditorView, document: BriefDocument): ScrollSide {
  return {
    element: view.scrollDOM,
    spot() {
      const top = view.scrollDOM.scrollTop - view.documentPadding.top;
      return spotAt(document.brief, view.lineBlockAtHeight(top).from);
    },
    go({ key, share }) {
      const range = rangeOf(document.brief, key);
      if (!range) return false;
      const at = range.from + Math.round((range.to - range.from) * Math.min(Math.max(share, 0), 1));
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start' }) });
      return true;
    },
  };
}

/** The part in which an offset stands, as the form and the preview name it. */
export function spotAt(brief: Brief, offset: number): Spot {
  const take = takeAt(brief, offset);
  if (take >= 0) return within(`takes[${take}]`, brief.takes[take], offset);
  const index = brief.sections.findIndex(({ from, to }) => from <= offset && offset < to);
  const section = brief.sections[index];
  if (section) {
    const { kind, duplicate } = section;
    return within(kind && !duplicate ? kind : `section-${index}`, section, offset);
  }
  const last = brief.sections.at(-1);
  return last && offset >= last.to ? { key: 'foot', share: 0 } : { key: 'head', share: 0 };
}

function within(key: string, range: Range | undefined, offset: number): Spot {
  if (!range) return { key, share: 0 };
  return { key, share: (offset - range.from) / Math.max(range.to - range.from, 1) };
}

/** The text of a part; null where the brief has none of this name. */
export function rangeOf(brief: Brief, key: string): Range | null {
  const take = /^takes\[(\d+)\]$/.exec(key)?.[1];
  if (take) return brief.takes[Number(take)] ?? null;
  if (key === 'head') return { from: 0, to: brief.sections[0]?.from ?? 0 };
  if (key === 'foot') return { from: brief.source.length, to: brief.source.length };
  const foreign = /^section-(\d+)$/.exec(key)?.[1];
  if (foreign) return brief.sections[Number(foreign)] ?? null;
  return brief.sections.find(({ kind, duplicate }) => kind === key && !duplicate) ?? null;
}
