import { partsOf } from '../../core/fields/parts';
import type { Brief } from '../../core/format/brief';
import { serialize } from '../../core/format/brief';
import { deriveCounts } from '../../core/format/counts';
import { parse } from '../../core/format/parse';
import { LineIndex } from '../../core/text/lines';
import { encode } from '../../disk/files/text';
import { cannot, type Command, FINE } from '../command';
import { briefToRead } from '../workspace';

export const show: Command = {
  name: 'show',
  about: 'Print a brief as it is read',
  usage: 'FILE [--format json|markdown]',
  takes: [1, 1],
  details: [
    'JSON holds every part of the brief, its derived counts, its links, and the text that fits no part, with lines and columns from 1. Markdown prints what the parser holds: the very bytes of the file.',
  ],
  options: [{ name: 'format', value: 'NAME', about: 'json (default) or markdown' }],
  examples: [
    { line: 'show briefs/port-strike.md', about: 'the parts as JSON' },
    {
      line: 'show port-strike --format markdown | cmp - briefs/port-strike.md',
      about: 'nothing is lost',
    },
  ],
  async run({ io, args: [file = ''], value }) {
    const format = value('format') ?? 'json';
    const { slug, disk } = await briefToRead(io, file);
    const brief = parse(disk.text);
    if (format === 'markdown') io.bytes(encode({ ...disk, text: serialize(brief) }, file));
    else if (format === 'json') io.out(`${JSON.stringify(shown(slug, brief), null, 2)}\n`);
    else cannot(`There is no format “${format}”. Formats: json, markdown.`);
    return FINE;
  },
};

function shown(slug: string, brief: Brief) {
  const lines = new LineIndex(brief.source);
  const text = ({ from, to }: { from: number; to: number }) => brief.source.slice(from, to);
  return {
    slug,
    ...partsOf(brief),
    counts: deriveCounts(brief),
    links: brief.links.map((link) => ({
      kind: link.kind,
      text: link.text && text(link.text),
      target: link.target.text,
      ...lines.place(link.from),
    })),
    unread: brief.islands.map((island) => ({ text: text(island), ...lines.place(island.from) })),
  };
}
