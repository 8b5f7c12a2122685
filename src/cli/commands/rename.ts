import type { ChangeRequest } from '../../core/plan/types';
import { carryOut, type PlannedFiles, plannedChange } from '../change';
import { type Call, cannot, type Command, FINE } from '../command';
import { diffOf } from '../diff';
import { loadGraph } from '../graph';
import { holding } from '../hold';
import { shownPath, workspaceOf, workspaceToRead } from '../workspace';

export const rename: Command = {
  name: 'rename',
  about: 'Rename a brief, an entity, a lens, a head or an outlet, and all that names it',
  usage: 'OLD NEW [--kind NAME] [--name TEXT] [--redirect] [--write]',
  takes: [2, 2],
  details: [
    'Follows every link shape: [[slug]], links in prose, the canonical line, the Entities line, the file’s name, registries, waivers and reviews. Prints every changed line; --write carries it out, all or nothing. Links of published folders that would break are listed; --redirect notes old and new slug in redirects.json.',
    'A change that a crash cut short is put back by the next command that writes, or by the app; a command that only reads says so, and reads the files as they are.',
  ],
  options: [
    { name: 'kind', value: 'NAME', about: 'brief (default), entity, lens, head or outlet' },
    { name: 'name', value: 'TEXT', about: 'The new name of an entity; else it keeps its own' },
    { name: 'redirect', about: 'Note the old slug of a brief in redirects.json' },
    { name: 'write', about: 'Write the files, instead of only showing what would change' },
  ],
  examples: [
    { line: 'rename port-strike busan-port-strike', about: 'see what it would change' },
    {
      line: 'rename port-strike busan-port-strike --redirect --write',
      about: 'do it, and note the redirect',
    },
    { line: 'rename --kind lens "US wire" "US wire / analytical" --write', about: 'a lens' },
  ],
  async run(call) {
    const { io, has } = call;
    if (!has('write')) {
      await planned(call, await workspaceToRead(io));
      return FINE;
    }
    const root = await workspaceOf(io);
    await holding(io, root, async () => {
      const change = await planned(call, root);
      await carryOut(root, change);
      io.error(`${change.plan.title}: ${change.files.length} files written.\n`);
    });
    return FINE;
  },
};

/** Plans it, and shows every changed line. */
async function planned(call: Call, root: string): Promise<PlannedFiles> {
  const { io } = call;
  const view = await loadGraph(io, root);
  const nameOf = (slug: string) => view.entities.get(slug)?.name;
  const change = plannedChange(root, view, requestOf(call, nameOf));
  for (const { file, to, before, after } of change.files) {
    const shown = shownPath(io, root, file);
    const heir = to === null ? '/dev/null' : shownPath(io, root, to);
    io.out(diffOf(io, shown, before ?? '', after ?? '', heir));
  }
  for (const { slug, line, text } of change.plan.outside) {
    io.error(`published ${slug}, line ${line}, will not find it: ${text}\n`);
  }
  for (const remark of change.plan.remarks) io.error(`${remark}\n`);
  return change;
}

function requestOf(
  { args: [from = '', to = ''], value, has }: Call,
  nameOf: (slug: string) => string | undefined,
): ChangeRequest {
  const kind = value('kind') ?? 'brief';
  switch (kind) {
    case 'brief':
      return { kind: 'rename-brief', slug: from, to, redirect: has('redirect') };
    case 'entity':
      return {
        kind: 'rename-entity',
        slug: from,
        to: { slug: to, name: value('name') ?? nameOf(from) ?? '' },
        keepAlias: true,
      };
    case 'lens':
      return { kind: 'rename-lens', name: from, to };
    case 'head':
      return { kind: 'rename-head', name: from, to };
    case 'outlet':
      return { kind: 'rename-outlet', name: from, to };
    default:
      return cannot(`There is no kind “${kind}”. Kinds: brief, entity, lens, head, outlet.`);
  }
}
