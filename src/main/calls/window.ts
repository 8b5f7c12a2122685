import type { Calls } from '../../bridge/contract';
import { type Context, DONE } from './context';

type WindowCalls = Pick<Calls, 'openExternal' | 'setMenu' | 'zoom' | 'closeAnswer' | 'ready'>;

export function windowCalls({ host }: Context): WindowCalls {
  return {
    openExternal: (url) => host.openExternal(url),
    setMenu: async (enabled) => {
      host.setMenu(enabled);
      return DONE;
    },
    zoom: async (step) => {
      host.zoom(step);
      return DONE;
    },
    closeAnswer: async (mayClose) => {
      host.closeAnswer(mayClose);
      return DONE;
    },
    ready: async () => {
      host.pageReady();
      return DONE;
    },
  };
}
