import type { Finding, RuleId } from '../../../core/check/finding';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { fieldAt, FIELDS } from '../../../core/fields/table';
import type { Brief, SectionKind } from '../../../core/format/brief';
import { SECTION_HEADINGS } from '../../../core/format/brief';
import { contains, touches } from '../../../core/text/range';

// Findings about what is not there stand at the line of the whole take.
const MISSING: Partial<Record<RuleId, 'take.summary' | 'take.quote' | 'take.source'>> = {
  'take/summary-missing': 'take.summary',
  'take/quote-missing': 'take.quote',
  'take/source-missing': 'take.source',
};

// Findings about the order of the parts, which stand wherever the text before them happens to end.
const OF_THE_WHOLE: Partial<Record<RuleId, (brief: Brief, finding: Finding) => FieldPath | null>> =
  {
    'format/dek': () => ({ field: 'dek' }),
    'format/meta': ({ meta }) => ({
      field: meta?.type && !meta.date ? 'date' : meta?.type && !meta.heads ? 'heads' : 'type',
    }),
    'format/section-missing': () => null,
    'format/section-duplicate': () => null,
    'format/section-order': () => null,
    'format/section-unknown': () => null,
    'format/section-empty': (brief, finding) => {
      const { kind } = brief.sections.find(({ heading }) => touches(heading, finding.from)) ?? {};
      return kind === 'summary' || kind === 'why' ? { field: kind } : null;
    },
  };

/** The field in which a finding is to be mended; null where it is in none. */
export function fieldOf(brief: Brief, finding: Finding): FieldPath | null {
  const missing = MISSING[finding.rule];
  if (missing) {
    const index = takeAt(brief, finding.from);
    return index < 0 ? null : { field: missing, index };
  }
  const whole = OF_THE_WHOLE[finding.rule];
  if (whole) return whole(brief, finding);
  const inside = fieldAt(brief, finding.from);
  if (inside) return inside.path;
  const lens = brief.lenses.findIndex(({ heading }) => heading && touches(heading, finding.from));
  if (lens >= 0) return { field: 'lens.name', index: lens };
  if (brief.title && contains(brief.title, finding)) return { field: 'title' };
  const take = takeAt(brief, finding.from);
  if (take >= 0) return { field: 'take.outlet', index: take };
  if (brief.canonical && touches(brief.canonical, finding.from)) return { field: 'canonical' };
  return null;
}

/** The take whose lines an offset stands in; -1 for none. */
export function takeAt(brief: Brief, offset: number): number {
  let low = 0;
  let high = brief.takes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const take = brief.takes[middle];
    if (!take) return -1;
    if (offset < take.from) high = middle - 1;
    else if (offset > take.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Where a finding stands, in words: `Summary`, `CNN · Source`, `Header`. */
export interface Standing {
  /** The heading of its group in the panel. */
  readonly section: string;
  readonly order: number;
  /** More closely; empty where the section says it all. */
  readonly part: string;
}

export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  ...SECTION_HEADINGS,
  takes: 'Regional takes',
};

export function standingOf(brief: Brief, finding: Finding): Standing {
  const order = brief.sections.findIndex(
    ({ from, to }) => from <= finding.from && finding.from < to,
  );
  const section = brief.sections[order];
  const path = fieldOf(brief, finding);
  const part = path ? partName(brief, path) : '';
  if (brief.canonical && touches(brief.canonical, finding.from)) {
    return { section: 'Footer', order: brief.sections.length, part };
  }
  if (!section) return { section: 'Header', order: -1, part };
  const name = section.kind ? SECTION_NAMES[section.kind] : section.name.text;
  return { section: name, order, part: part === name ? '' : part };
}

function partName(brief: Brief, path: FieldPath): string {
  const { label } = FIELDS[path.field];
  if (path.index === undefined) return label;
  const take = path.field.startsWith('take.') ? brief.takes[path.index] : undefined;
  if (take) return takePart(take.outlet.text, label);
  const lens = path.field === 'lens.name' ? brief.lenses[path.index] : undefined;
  return lens ? lens.name.text : `${label} ${path.index + 1}`;
}

function takePart(outlet: string, label: string): string {
  if (outlet.trim()) return `${outlet} · ${label}`;
  const nameless = 'Take without an outlet';
  return label === FIELDS['take.outlet'].label ? nameless : `${nameless} · ${label}`;
}

/** The field of a finding as the page's places know it; null where it is in none. */
export function placeKeyOf(brief: Brief, finding: Finding): string | null {
  const path = fieldOf(brief, finding);
  return path && formatPath(path);
}
