import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setField } from '../../../../src/core/edit';
import type { FieldPath } from '../../../../src/core/fields/path';
import { allFields, readField } from '../../../../src/core/fields/table';
import { parse } from '../../../../src/core/format/parse';
import { print } from '../../../../src/core/format/print';
import { applyEdits } from '../../../../src/core/text/edit';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { FieldBinding } from '../../../../src/renderer/editor/document/field-binding';
import { briefParts, damage, line } from '../../../support/arbitrary';

const brief = fc.oneof(
  briefParts.map(print),
  fc.tuple(briefParts, damage).map(([parts, harm]) => harm(print(parts))),
);

/** Which field, by share of all that there are, and what to set it to. */
const step = fc.record({ share: fc.double({ min: 0, max: 0.999, noNaN: true }), text: line });

const pick = (text: string, share: number): FieldPath | null => {
  const fields = allFields(parse(text));
  return fields[Math.floor(share * fields.length)]?.path ?? null;
};

describe('a document', () => {
  it('comes to the text that the edits of its fields make', () => {
    fc.assert(
      fc.property(brief, fc.array(step, { maxLength: 6 }), (text, steps) => {
        const document = new BriefDocument('a', text);
        let expected = text;
        for (const { share, text: value } of steps) {
          const path = pick(expected, share);
          if (!path) continue;
          const result = setField(parse(expected), path, value);
          if (result.ok) expected = applyEdits(expected, result.edits);
          document.perform((now) => setField(now, path, value), { event: 'input.type' });
        }
        expect(document.text).toBe(expected);
        expect(document.state.doc.toString()).toBe(expected);
        expect(document.brief).toEqual(parse(expected));
      }),
    );
  });

  it('has its bytes back after undo, and its edits after redo', () => {
    fc.assert(
      fc.property(brief, fc.array(step, { maxLength: 6 }), (text, steps) => {
        const document = new BriefDocument('a', text);
        for (const { share, text: value } of steps) {
          const path = pick(document.text, share);
          if (path) document.perform((now) => setField(now, path, value), { event: 'input' });
        }
        const edited = document.text;
        while (document.undo());
        expect(document.text).toBe(text);
        expect(document.brief).toEqual(parse(text));
        while (document.redo());
        expect(document.text).toBe(edited);
      }),
    );
  });

  it('takes a text over from outside without a step of the history', () => {
    fc.assert(
      fc.property(brief, brief, (mine, theirs) => {
        const document = new BriefDocument('a', mine);
        document.takeOver(theirs);
        expect(document.text).toBe(theirs);
        expect(document.canUndo).toBe(false);
      }),
    );
  });

  it('keeps the views of a field in step, whichever of them is typed in', () => {
    fc.assert(
      fc.property(brief, fc.array(step, { maxLength: 8 }), (text, steps) => {
        const document = new BriefDocument('a', text);
        const path = pick(text, steps[0]?.share ?? 0);
        if (!path) return;
        const views = [0, 1].map(() => {
          const binding = new FieldBinding(document, path);
          const view = { binding, shown: binding.read() };
          document.subscribe((change) => {
            view.shown = binding.follow(change) ?? view.shown;
          });
          return view;
        });
        steps.forEach(({ share, text: value }, index) => {
          const view = views[index % 3];
          const other = pick(document.text, share);
          if (view) {
            view.shown = value;
            view.binding.commit(value, 'input.type', value.length);
          } else if (other) {
            document.perform((now) => setField(now, other, value), { event: 'input' });
          }
        });
        document.undo();
        for (const { binding, shown } of views) {
          const settled = binding.settle(shown) ?? shown;
          expect(settled).toBe(readField(document.brief, path)?.text ?? '');
        }
      }),
    );
  });
});
