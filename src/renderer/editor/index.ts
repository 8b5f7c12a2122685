export { EditorPane } from './pane/EditorPane';
export { SidePane } from './pane/SidePane';
