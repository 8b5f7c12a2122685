import { newBrief } from '../../core/edit/index';
import { isSlug } from '../../core/format/slug';
import { canonicalOf } from '../../core/workspace/address';
import { realDisk } from '../../disk/files/disk';
import { makeFolders, writeDurable } from '../../disk/files/durable';
import { insideOf } from '../../disk/files/paths';
import { dirname } from 'node:path';
import { type Call, cannot, type Command, FINE } from '../command';
import { holding } from '../hold';
import { briefFile, registriesOf, shownPath, workspaceOf } from '../workspace';

export const create: Command = {
  name: 'new',
  about: 'Make a new brief from the template',
  usage: 'SLUG [--title TEXT] [--type NAME] [--date DATE] [--head NAME]',
  takes: [1, 1],
  details: [
    'Writes briefs/SLUG.md with the six sections and the canonical line. A file that is there stays.',
  ],
  options: [
    { name: 'title', value: 'TEXT', about: 'The title; else made of the slug' },
    { name: 'type', value: 'NAME', about: 'The type; else the first of the vocabulary' },
    { name: 'date', value: 'DATE', about: 'YYYY-MM-DD; else today' },
    { name: 'head', value: 'NAME', about: 'A head; else the first of the vocabulary' },
  ],
  examples: [
    { line: 'new port-strike --title "Dockers walk out in Busan"', about: 'start a brief' },
  ],
  async run(call) {
    const [slug = ''] = call.args;
    if (!isSlug(slug)) {
      cannot(`“${slug}” is no slug: use small letters and digits, with single hyphens between.`);
    }
    const { io } = call;
    const root = await workspaceOf(io);
    await holding(io, root, () => make(call, root, slug));
    io.out(`${shownPath(io, root, briefFile(slug))}\n`);
    return FINE;
  },
};

async function make({ io, value }: Call, root: string, slug: string): Promise<void> {
  const settings = (await registriesOf(root)).settings.data;
  const path = await insideOf(realDisk, root, briefFile(slug));
  if (await realDisk.facts(path)) {
    cannot(`${shownPath(io, root, briefFile(slug))} is there already.`);
  }
  const head = value('head') ?? settings.heads?.[0];
  const text = newBrief({
    title: value('title') ?? titleOf(slug),
    type: value('type') ?? settings.types?.[0] ?? 'event',
    date: value('date') ?? new Date().toLocaleDateString('sv'),
    heads: head === undefined ? [] : [head],
    canonical: canonicalOf(settings, slug),
  });
  await makeFolders(realDisk, dirname(path));
  await writeDurable(realDisk, path, Buffer.from(text, 'utf8'), { create: true });
}

const titleOf = (slug: string): string =>
  (slug[0] ?? '').toUpperCase() + slug.slice(1).replaceAll('-', ' ');
