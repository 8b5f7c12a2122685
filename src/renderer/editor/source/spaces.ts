import { EditorView } from '@codemirror/view';

/**
 * Types a space without the browser. At the wrap of a line Chrome makes a line break of it first
 * (codemirror/dev#968); the editor's own remedy needs to see both at once, which the page's other
 * input listeners keep it from.
 */
export const plainSpaces = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data !== ' ') return false;
    if (event.isComposing || view.composing || view.state.readOnly) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(' '), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});
