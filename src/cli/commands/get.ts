import { parse } from '../../core/format/parse';
import { type Command, ERRORS, FINE } from '../command';
import { fieldNamed, namesOf, readNamed } from '../fields';
import { briefToRead } from '../workspace';

export const get: Command = {
  name: 'get',
  about: 'Print one field of a brief',
  usage: 'FILE FIELD',
  takes: [2, 2],
  details: [
    'FILE is a path, or the slug of a brief of the workspace around. FIELD is a field of the form: title, dek, type, date, heads, summary, why, related, entities, canonical, numbers[0].value, numbers[0].label, watch[0], takes[2].outlet, .region, .lang, .lens, .summary, .quote, .source, lenses[0].name. Items count from 0 in the order of the text. Where the brief has no such part, nothing is printed and the exit code is 1.',
  ],
  options: [],
  examples: [
    { line: 'get briefs/port-strike.md title', about: 'the title' },
    { line: 'get port-strike takes[2].lens', about: 'the lens of the third take' },
  ],
  async run({ io, args: [file = '', name = ''] }) {
    const field = fieldNamed(name);
    const brief = parse((await briefToRead(io, file)).disk.text);
    const text = readNamed(brief, field);
    if (text === null) {
      io.error(`briefwright: ${file} has no ${name}. It has: ${namesOf(brief).join(', ')}.\n`);
      return ERRORS;
    }
    io.out(`${text}\n`);
    return FINE;
  },
};
