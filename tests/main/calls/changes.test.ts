import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ChangePlan, ChangeRequest } from '../../../src/core/plan/types';
import { type Disk, realDisk } from '../../../src/disk/files/disk';
import { briefCalls } from '../../../src/main/calls/briefs';
import { changeCalls } from '../../../src/main/calls/changes';
import { fill } from '../../disk/temporary';
import { brief, rowsOf, SETTINGS, stage, type Stage, workspace } from '../support';

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return { ...made, calls: changeCalls(made), briefs: briefCalls(made), state: result.workspace };
}

type Calls = ReturnType<typeof changeCalls>;

async function plan(calls: Calls, request: ChangeRequest): Promise<ChangePlan> {
  const result = await calls.planChange(request);
  if (result.kind !== 'answer') throw new Error(result.problem.message);
  return result.answer;
}

const rename = { kind: 'rename-brief', slug: 'two', to: 'second', redirect: false } as const;
const TITLE = 'Rename the brief two to second';
const read = (root: string, file: string) => readFile(join(root, file), 'utf8');
const files = async (root: string) => (await readdir(join(root, 'briefs'))).sort();

describe('a change to many files', () => {
  it('is planned without a byte written, and carried out once', async () => {
    const root = await workspace();
    const { calls, listener } = await opened(root);
    const made = await plan(calls, rename);
    expect(made.title).toBe(TITLE);
    expect(await files(root)).toEqual(['one.md', 'two.md']);
    expect(await calls.runChange(made.id, [])).toEqual({
      kind: 'answer',
      answer: { files: 2, moved: [{ slug: 'two', to: 'second' }] },
    });
    expect(await files(root)).toEqual(['one.md', 'second.md']);
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['second']));
    await listener.heard('workspace', ({ undoable }) => undoable === TITLE);
    await listener.heard('workspace', ({ gone }) => gone?.includes('two') === true);
    await listener.heard('workspace', (patch) =>
      rowsOf(patch).some(({ slug, title }) => slug === 'second' && title === 'Two'),
    );
    expect(await calls.runChange(made.id, [])).toMatchObject({
      kind: 'problem',
      problem: { message: 'The plan is out of date. Plan again.' },
    });
  });

  it('leaves out what is not wanted', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const made = await plan(calls, rename);
    const link = made.files.find(({ slug }) => slug === 'one')?.changes[0];
    expect(await calls.runChange(made.id, [link?.id ?? ''])).toMatchObject({
      answer: { files: 1 },
    });
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['two']));
  });

  it('is taken back as one step, also after a restart', async () => {
    const root = await workspace();
    const { calls, desk } = await opened(root);
    await calls.runChange((await plan(calls, rename)).id, []);
    await desk.close();
    const again = await opened(root);
    expect(again.state.undoable).toBe(TITLE);
    const back = { files: 2, moved: [{ slug: 'second', to: 'two' }] };
    expect(await again.calls.undoChange()).toEqual({ kind: 'answer', answer: back });
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['two']));
    expect(await files(root)).toEqual(['one.md', 'two.md']);
    await again.listener.heard('workspace', ({ undoable }) => undoable === null);
    expect(await again.calls.undoChange()).toMatchObject({
      problem: { message: 'There is no change to take back.' },
    });
  });

  it('is done again as one step, also after a restart', async () => {
    const root = await workspace();
    const { calls, desk, listener } = await opened(root);
    await calls.runChange((await plan(calls, rename)).id, []);
    await calls.undoChange();
    await listener.heard('workspace', ({ redoable }) => redoable === TITLE);
    await desk.close();
    const again = await opened(root);
    expect(again.state).toMatchObject({ undoable: null, redoable: TITLE });
    const forth = { files: 2, moved: [{ slug: 'two', to: 'second' }] };
    expect(await again.calls.redoChange()).toEqual({ kind: 'answer', answer: forth });
    expect(await files(root)).toEqual(['one.md', 'second.md']);
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['second']));
    await again.listener.heard(
      'workspace',
      ({ undoable, redoable }) => undoable === TITLE && redoable === null,
    );
    expect(await again.calls.redoChange()).toMatchObject({
      problem: { message: 'There is no change to do again.' },
    });
  });

  it('is not done again where something else has come to depend on it', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const made = await plan(calls, rename);
    const link = made.files.find(({ slug }) => slug === 'one')?.changes[0];
    await calls.runChange(made.id, [link?.id ?? '']);
    await calls.undoChange();
    // What was left out on purpose is left out again.
    expect(await calls.redoChange()).toMatchObject({ kind: 'answer' });
    await calls.undoChange();
    await writeFile(join(root, 'briefs/three.md'), brief('Three', ['two']));
    expect(await calls.redoChange()).toMatchObject({
      problem: {
        message:
          'briefs/three.md would have to change with it now, so nothing was done again. Plan the change anew.',
      },
    });
    expect(await files(root)).toEqual(['one.md', 'three.md', 'two.md']);
    await rm(join(root, 'briefs/three.md'));
    expect(await calls.redoChange()).toMatchObject({ kind: 'answer' });
  });

  it('is not taken back where something else has come to depend on it', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    await calls.runChange((await plan(calls, rename)).id, []);
    const refused = (file: string, name: string) => ({
      problem: {
        message: `${file} names “${name}”, which would be gone, so nothing was undone. Change that file first, or plan another change.`,
      },
    });
    await writeFile(join(root, 'briefs/three.md'), brief('Three', ['second']));
    expect(await calls.undoChange()).toMatchObject(refused('briefs/three.md', 'second'));
    expect(await files(root)).toEqual(['one.md', 'second.md', 'three.md']);
    await writeFile(join(root, 'briefs/three.md'), brief('Three', ['one']));
    await fill(root, { 'reviews/second.json': '{}' });
    expect(await calls.undoChange()).toMatchObject(refused('reviews/second.json', 'second'));
    await rm(join(root, 'reviews/second.json'));
    expect(await calls.undoChange()).toMatchObject({ kind: 'answer' });
    expect(await files(root)).toEqual(['one.md', 'three.md', 'two.md']);
  });

  it('is not taken back while unsaved text links to what it made', async () => {
    const root = await workspace({ 'briefs/three.md': brief('Three') });
    const { calls, desk } = await opened(root);
    await calls.runChange((await plan(calls, rename)).id, []);
    desk.session?.engine.overlay('three', brief('Three', ['second']));
    expect(await calls.undoChange()).toMatchObject({
      problem: { message: expect.stringContaining('briefs/three.md names “second”') },
    });
    desk.session?.engine.overlay('three', null);
    expect(await calls.undoChange()).toMatchObject({ kind: 'answer' });
  });

  it.each([
    [
      'an entity',
      {
        kind: 'rename-entity',
        slug: 'vladimir-putin',
        to: { slug: 'putin', name: 'Vladimir Putin' },
        keepAlias: true,
      },
      'putin',
      (text: string) => text.replace('/ko/entity/vladimir-putin', '/ko/entity/putin'),
    ],
    [
      'a head',
      { kind: 'rename-head', name: 'Who Decides', to: 'Power' },
      'Power',
      (text: string) => text.replace('heads: Who Decides', 'heads: Power'),
    ],
  ] as const)(
    'is not taken back while a new brief names what it made: %s',
    async (_, request, name, as) => {
      const settings = { ...SETTINGS, heads: ['Who Decides'] };
      const root = await workspace({ 'briefwright.json': JSON.stringify(settings) });
      const { calls } = await opened(root);
      await calls.runChange((await plan(calls, request)).id, []);
      const text = as(brief('Three'));
      expect(text).not.toBe(brief('Three'));
      await writeFile(join(root, 'briefs/three.md'), text);
      expect(await calls.undoChange()).toMatchObject({
        problem: { message: expect.stringContaining(`briefs/three.md names “${name}”`) },
      });
      await rm(join(root, 'briefs/three.md'));
      expect(await calls.undoChange()).toMatchObject({ kind: 'answer' });
      expect(JSON.parse(await read(root, 'briefwright.json'))).toEqual(settings);
    },
  );

  it('is taken back though briefs name what stays', async () => {
    const root = await workspace({
      'registry/entities.json':
        '[\n  {"slug": "v-putin", "name": "V. Putin"},\n  {"slug": "vladimir-putin", "name": "Vladimir Putin"}\n]\n',
    });
    const { calls } = await opened(root);
    const request = { kind: 'merge-entities', slugs: ['v-putin'], into: 'vladimir-putin' } as const;
    await calls.runChange((await plan(calls, request)).id, []);
    await writeFile(join(root, 'briefs/three.md'), brief('Three'));
    expect(await calls.undoChange()).toMatchObject({ kind: 'answer' });
  });

  it('goes neither way over text that is kept and not saved', async () => {
    const root = await workspace();
    const { calls, briefs } = await opened(root);
    await calls.runChange((await plan(calls, rename)).id, []);
    await briefs.journal('second', '# Typed\n', 'base');
    const refused = {
      problem: { message: expect.stringContaining('briefs/second.md has text that is not saved') },
    };
    expect(await calls.undoChange()).toMatchObject(refused);
    await briefs.discardDraft('second');
    expect(await calls.undoChange()).toMatchObject({ kind: 'answer' });
    await briefs.journal('one', '# Typed\n', 'base');
    expect(await calls.redoChange()).toMatchObject({ kind: 'problem' });
    expect(await files(root)).toEqual(['one.md', 'two.md']);
  });

  it('tells of an open brief that it changed', async () => {
    const root = await workspace();
    const { calls, briefs, listener } = await opened(root);
    await briefs.openBrief('one');
    await calls.runChange((await plan(calls, rename)).id, []);
    const told = await listener.heard('outside', ({ slug }) => slug === 'one');
    expect(told.disk?.text).toBe(brief('One', ['second']));
  });

  it('is known to the page before the files that it moved are missed', async () => {
    const root = await workspace();
    const { calls, briefs, listener } = await opened(root, await stage({ disk: slowDisk() }));
    const wasMissed = () => listener.told.some(({ event }) => event === 'outside');
    const step = async (slug: string, go: () => Promise<unknown>) => {
      await briefs.openBrief(slug);
      listener.forget();
      await go();
      expect(wasMissed()).toBe(false);
      // Told afterwards, to a page that still has it open.
      expect(await listener.heard('outside', (told) => told.slug === slug)).toEqual({
        slug,
        disk: null,
      });
      await briefs.closeBrief(slug);
    };
    const made = await plan(calls, rename);
    await step('two', () => calls.runChange(made.id, []));
    await step('second', () => calls.undoChange());
    await step('two', () => calls.redoChange());
  });

  it('tells of the registry and the settings that changed with it', async () => {
    const root = await workspace();
    const { calls, listener } = await opened(root);
    const to = { slug: 'putin', name: 'V. Putin' };
    const request = { kind: 'rename-entity', slug: 'vladimir-putin', to, keepAlias: true } as const;
    await calls.runChange((await plan(calls, request)).id, []);
    const told = await listener.heard('workspace', ({ entities }) => entities !== undefined);
    expect(JSON.parse(told.entities ?? '')).toEqual([{ ...to, aliases: ['Vladimir Putin'] }]);
    expect(await read(root, 'briefs/one.md')).toContain('- Entities: V. Putin');
  });

  it('sees what another program wrote just before', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    await writeFile(join(root, 'briefs/three.md'), brief('Three', ['two']));
    const made = await plan(calls, rename);
    expect(new Set(made.files.map(({ slug }) => slug))).toEqual(new Set(['one', 'three', 'two']));
  });

  it('refuses where a brief was changed since, or holds text that is not saved', async () => {
    const root = await workspace();
    const { calls, briefs } = await opened(root);
    const stale = await plan(calls, rename);
    await writeFile(join(root, 'briefs/one.md'), brief('One', ['two', 'x']));
    expect(await calls.runChange(stale.id, [])).toMatchObject({
      problem: { message: expect.stringContaining('briefs/one.md was changed since') },
    });
    expect(await files(root)).toEqual(['one.md', 'two.md']);
    const made = await plan(calls, rename);
    await briefs.journal('one', '# Typed\n', 'base');
    expect(await calls.runChange(made.id, [])).toMatchObject({
      problem: { message: expect.stringContaining('has text that is not saved') },
    });
    await briefs.discardDraft('one');
    await writeFile(join(root, 'briefs/second.md'), '');
    expect(await calls.planChange(rename)).toMatchObject({
      problem: { message: 'There is a brief “second” already. Choose another slug.' },
    });
  });

  it('refuses where nothing may be written', async () => {
    const root = await workspace();
    const first = await opened(root);
    const made = await plan(first.calls, rename);
    const second = await opened(root);
    expect(second.state.readOnly).not.toBeNull();
    expect(await second.calls.planChange(rename)).toMatchObject({
      problem: { code: 'read-only' },
    });
    await rm(join(root, 'briefs/two.md'));
    expect(await first.calls.runChange(made.id, [])).toMatchObject({ kind: 'problem' });
  });

  it('is put right at the next start where it was cut short', async () => {
    const root = await workspace();
    const { calls, desk } = await opened(root, await stage({ disk: stoppingDisk() }));
    const made = await plan(calls, rename);
    expect(await calls.runChange(made.id, [])).toMatchObject({ kind: 'problem' });
    await desk.close();
    expect(await files(root)).not.toEqual(['one.md', 'two.md']);
    const again = await opened(root);
    expect(await files(root)).toEqual(['one.md', 'two.md']);
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['two']));
    expect(again.state.undoable).toBeNull();
  });

  it('is put right by a window that could only read, once it may write', async () => {
    const root = await workspace();
    const first = await opened(root, await stage({ disk: stoppingDisk() }));
    const second = await opened(root);
    expect(second.state.readOnly).not.toBeNull();
    const made = await plan(first.calls, rename);
    expect(await first.calls.runChange(made.id, [])).toMatchObject({ kind: 'problem' });
    await first.desk.close();
    expect(await files(root)).not.toEqual(['one.md', 'two.md']);
    second.desk.session?.refresh();
    await second.listener.heard('workspace', ({ readOnly }) => readOnly === null);
    expect(await files(root)).toEqual(['one.md', 'two.md']);
    expect(await read(root, 'briefs/one.md')).toBe(brief('One', ['two']));
    await second.calls.runChange((await plan(second.calls, rename)).id, []);
    expect(await files(root)).toEqual(['one.md', 'second.md']);
  });

  it('leaves the workspace to others where it could not be opened', async () => {
    const root = await workspace();
    const made = await stage({
      disk: {
        ...realDisk,
        list: async () => {
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        },
      },
    });
    expect(await made.desk.open(root)).toMatchObject({ kind: 'problem' });
    expect((await opened(root)).state.readOnly).toBeNull();
  });

  it('stays to be read only where it can’t be put right', async () => {
    const root = await workspace();
    const first = await opened(root, await stage({ disk: stoppingDisk() }));
    const made = await plan(first.calls, rename);
    await first.calls.runChange(made.id, []);
    await first.desk.close();
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const failing: Disk = {
      ...realDisk,
      rename: async () => {
        throw full;
      },
      remove: async () => {
        throw full;
      },
    };
    const bad = await opened(root, await stage({ disk: failing }));
    expect(bad.state.readOnly).toMatch(/^A change was cut short and can’t be put back: .*full/);
    const good = await opened(root);
    expect(good.state.readOnly).toBeNull();
    expect(await files(root)).toEqual(['one.md', 'two.md']);
  });
});

/** A disk that takes its time after each brief that is moved or removed: longer than events are gathered. */
function slowDisk(): Disk {
  const pause = (path: string) => (path.endsWith('.md') ? setTimeout(80) : undefined);
  return {
    ...realDisk,
    rename: (from, to) => realDisk.rename(from, to).then(() => pause(to)),
    remove: (path) => realDisk.remove(path).then(() => pause(path)),
  };
}

/** A disk that does nothing more once the second brief was to be put in its place. */
function stoppingDisk(): Disk {
  let count = 0;
  const stopped = () => count >= 2;
  const failing = Object.assign(new Error('EIO: stopped'), { code: 'EIO' });
  return {
    ...realDisk,
    rename: async (from, to) => {
      if (to.endsWith('.md')) count++;
      if (stopped()) throw failing;
      await realDisk.rename(from, to);
    },
    remove: async (path) => {
      if (stopped()) throw failing;
      await realDisk.remove(path);
    },
  };
}
