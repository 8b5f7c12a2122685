import type { Range as Placed } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from '@codemirror/view';

const soft = Decoration.line({ class: 'ed-soft' });

/** Tells line breaks of the author from those of the page, which look alike in a narrow field. */
export const softBreaks = ViewPlugin.define(
  (view) => ({
    drawn: draw(view),
    update(update) {
      if (update.docChanged || update.viewportChanged) this.drawn = draw(update.view);
    },
  }),
  { decorations: ({ drawn }) => drawn },
);

function draw({ state, visibleRanges }: EditorView): DecorationSet {
  const { doc } = state;
  if (doc.lines === 1) return Decoration.none;
  const drawn: Placed<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    const last = Math.min(doc.lineAt(to).number, doc.lines - 1);
    let line = doc.lineAt(from);
    while (line.number <= last) {
      const next = doc.line(line.number + 1);
      if (line.length > 0 && next.length > 0) drawn.push(soft.range(line.from));
      line = next;
    }
  }
  return Decoration.set(drawn);
}
