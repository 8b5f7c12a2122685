import { rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BriefRow } from '../../../src/bridge/types';
import { checkWorkspace } from '../../../src/disk/engine/check';
import { WorkerEngine } from '../../../src/disk/engine/client';
import type { EngineNews } from '../../../src/disk/engine/protocol';
import { surroundingsOf } from '../../../src/disk/engine/surroundings';
import { realDisk } from '../../../src/disk/files/disk';
import { Registries } from '../../../src/disk/workspace/registries';
import { rowsIn } from '../../../src/renderer/app/rows';
import { briefRelatedTo, SMALL_BRIEF, SMALL_ENTITIES, SMALL_SETTINGS } from '../../support/brief';
import { ALL_FINDINGS } from '../../support/graph';
import { fill, temporary } from '../temporary';
import { builtWorker } from './built-worker';

const texts = {
  small: SMALL_BRIEF,
  other: briefRelatedTo('small'),
  third: briefRelatedTo('small', 'nowhere'),
};

async function workspace(briefs: Readonly<Record<string, string>> = texts): Promise<string> {
  const root = await temporary();
  const files = Object.entries(briefs).map(([slug, text]) => [`briefs/${slug}.md`, text]);
  await fill(root, {
    'briefwright.json': JSON.stringify(SMALL_SETTINGS),
    'registry/entities.json': JSON.stringify(SMALL_ENTITIES),
    ...(Object.fromEntries(files) as Record<string, string>),
  });
  return root;
}

const rowsOf = ({ rows }: EngineNews): readonly BriefRow[] =>
  rows === undefined ? [] : rowsIn(rows);

/** What is told, in its order, and what the list would show after it. */
class Told {
  readonly news: EngineNews[] = [];
  readonly rows = new Map<string, BriefRow>();

  readonly hear = (news: EngineNews) => {
    this.news.push(news);
    for (const row of rowsOf(news)) this.rows.set(row.slug, row);
    for (const slug of news.gone ?? []) this.rows.delete(slug);
  };

  get phases() {
    return this.news.flatMap(({ index }) => index?.phase ?? []);
  }

  last<K extends keyof EngineNews>(name: K): EngineNews[K] | undefined {
    return this.news.findLast((news) => news[name] !== undefined)?.[name];
  }
}

async function started(root: string, shown: readonly string[] = []) {
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const told = new Told();
  const errors: unknown[] = [];
  const engine = new WorkerEngine({
    worker: await builtWorker(),
    root,
    around: surroundingsOf(registries),
    shown,
    entitiesTold: null,
    caches: { read: true, write: true },
    news: told.hear,
    report: (error) => errors.push(error),
  });
  onTestFinished(async () => {
    await engine.close();
    expect(errors).toEqual([]);
  });
  return { engine, told, registries };
}

const rulesOf = async (engine: WorkerEngine, slug: string) => {
  const { items } = await engine.findings({ ...ALL_FINDINGS, slugs: [slug] });
  return items.map(({ rule }) => rule);
};

describe('an engine', () => {
  it('reads and checks a workspace, and tells its rows', async () => {
    const root = await workspace();
    const { engine, told } = await started(root);
    await engine.idle();
    expect([...told.rows.keys()].sort()).toEqual(['other', 'small', 'third']);
    expect(told.rows.get('small')).toMatchObject({
      title: 'Small brief',
      takes: 2,
      lenses: ['US wire / analytical', 'Kremlin / state'],
      findings: { error: 0, warning: 0, info: 0 },
    });
    expect(told.last('index')).toMatchObject({ phase: 'ready', done: 3, total: 3 });
  });

  it('finds what a check of the workspace finds', async () => {
    const root = await workspace();
    const { engine } = await started(root);
    await engine.idle();
    const page = await engine.findings(ALL_FINDINGS);
    const { slugs, findings } = await checkWorkspace(root, { cache: false });
    const titles = new Map(page.items.map(({ slug, title }) => [slug, title]));
    const plain = slugs.flatMap((slug) =>
      findings(slug).map((one) => ({ ...one, slug, title: titles.get(slug) })),
    );
    expect(page.items).toEqual(plain);
    expect(page.total).toBe(plain.length);
  });

  it('answers before it has read everything', async () => {
    const { engine } = await started(await workspace());
    expect((await engine.findings(ALL_FINDINGS)).items.length).toBeLessThanOrEqual(100);
    expect(await engine.uses('entity')).toEqual(expect.any(Object));
  });

  it('meets files that change, come and go', async () => {
    const root = await workspace();
    const { engine, told } = await started(root);
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual([]);
    await writeFile(join(root, 'briefs/other.md'), briefRelatedTo());
    engine.tell({ kind: 'update', slugs: ['other'] });
    expect(await rulesOf(engine, 'small')).toEqual([]);
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual(['graph/one-way']);
    await unlink(join(root, 'briefs/other.md'));
    engine.tell({ kind: 'update', slugs: ['other'] });
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual(['link/brief-unknown', 'link/brief-unknown']);
    expect(told.rows.get('small')?.findings.error).toBe(2);
    expect(told.rows.has('other')).toBe(false);
  });

  it('checks all around a text that is not saved', async () => {
    const { engine, told } = await started(await workspace());
    await engine.idle();
    engine.overlay('other', briefRelatedTo());
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual(['graph/one-way']);
    expect(told.rows.get('small')?.findings.info).toBe(1);
    engine.overlay('other', null);
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual([]);
  });

  it('follows settings and registries', async () => {
    const root = await workspace();
    const { engine, registries } = await started(root);
    await engine.idle();
    await writeFile(join(root, 'registry/entities.json'), '[]');
    await registries.read();
    engine.tell({ kind: 'surround', around: surroundingsOf(registries) });
    await engine.idle();
    expect(await rulesOf(engine, 'small')).toEqual([
      'link/entity-unknown',
      'graph/entity-unregistered',
    ]);
  });

  it('tells who lists an open brief, as long as it is open', async () => {
    const root = await workspace();
    const { engine, told } = await started(root);
    engine.tell({ kind: 'watch', slugs: ['small'] });
    await engine.idle();
    expect(told.last('listedBy')).toEqual({ small: ['other', 'third'] });
    engine.overlay('third', briefRelatedTo());
    await engine.idle();
    expect(told.last('listedBy')).toEqual({ small: ['other'] });
    engine.tell({ kind: 'watch', slugs: [] });
    await engine.idle();
    expect(told.last('listedBy')).toEqual({});
  });

  it('stops when it is told to, and goes on', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`brief-${index}`, SMALL_BRIEF]),
    );
    const { engine, told } = await started(await workspace(many));
    engine.cancel();
    // What is asked for is answered all the same.
    const stopped = await engine.findings(ALL_FINDINGS);
    expect(told.phases.at(-1)).toBe('cancelled');
    expect(told.rows.size).toBeLessThan(600);
    engine.resume();
    await engine.idle();
    expect(told.phases.at(-1)).toBe('ready');
    expect(told.rows.size).toBe(600);
    expect((await engine.findings(ALL_FINDINGS)).total).toBeGreaterThan(stopped.total);
    expect(told.news.every((news) => rowsOf(news).length <= 200)).toBe(true);
  });

  it('tells which of the briefs that are shown are gone, and all rows again', async () => {
    const { engine, told } = await started(await workspace(), ['small', 'gone-before']);
    await engine.idle();
    expect(told.last('gone')).toEqual(['gone-before']);
    told.rows.clear();
    engine.tell({ kind: 'resend', shown: ['small', 'lost'] });
    await engine.idle();
    expect(told.rows.size).toBe(3);
    expect(told.last('gone')).toEqual(['lost']);
  });

  it('judges a text with all files as they are now', async () => {
    const root = await workspace();
    const { engine } = await started(root);
    await engine.idle();
    await unlink(join(root, 'briefs/other.md'));
    const judged = await engine.judge([{ slug: 'small', text: SMALL_BRIEF }]);
    expect(judged.get('small')?.map(({ rule }) => rule)).toEqual([
      'link/brief-unknown',
      'link/brief-unknown',
    ]);
  });

  it('answers what others wrote of the graph', async () => {
    const { engine } = await started(await workspace());
    await engine.idle();
    const { incoming } = await engine.references({ kind: 'brief', slug: 'small' });
    expect(incoming.map(({ slug }) => slug).sort()).toEqual(['other', 'third']);
    expect((await engine.search({ text: 'Moscow', offset: 0, limit: 10 })).total).toBe(1);
    expect((await engine.graph({ kind: 'whole', entities: false })).nodes.length).toBe(4);
    expect((await engine.balance('')).takes).toBe(2);
    expect(await engine.uses('outlet')).toEqual({ CNN: 1, TASS: 1 });
    const plan = await engine.plan({ kind: 'delete-briefs', slugs: ['third'] });
    expect(plan.ok && plan.plan.files.map(({ file }) => file)).toEqual(['briefs/third.md']);
  });

  it('takes a folder that is gone for gone, not for empty', async () => {
    const root = await workspace();
    const { engine, told } = await started(root);
    await engine.idle();
    await unlink(join(root, 'briefwright.json'));
    await rename(join(root, 'briefs'), join(root, 'unplugged'));
    engine.tell({ kind: 'scan' });
    await engine.idle();
    expect(told.rows.size).toBe(3);
  });

  it('rejects what it is asked once it has ended', async () => {
    const { engine } = await started(await workspace());
    await engine.close();
    await expect(engine.findings(ALL_FINDINGS)).rejects.toThrow('ended');
  });
});
