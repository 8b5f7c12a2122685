import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkspacePatch } from '../../../src/bridge/types';
import type { Entity } from '../../../src/core/workspace/workspace';
import { registryCalls } from '../../../src/main/calls/registry';
import { gather } from '../../../src/renderer/app/entities';
import { rowsOf, stage, type Stage, workspace } from '../support';

const FILE = 'registry/entities.json';
const GOOD = `.briefwright/last-good/${FILE}`;

const many: readonly Entity[] = [
  ...Array.from({ length: 7000 }, (_, at) => ({
    slug: `entity-${String(at).padStart(4, '0')}`,
    name: `The entity of number ${at}`,
    aliases: [`Alias ${at}`],
    kind: 'organisation',
  })),
  { slug: 'vladimir-putin', name: 'Vladimir Putin' },
];
const textOf = (entities: readonly object[]) =>
  `[\n${entities.map((one) => `  ${spaced(one)}`).join(',\n')}\n]\n`;
/** As the app writes a record. */
const spaced = (record: object) =>
  JSON.stringify(record, null, 1)
    .replaceAll(/\n */g, ' ')
    .replaceAll(/([[{]) | ([\]}])/g, '$1$2');

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  const { session } = made.desk;
  if (!session) throw new Error('No session');
  return { ...made, session, calls: registryCalls(made), state: result.workspace };
}

const isLast = ({ moreEntities: part }: WorkspacePatch) =>
  part !== undefined && part.to === part.total;

/** The entities that were told in parts. */
function gathered({ listener }: Stage): readonly Entity[] | null {
  let whole: readonly Entity[] | null = null;
  for (const { event, payload } of listener.told) {
    const part = event === 'workspace' ? (payload as WorkspacePatch).moreEntities : undefined;
    if (part) whole = gather(part) ?? whole;
  }
  return whole;
}

const changeIn = ({ entityChange }: WorkspacePatch) =>
  entityChange === undefined ? null : (JSON.parse(entityChange) as unknown);

describe('a workspace with thousands of entities', () => {
  it('is shown before they are read, and then tells them in parts', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const on = await opened(root);
    expect(on.state.entities).toBeNull();
    expect(on.state.problems).toEqual([]);
    await on.session.idle();
    expect(
      on.listener.told.filter(({ payload }) => payload && 'moreEntities' in (payload as object))
        .length,
    ).toBeGreaterThan(2);
    expect(gathered(on)).toEqual(many);
    expect(on.session.registries.entities.data).toEqual([]);
    const page = await on.session.engine.findings({
      text: '',
      rules: ['link/entity-unknown', 'graph/entity-unregistered'],
      severities: [],
      slugs: null,
      waived: 'without',
      order: 'brief',
      offset: 0,
      limit: 50,
    });
    expect(page.total).toBe(0);
  });

  it('keeps a good copy of them, goes on with it, and brings it back', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const first = await opened(root);
    await first.session.idle();
    await expect.poll(() => readFile(join(root, GOOD), 'utf8').catch(() => '')).toBe(textOf(many));
    await first.desk.close();
    await writeFile(join(root, FILE), textOf(many).slice(0, -40));
    const on = await opened(root);
    await on.session.idle();
    const told = await on.listener.heard('workspace', ({ problems }) => problems?.length === 1);
    expect(told.problems).toMatchObject([{ file: FILE, code: 'not-json', lastGood: true }]);
    expect(gathered(on)).toEqual(many);
    on.listener.forget();
    expect(await on.calls.restoreLastGood(FILE)).toEqual({ kind: 'done' });
    expect(await readFile(join(root, FILE), 'utf8')).toBe(textOf(many));
    await on.listener.heard('workspace', ({ problems }) => problems?.length === 0);
  });

  it('says which of their records are passed over', async () => {
    const root = await workspace({ [FILE]: textOf([...many, { slug: 'No slug', name: 'X' }]) });
    const { listener } = await opened(root);
    const told = await listener.heard('workspace', ({ problems }) => problems?.length === 1);
    expect(told.problems).toMatchObject([{ file: FILE, code: 'not-valid', place: { line: 7003 } }]);
  });

  it('tells a change made here at once, and writes no other line', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const on = await opened(root);
    await on.session.idle();
    on.listener.forget();
    const entity = { slug: 'zz', name: 'Zz' };
    expect(await on.calls.addEntity(entity)).toEqual({ kind: 'done' });
    expect(
      on.listener.told.map(({ payload }) => changeIn(payload as WorkspacePatch)),
    ).toContainEqual({
      put: [entity],
      gone: [],
    });
    expect(await on.calls.addEntity({ slug: 'entity-0007', name: 'B' })).toMatchObject({
      problem: { code: 'exists' },
    });
    expect(await on.calls.putEntities([], ['entity-0000'])).toEqual({ kind: 'done' });
    expect(await readFile(join(root, FILE), 'utf8')).toBe(textOf([...many.slice(1), entity]));
    expect(on.session.registries.entities.data).toEqual([]);
    expect(await on.calls.learnRecords()).toMatchObject({ kind: 'learned', entities: [] });
    await on.session.idle();
    expect(on.listener.told.some(({ payload }) => isLast(payload as WorkspacePatch))).toBe(false);
  });

  it('hears of a change outside, and findings follow', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const on = await opened(root);
    await on.session.idle();
    const before = on.listener.rows().find(({ slug }) => slug === 'one')?.findings.error ?? 0;
    on.listener.forget();
    await writeFile(join(root, FILE), textOf(many.slice(0, -1)));
    const told = await on.listener.heard('workspace', (patch) => changeIn(patch) !== null);
    expect(changeIn(told)).toEqual({ put: [], gone: ['vladimir-putin'] });
    await on.listener.heard('workspace', (patch) =>
      rowsOf(patch).some(({ slug, findings }) => slug === 'one' && findings.error > before),
    );
  });

  it('tells them whole once they are few, and in parts once they are many again', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const on = await opened(root);
    await on.session.idle();
    await writeFile(join(root, FILE), textOf(many.slice(-1)));
    const few = await on.listener.heard('workspace', ({ entities }) => entities !== undefined);
    expect(JSON.parse(few.entities ?? '')).toEqual(many.slice(-1));
    await on.session.idle();
    on.listener.forget();
    await writeFile(join(root, FILE), textOf(many));
    await on.listener.heard('workspace', isLast);
    expect(gathered(on)).toEqual(many);
  });

  it('tells them again to a page that is loaded anew', async () => {
    const root = await workspace({ [FILE]: textOf(many) });
    const on = await opened(root);
    await on.session.idle();
    on.listener.forget();
    expect(on.session.state().entities).toBeNull();
    await on.session.idle();
    expect(gathered(on)).toEqual(many);
  });
});
