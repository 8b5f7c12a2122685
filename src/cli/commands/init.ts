import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realDisk } from '../../disk/files/disk';
import { makeFolders } from '../../disk/files/durable';
import { layOut, learnFrom } from '../../disk/workspace/adopt';
import { SETTINGS_FILE } from '../../disk/workspace/find';
import { cannot, type Command, FINE } from '../command';

export const init: Command = {
  name: 'init',
  about: 'Make a workspace, learning from the briefs that are there',
  usage: '[FOLDER] [--site ADDRESS] [--prefix NAME]',
  takes: [0, 1],
  details: [
    'Writes briefwright.json, registry/entities.json and registry/outlets.json. Vocabularies and registries are learned from briefs/*.md where there are any; the briefs are not touched, and no file that is there is replaced.',
  ],
  options: [
    { name: 'site', value: 'ADDRESS', about: 'Where briefs are published; else learned' },
    { name: 'prefix', value: 'NAME', about: 'The first part of each path; else learned' },
  ],
  examples: [
    { line: 'init --site https://example.org --prefix en', about: 'in this folder' },
    { line: 'init desk', about: 'in the folder “desk”' },
  ],
  async run({ io, args: [folder = '.'], value }) {
    const path = resolve(io.cwd, folder);
    await makeFolders(realDisk, path);
    const root = realpathSync(path);
    if (await realDisk.facts(join(root, SETTINGS_FILE))) cannot(`${root} is a workspace already.`);
    const { count, settings, entities, outlets } = await learnFrom(realDisk, root);
    const site = value('site') ?? settings.site;
    if (!/^https?:\/\/[^/\s]+$/.test(site)) {
      cannot(`“${site}” is no site: use http(s)://, the host, and no slash at the end.`);
    }
    const prefix = value('prefix') ?? settings.prefix;
    await layOut(realDisk, root, { settings: { ...settings, site, prefix }, entities, outlets });
    io.out(
      `${root} is a workspace now: ${count} briefs, ${entities.length} entities, ${outlets.length} outlets.\n`,
    );
    return FINE;
  },
};
