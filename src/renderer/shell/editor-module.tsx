import { lazy } from 'react';
import type { EditorModule } from '../app/contract';

// Asked for as early as possible: the first brief waits for it.
const loading: Promise<EditorModule> = import('../editor');

export const EditorPane = lazy(async () => ({ default: (await loading).EditorPane }));
export const SidePane = lazy(async () => ({ default: (await loading).SidePane }));
