import { sessions } from './session/desk';
import { followWorkspace } from './session/knowledge';

export { EditorPane } from './pane/EditorPane';
export { Leaving } from './pane/Leaving';
export { SidePane } from './pane/SidePane';

/** Opens a brief before anything is drawn, with what its checks know of the workspace. */
export async function openFirst(slug: string): Promise<void> {
  followWorkspace()();
  await sessions.show(slug);
}
