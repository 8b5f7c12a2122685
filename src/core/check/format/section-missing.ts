import { insertSection } from '../../edit/index';
import { type Brief, SECTION_HEADINGS, SECTION_KINDS, type SectionKind } from '../../format/brief';
import type { Range } from '../../text/range';
import { editFix, type Rule } from '../rule';
import { titleLine } from '../text';

export const sectionMissing: Rule = {
  id: 'format/section-missing',
  check({ brief }, report) {
    for (const kind of SECTION_KINDS) {
      if (brief.sections.some((section) => section.kind === kind)) continue;
      const heading = SECTION_HEADINGS[kind];
      const message = `The section “${heading}” is missing: insert it here.`;
      report(endBefore(brief, kind), message, `Insert “${heading}”`, (title) =>
        editFix(title, insertSection(brief, kind)),
      );
    }
  },
};

/** Where the nearest section before it ends, or what stands above the sections. */
function endBefore(brief: Brief, kind: SectionKind): Range {
  const before = SECTION_KINDS.slice(0, SECTION_KINDS.indexOf(kind)).reverse();
  for (const earlier of before) {
    const section = brief.sections.find((other) => other.kind === earlier && !other.duplicate);
    if (section) return at(section.content?.to ?? section.heading.to);
  }
  return at((brief.meta ?? brief.dek ?? titleLine(brief)).to);
}

function at(offset: number): Range {
  return { from: offset, to: offset };
}
