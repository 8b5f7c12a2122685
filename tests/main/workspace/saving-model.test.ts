import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { hashOf } from '../../../src/disk/files/text';
import { Journal } from '../../../src/main/journal/journal';
import { Briefs } from '../../../src/main/workspace/briefs';
import { workspace } from '../support';
import { temporary } from '../../disk/temporary';

const text = fc.constantFrom('a', 'b', 'c', 'd\n', '');

/** What an editor and other programs may do to one brief, in any order. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text }),
  fc.record({ kind: fc.constant('save' as const) }),
  fc.record({ kind: fc.constant('write outside' as const), text }),
  fc.record({ kind: fc.constant('delete outside' as const) }),
  fc.record({ kind: fc.constant('hear of it' as const) }),
  fc.record({ kind: fc.constant('start again' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const hash = (of: string | null) => (of === null ? null : hashOf(Buffer.from(of)));

/** An editor with one brief open, which checks at each step that no text is lost. */
class Editor {
  #briefs: Briefs;
  #typed = 'start';
  #base = hash('start');
  /** True while text was typed that no save has confirmed. */
  #isDirty = false;

  constructor(
    readonly root: string,
    readonly drafts: string,
  ) {
    this.#briefs = this.#start();
  }

  async open(): Promise<void> {
    await this.#briefs.open('one');
  }

  async do(one: Act): Promise<void> {
    switch (one.kind) {
      case 'type':
        return this.#type(one.text);
      case 'save':
        return this.#save();
      case 'write outside':
        return writeFile(this.#path, one.text);
      case 'delete outside':
        return rm(this.#path, { force: true });
      case 'hear of it':
        return this.#hear();
      case 'start again':
        return this.#startAgain();
    }
  }

  get #path(): string {
    return join(this.root, 'briefs/one.md');
  }

  get #journal(): Journal {
    return new Journal(realDisk, this.drafts);
  }

  #onDisk(): Promise<string | null> {
    return readFile(this.#path, 'utf8').catch(() => null);
  }

  #start(): Briefs {
    return new Briefs({
      disk: realDisk,
      root: this.root,
      journal: this.#journal,
      readOnly: () => null,
      shown: () => undefined,
      written: () => undefined,
      edited: () => undefined,
    });
  }

  async #type(typed: string): Promise<void> {
    this.#typed = typed;
    this.#isDirty = true;
    await this.#journal.keep({ slug: 'one', text: typed, base: this.#base ?? '', at: 1 });
  }

  async #save(): Promise<void> {
    const before = await this.#onDisk();
    const request = { slug: 'one', text: this.#typed, eol: 'lf', bom: false } as const;
    const result = await this.#briefs.save({ ...request, base: this.#base });
    const after = await this.#onDisk();
    if (result.kind === 'saved') {
      expect(hash(before) === this.#base || before === this.#typed).toBe(true);
      expect(after).toBe(this.#typed);
      this.#base = result.hash;
      this.#isDirty = false;
      return;
    }
    expect(result).toMatchObject({ kind: 'conflict' });
    expect(after).toBe(before);
    if (this.#isDirty) expect((await this.#journal.read('one'))?.text).toBe(this.#typed);
    const disk = result.kind === 'conflict' ? result.disk : null;
    expect(disk?.text ?? null).toBe(before);
    this.#base = disk?.hash ?? null;
  }

  async #hear(): Promise<void> {
    const news = await this.#briefs.news('one');
    if (news !== undefined) expect(news?.text ?? null).toBe(await this.#onDisk());
  }

  async #startAgain(): Promise<void> {
    this.#briefs = this.#start();
    const before = await this.#onDisk();
    const opened = await this.#briefs.open('one');
    if (opened.kind !== 'opened') {
      expect([before, this.#isDirty]).toEqual([null, false]);
      this.#base = null;
      return;
    }
    if (this.#isDirty) expect(opened.draft?.text ?? opened.disk.text).toBe(this.#typed);
    this.#typed = opened.draft?.text ?? opened.disk.text;
    this.#isDirty = opened.draft !== null;
    this.#base = hash(before);
  }
}

it('a brief loses no text, neither what was typed nor what others wrote', async () => {
  const root = await workspace();
  const drafts = await temporary();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      await writeFile(join(root, 'briefs/one.md'), 'start');
      const editor = new Editor(root, join(drafts, String(run++)));
      await editor.open();
      for (const one of acts) await editor.do(one);
    }),
    { numRuns: 60 },
  );
});
