import { relative } from 'node:path';
import type { BriefText } from '../../bridge/types';
import { parse } from '../../core/format/parse';
import { applyEdits } from '../../core/text/edit';
import { cannot, type Command, FINE } from '../command';
import { diffOf } from '../diff';
import { fieldNamed, setNamed } from '../fields';
import { holding } from '../hold';
import { briefNamed, briefToRead, readBrief, writeBrief } from '../workspace';

export const set: Command = {
  name: 'set',
  about: 'Set one field of a brief',
  usage: 'FILE FIELD VALUE [--write]',
  takes: [3, 3],
  details: [
    'Changes the bytes of that field, and of the counts that follow from it, and no others. Prints the difference; --write writes it. FIELD is named as in “get”. VALUE “-” is read from the standard input. An empty VALUE takes a dek, a quote or a source out. Setting takes[n].lens moves the take to that lens, which is made where it is missing.',
  ],
  options: [{ name: 'write', about: 'Write the file, instead of only showing what would change' }],
  examples: [
    { line: 'set port-strike date 2026-06-12', about: 'see what it would change' },
    {
      line: 'set port-strike takes[0].lens "US wire / analytical" --write',
      about: 'move a take to a lens',
    },
  ],
  async run({ io, args: [file = '', name = '', value = ''], has }) {
    const field = fieldNamed(name);
    const text = value === '-' ? (await io.input()).replace(/\r?\n$/, '') : value;
    const setIn = (disk: BriefText, path: string): string => {
      const result = setNamed(parse(disk.text), field, text);
      if (!result.ok) cannot(`${name} was not set. ${result.reason}`);
      const after = applyEdits(disk.text, result.edits);
      io.out(diffOf(io, relative(io.cwd, path) || path, disk.text, after));
      return after;
    };
    if (!has('write')) {
      const { disk, path } = await briefToRead(io, file);
      setIn(disk, path);
      return FINE;
    }
    const { root, path } = await briefNamed(io, file);
    return holding(io, root, async () => {
      const disk = await readBrief(path, file);
      const after = setIn(disk, path);
      if (after !== disk.text) await writeBrief({ path, disk }, after, file);
      return FINE;
    });
  },
};
