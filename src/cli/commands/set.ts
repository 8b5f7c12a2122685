import { relative } from 'node:path';
import { parse } from '../../core/format/parse';
import { applyEdits } from '../../core/text/edit';
import { realDisk } from '../../disk/files/disk';
import { writeDurable } from '../../disk/files/durable';
import { encode } from '../../disk/files/text';
import { cannot, type Command, FINE } from '../command';
import { diffOf } from '../diff';
import { fieldNamed, setNamed } from '../fields';
import { briefNamed } from '../workspace';

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
    const { path, disk } = await briefNamed(io, file, has('write'));
    const text = value === '-' ? (await io.input()).replace(/\r?\n$/, '') : value;
    const result = setNamed(parse(disk.text), field, text);
    if (!result.ok) cannot(`${name} was not set. ${result.reason}`);
    const after = applyEdits(disk.text, result.edits);
    io.out(diffOf(io, relative(io.cwd, path) || path, disk.text, after));
    if (has('write') && after !== disk.text) {
      await writeDurable(realDisk, path, encode({ ...disk, text: after }, path));
    }
    return FINE;
  },
};
