import { createStore } from '../../app/store';

/** What was last said to those who hear the page; a new object for each, so that it is said again. */
export const announcement = createStore<{ readonly text: string }>({ text: '' });

export const announce = (text: string): void => announcement.set({ text });
