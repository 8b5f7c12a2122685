import type { Calls } from '../../bridge/contract';
import type { Done, Failed } from '../../bridge/types';
import { attempt, refuse } from '../../disk/files/problem';
import { SETTINGS_FILE } from '../../disk/workspace/find';
import { ENTITIES_FILE, OUTLETS_FILE, type Registries } from '../../disk/workspace/registries';
import { type Context, DONE, inSession } from './context';

type RegistryCalls = Pick<Calls, 'addEntity' | 'addOutlet' | 'saveSettings' | 'restoreLastGood'>;

export function registryCalls(context: Context): RegistryCalls {
  const change = (
    file: string,
    write: (registries: Registries) => Promise<void>,
  ): Promise<Done | Failed> =>
    inSession(context, (session) =>
      attempt(file, 'written', async () => {
        if (session.readOnly) refuse('read-only', session.readOnly);
        await write(session.registries);
        session.registryChanged(file);
        return DONE;
      }),
    );
  return {
    addEntity: (entity) => change(ENTITIES_FILE, (to) => to.addEntity(entity)),
    addOutlet: (outlet) => change(OUTLETS_FILE, (to) => to.addOutlet(outlet)),
    saveSettings: (settings) => change(SETTINGS_FILE, (to) => to.saveSettings(settings)),
    restoreLastGood: (file) => change(file, (to) => to.restore(file)),
  };
}
