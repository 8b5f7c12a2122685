import type { BriefParts, NumberParts, TakeParts } from '../fields/parts';
import { SECTION_HEADINGS, type SectionKind } from './brief';
import { COUNT_NAMES, countText } from './counts';

/**
 * The text of a new brief, with `\n` line breaks and none at the end (brief-format, "Layout").
 * Never used on a brief that has a text: that is edited in place. Parts that are null are left out.
 */
export function print(parts: BriefParts): string {
  const top = [
    parts.title === null ? null : `# ${parts.title}`,
    parts.dek === null ? null : `> ${indented(parts.dek, '> ')}`,
  ].filter((line) => line !== null);
  const blocks = [
    top.join('\n'),
    printMeta(parts),
    section('summary', parts.summary),
    section('numbers', parts.numbers?.map(printNumber).join('\n')),
    section('why', parts.why),
    section('watch', parts.watch?.map(printBullet).join('\n')),
    section('takes', parts.lenses && printLenses(parts.lenses)),
    section('graph', printGraph(parts)),
    parts.canonical === null ? null : `---\nCanonical: ${parts.canonical}`,
  ];
  return blocks.filter((block) => block !== null && block !== '').join('\n\n');
}

function printMeta(parts: BriefParts): string | null {
  if (parts.type === null && parts.date === null && parts.heads === null) return null;
  const takes = parts.lenses?.flatMap((lens) => lens.takes) ?? [];
  const regions = new Set(takes.map((take) => take.region.trim()));
  regions.delete('');
  const counts = {
    takes: takes.length,
    lenses: parts.lenses?.filter((lens) => lens.name !== null && lens.takes.length > 0).length ?? 0,
    regions: regions.size,
  };
  const pieces = [
    parts.type === null ? null : `type: ${parts.type}`,
    parts.date === null ? null : `date: ${parts.date}`,
    parts.heads === null ? null : `heads: ${parts.heads.join(', ')}`,
    ...COUNT_NAMES.map((name) => countText(name, counts[name])),
  ];
  return `**Meta:** ${pieces.filter((piece) => piece !== null).join(' · ')}`;
}

function section(kind: SectionKind, body: string | null | undefined): string | null {
  if (body === null || body === undefined) return null;
  return printSection(kind, body);
}

/** A section with its body; the lines of Across the graph follow their heading without a blank one. */
export function printSection(kind: SectionKind, body: string): string {
  return `## ${SECTION_HEADINGS[kind]}${body ? `${kind === 'graph' ? '\n' : '\n\n'}${body}` : ''}`;
}

function printLenses(lenses: NonNullable<BriefParts['lenses']>): string {
  return lenses
    .map((lens) =>
      [...(lens.name === null ? [] : [`### ${lens.name}`]), ...lens.takes.map(printTake)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

function printGraph(parts: BriefParts): string | null {
  if (parts.related === null && parts.entities === null) return null;
  const lines = [
    parts.related === null
      ? null
      : `- Related: ${parts.related.map((slug) => `[[${slug}]]`).join(', ')}`,
    parts.entities === null ? null : `- Entities: ${parts.entities}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** `- 4, years of war`. */
export function printNumber({ value, label }: NumberParts): string {
  return `- ${value}${label === null ? '' : `, ${indented(label, '  ')}`}`;
}

/** A bullet; lines after the first are indented by two spaces. */
export function printBullet(text: string): string {
  return `- ${indented(text, '  ')}`;
}

/** A take in its lines. */
export function printTake(take: TakeParts): string {
  const lines = [`- **${take.outlet}** (${take.region}, ${take.lang})`];
  if (take.summary !== null) lines[0] += ` — ${indented(take.summary, '  ')}`;
  if (take.quote !== null) lines.push(`  > "${indented(take.quote, '  > ')}"`);
  if (take.source !== null) lines.push(`  Source: ${take.source}`);
  return lines.join('\n');
}

/** The text with what the format puts before each line after the first. */
export function indented(text: string, prefix: string): string {
  return text.replaceAll('\n', `\n${prefix}`);
}
