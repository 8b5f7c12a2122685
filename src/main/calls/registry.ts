import { basename } from 'node:path';
import type { Calls } from '../../bridge/contract';
import type { Done, Failed } from '../../bridge/types';
import { attempt, refuse } from '../../disk/files/problem';
import { SETTINGS_FILE } from '../../disk/workspace/find';
import {
  ENTITIES_FILE,
  OUTLETS_FILE,
  type Registries,
  WAIVERS_FILE,
} from '../../disk/workspace/registries';
import type { EntityChange } from '../../core/workspace/entity-change';
import { EntityIndex } from '../../core/workspace/entities';
import { learnFrom } from '../../disk/workspace/adopt';
import { decode } from '../../disk/files/text';
import type { Session } from '../workspace/session';
import { type Context, DONE, inSession } from './context';

type RegistryCalls = Pick<
  Calls,
  | 'addEntity'
  | 'addOutlet'
  | 'saveSettings'
  | 'restoreLastGood'
  | 'putEntities'
  | 'putOutlets'
  | 'learnRecords'
  | 'readImport'
  | 'putWaiver'
  | 'removeWaiver'
>;

/** What the briefs name and the registries lack. */
async function lacking({ disk }: Context, session: Session) {
  const { registries, root } = session;
  const learned = await learnFrom(disk, root);
  // What looks at the files meanwhile lets go of what was read.
  const all = await session.alone(() => registries.allEntities());
  const entities = new EntityIndex(all);
  const outlets = new Set(registries.outlets.data.map(({ name }) => name));
  return {
    entities: learned.entities.filter(({ slug }) => !entities.has(slug)),
    outlets: learned.outlets.filter(({ name }) => !outlets.has(name)),
  };
}

export function registryCalls(context: Context): RegistryCalls {
  const change = (
    file: string,
    write: (registries: Registries) => Promise<void>,
    entities?: EntityChange,
  ): Promise<Done | Failed> =>
    inSession(context, (session) =>
      attempt(file, 'written', async () => {
        if (session.readOnly) refuse('read-only', session.readOnly);
        await write(session.registries);
        session.registryChanged(file, entities);
        return DONE;
      }),
    );
  return {
    addEntity: (entity) =>
      change(ENTITIES_FILE, (to) => to.addEntity(entity), { put: [entity], gone: [] }),
    addOutlet: (outlet) => change(OUTLETS_FILE, (to) => to.addOutlet(outlet)),
    saveSettings: (settings) => change(SETTINGS_FILE, (to) => to.saveSettings(settings)),
    putEntities: (put, gone) =>
      change(ENTITIES_FILE, (to) => to.putEntities(put, gone), { put, gone }),
    putOutlets: (outlets, gone) => change(OUTLETS_FILE, (to) => to.putOutlets(outlets, gone)),
    learnRecords: () =>
      inSession(context, (session) =>
        attempt('The briefs', 'read', async () => ({
          kind: 'learned',
          ...(await lacking(context, session)),
        })),
      ),
    readImport: async () => {
      const path = await context.host.askOpenFile('Import records', ['csv', 'json']);
      if (path === null) return { kind: 'cancelled' };
      return attempt(path, 'read', async () => {
        const { text } = decode(await context.disk.read(path), basename(path));
        return { kind: 'read', name: basename(path), text };
      });
    },
    putWaiver: (waiver) => change(WAIVERS_FILE, (to) => to.putWaiver(waiver)),
    removeWaiver: (waiver) => change(WAIVERS_FILE, (to) => to.removeWaiver(waiver)),
    restoreLastGood: (file) => change(file, (to) => to.restore(file)),
  };
}
