import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  tooltips,
} from '@codemirror/view';
import type { Finding, Severity } from '../../../core/check/finding';
import { describeWaiver } from '../../../core/waive/waiver';

/** A finding as a view draws it: offsets are the view's own. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly finding: Finding;
}

/** What a mark's tooltip can do. */
export interface MarkActions {
  readonly fix: (finding: Finding) => void;
  readonly canFix: (finding: Finding) => boolean;
}

const setMarks = StateEffect.define<readonly Mark[]>();

interface Marks {
  readonly list: readonly Mark[];
  readonly drawn: DecorationSet;
}

const marksField = StateField.define<Marks>({
  create: () => ({ list: [], drawn: Decoration.none }),
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return { list: effect.value, drawn: draw(effect.value) };
    }
    if (!transaction.docChanged) return marks;
    const { changes } = transaction;
    return {
      list: marks.list.map((mark) => ({
        ...mark,
        from: changes.mapPos(mark.from, 1),
        to: changes.mapPos(mark.to, -1),
      })),
      drawn: marks.drawn.map(changes),
    };
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
});

/** The marks that a view shows. */
export const shownMarks = (state: EditorState): readonly Mark[] =>
  state.field(marksField, false)?.list ?? [];

const mark = (severity: Severity | 'waived') =>
  Decoration.mark({ class: `ed-mark ed-mark-${severity}`, inclusive: false });
const kinds = {
  error: mark('error'),
  warning: mark('warning'),
  info: mark('info'),
  waived: mark('waived'),
};

const draw = (marks: readonly Mark[]): DecorationSet =>
  Decoration.set(
    marks
      .filter(({ from, to }) => from < to)
      .map(({ from, to, severity, finding }) =>
        kinds[finding.waiver ? 'waived' : severity].range(from, to),
      ),
    true,
  );

/** Shows these marks; nothing happens where they are what is shown already. */
export function showMarks(view: EditorView, marks: readonly Mark[]): void {
  const { list } = view.state.field(marksField);
  const length = view.state.doc.length;
  if (list.length === marks.length && list.every((one, index) => sameMark(one, marks[index]))) {
    return;
  }
  const within = marks.filter(({ to }) => to <= length);
  view.dispatch({ effects: setMarks.of(within) });
}

const sameMark = (a: Mark, b: Mark | undefined): boolean =>
  b !== undefined &&
  a.from === b.from &&
  a.to === b.to &&
  a.severity === b.severity &&
  a.finding.message === b.finding.message &&
  a.finding.waiver === b.finding.waiver;

/** Underlined findings, with what they say on pointing at them. */
export const markExtensions = (actions: MarkActions) => [
  marksField,
  // The panes are frames of their own, in which nothing can be fixed to the window.
  tooltips({ parent: document.body }),
  hoverTooltip(
    (view, position) => {
      const found = view.state
        .field(marksField)
        .list.filter(({ from, to }) => from <= position && position <= to);
      const first = found[0];
      if (!first) return null;
      return {
        pos: Math.min(...found.map(({ from }) => from)),
        end: Math.max(...found.map(({ to }) => to)),
        above: false,
        create: () => ({ dom: tooltip(found, actions) }),
      };
    },
    { hideOnChange: true },
  ),
];

function tooltip(marks: readonly Mark[], actions: MarkActions): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'ed-mark-tip';
  for (const { finding, severity } of marks) {
    const row = dom.appendChild(document.createElement('div'));
    const { message, waiver } = finding;
    row.className = `ed-mark-tip-row ed-mark-tip-${waiver ? 'waived' : severity}`;
    row.appendChild(document.createElement('span')).textContent = waiver
      ? `${message} ${describeWaiver(waiver)}`
      : message;
    const fix = finding.fixes[0];
    if (!fix || !actions.canFix(finding)) continue;
    const button = row.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = 'ui-button ui-button-s ui-button-default';
    button.textContent = fix.title;
    button.addEventListener('click', () => actions.fix(finding));
  }
  return dom;
}
