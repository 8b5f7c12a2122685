import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { Journal } from '../../../src/main/journal/journal';
import { FAULTS, withEveryFault } from '../../disk/faulty-disk';
import { temporary } from '../../disk/temporary';

const draft = (text: string, slug = 'a') => ({ slug, text, base: 'b'.repeat(64), at: 1 });
const open = async () => new Journal(realDisk, join(await temporary(), 'journal'));
const again = (journal: Journal) => new Journal(realDisk, journal.folder);

describe('the journal', () => {
  it('has a draft on disk once it has answered', async () => {
    const journal = await open();
    await journal.keep(draft('typed \ud83d and\0odd'));
    expect(await again(journal).read('a')).toEqual(draft('typed \ud83d and\0odd'));
  });

  it('ends with the newest of many drafts, and leaves no other file', async () => {
    const journal = await open();
    await Promise.all(Array.from({ length: 30 }, (_, n) => journal.keep(draft(`text ${n}`))));
    expect((await again(journal).read('a'))?.text).toBe('text 29');
    expect(await readdir(journal.folder)).toEqual(['a.json']);
  });

  it('forgets a draft, also one that is still being written', async () => {
    const journal = await open();
    const kept = journal.keep(draft('typed'));
    await journal.discard('a');
    await kept;
    expect(await again(journal).read('a')).toBeNull();
    await journal.discard('never-there');
  });

  it('forgets on saving only what was saved', async () => {
    const journal = await open();
    await journal.keep(draft('typed and typed on'));
    await journal.discard('a', 'typed');
    expect((await again(journal).read('a'))?.text).toBe('typed and typed on');
    await journal.discard('a', 'typed and typed on');
    expect(await again(journal).read('a')).toBeNull();
  });

  it('lists what can be read and leaves the rest in its place', async () => {
    const journal = await open();
    await journal.keep(draft('one', 'a'));
    await journal.keep(draft('two', 'b'));
    await writeFile(join(journal.folder, 'c.json'), '{"slug":"c","te');
    await writeFile(join(journal.folder, 'd.json'), JSON.stringify(draft('moved', 'x')));
    const listed = await again(journal).list();
    expect(listed.map(({ slug }) => slug).toSorted()).toEqual(['a', 'b']);
    expect(await readdir(journal.folder)).toContain('c.json');
  });

  it('keeps the old draft or the new one, whichever operation fails', async () => {
    const journal = await open();
    await withEveryFault(FAULTS, async (disk) => {
      await journal.keep(draft('old'));
      const faulty = new Journal(disk, journal.folder);
      const kept = await faulty.keep(draft('new')).then(
        () => true,
        () => false,
      );
      const now = await again(journal).read('a');
      expect(['old', 'new']).toContain(now?.text);
      if (kept) expect(now?.text).toBe('new');
    });
  });

  it('goes on after a failure', async () => {
    const journal = await open();
    await writeFile(journal.folder, 'a file where the folder should be');
    await expect(journal.keep(draft('typed'))).rejects.toThrow();
    await realDisk.remove(journal.folder);
    await journal.keep(draft('typed more'));
    expect((await again(journal).read('a'))?.text).toBe('typed more');
  });
});
