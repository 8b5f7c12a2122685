import { type Brief, SECTION_KINDS, type Section } from '../../format/brief';
import { endOf, lineBreakOf } from '../../edit/places';
import type { TextEdit } from '../../text/edit';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const sectionOrder: Rule = {
  id: 'format/section-order',
  check({ brief }, report) {
    const sections = brief.sections.filter(({ kind, duplicate }) => kind !== null && !duplicate);
    if (sections.every((section, at) => at === 0 || rank(sections[at - 1]) < rank(section))) return;
    const settled = longestRun(sections);
    for (const section of sections) {
      if (settled.includes(section)) continue;
      const name = quoted(section.name.text.trim());
      const message = `The section ${name} is out of order: move it to its place.`;
      report(section.heading, message, `Move ${name} to its place`, (title) =>
        editFix(title, move(brief, section, settled)),
      );
    }
  },
};

function rank(section: Section | undefined): number {
  return !section || section.kind === null ? -1 : SECTION_KINDS.indexOf(section.kind);
}

/** The most sections that stand in order already: the others are the ones to move. */
function longestRun(sections: readonly Section[]): readonly Section[] {
  let best: readonly Section[] = [];
  const runs: (readonly Section[])[] = [];
  for (const section of sections) {
    let longest: readonly Section[] = [];
    for (const run of runs) {
      const last = run.at(-1);
      if (last && rank(last) < rank(section) && run.length > longest.length) longest = run;
    }
    const run = [...longest, section];
    runs.push(run);
    if (run.length > best.length) best = run;
  }
  return best;
}

function move(brief: Brief, section: Section, settled: readonly Section[]): TextEdit[] {
  const body = brief.source.slice(section.from, endOf(section));
  const gap = lineBreakOf(brief.source).repeat(2);
  const after = settled.find((other) => rank(other) > rank(section));
  const last = settled.at(-1) ?? section;
  const insert = after
    ? { from: after.from, to: after.from, insert: body + gap }
    : { from: endOf(last), to: endOf(last), insert: gap + body };
  return [cut(brief, section), insert];
}

/** Takes a section out: up to the next one, or with the blank lines before it. */
function cut(brief: Brief, section: Section): TextEdit {
  if (brief.sections.some(({ from }) => from === section.to)) {
    return { from: section.from, to: section.to, insert: '' };
  }
  const from = brief.source.slice(0, section.from).trimEnd().length;
  return { from, to: endOf(section), insert: '' };
}
