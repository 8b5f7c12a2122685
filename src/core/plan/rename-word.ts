import { UNLABELLED } from '../balance/takes';
import type { Brief, Value } from '../format/brief';
import { parse } from '../format/parse';
import type { BriefRecord } from '../graph/record';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import { scanJson } from '../workspace/json';
import type { Draft } from './draft';
import { type Drafts, refuse } from './drafts';
import { OUTLETS, SETTINGS } from './files';
import { same } from './names';
import { memberOf, Records } from './records';
import { eachTied } from './ties';
import type { ChangeRequest } from './types';
import { changeWaivers } from './waivers';

type Request = Extract<ChangeRequest, { kind: 'rename-lens' | 'rename-head' | 'rename-outlet' }>;

/** What a word of the workspace is called by, where briefs have it, and where else. */
interface Word {
  readonly label: string;
  /** Its places in a brief. */
  readonly values: (brief: Brief) => readonly Value[];
  /** True where the record knows that the brief may have it. */
  readonly isIn: (record: BriefRecord, name: string) => boolean;
  /** Why a brief can't hold it; null where it can. */
  readonly fault: (name: string) => string | null;
  /** The rules whose findings stand at it, and so their waivers. */
  readonly rules: RegExp;
  /** The text of such a waiver with another word. */
  readonly follow: (text: string, name: string, to: string) => string;
}

const whole = (text: string, name: string, to: string) => (text === name ? to : text);

const LENS: Word = {
  label: 'lens',
  values: ({ lenses }) => lenses.filter(({ heading }) => heading).map(({ name }) => name),
  // A heading without takes is in no record.
  isIn: () => true,
  fault: () => null,
  rules: /^take\/(?:lens-|unlabelled)/,
  follow: (text, name, to) => (text === `### ${name}` ? `### ${to}` : whole(text, name, to)),
};
const HEAD: Word = {
  label: 'head',
  values: ({ meta }) => meta?.heads?.items ?? [],
  isIn: ({ heads }, name) => heads.some((head) => same(head, name)),
  fault: (name) =>
    /, |·|,$/.test(name) ? 'A head can’t hold a comma before a space, or “·”.' : null,
  rules: /^format\/head$/,
  follow: whole,
};
export const OUTLET: Word = {
  label: 'outlet',
  values: ({ takes }) => takes.map(({ outlet }) => outlet),
  isIn: ({ takes }, name) => takes.some(({ outlet }) => same(outlet, name)),
  fault: (name) => (name.includes('**') ? 'An outlet’s name can’t hold “**”.' : null),
  rules: /^(?:take|format\/take)/,
  follow: (text, name, to) => text.split(`**${name}**`).join(`**${to}**`),
};
const WORDS = { 'rename-lens': LENS, 'rename-head': HEAD, 'rename-outlet': OUTLET } as const;

/** A lens, a head or an outlet gets another name: in the briefs, the vocabulary and the registry. */
export function renameWord(drafts: Drafts, { kind, name, to }: Request): string {
  const word = WORDS[kind];
  const after = to.trim();
  mayRename(drafts, word, name, after);
  let found = 0;
  eachTied(
    drafts,
    (record) => !record.published && word.isIn(record, name) && holds(drafts, record.slug, name),
    (brief, draft) => {
      const follow = (text: string) => (same(text, name) ? after : text);
      const edits = renamed(word.values(brief), follow);
      found += edits.length;
      draft.changeLines(edits, true);
      if (edits.length > 0) readsAsMeant(word, brief, draft, follow, after);
    },
    () => [],
  );
  const kept =
    changeVocabulary(drafts, kind, name, after) + changeOutlets(drafts, kind, name, after);
  if (found + kept === 0) refuse(`There is no ${word.label} “${name}”.`);
  changeWaivers(drafts, (place) =>
    word.rules.test(place.rule) ? { ...place, text: word.follow(place.text, name, after) } : place,
  );
  return `Rename the ${word.label} ${name} to ${after}`;
}

function mayRename({ view }: Drafts, word: Word, name: string, to: string): void {
  if (to === '') refuse(`A ${word.label} needs a name.`);
  if (name === to) refuse('This is its name already.');
  if (word === LENS && name === UNLABELLED) {
    refuse(`“${UNLABELLED}” stands for takes without a lens. Move them to lenses instead.`);
  }
  if (/[\r\n]/.test(to)) refuse(`The name of a ${word.label} is one line.`);
  const fault = word.fault(to);
  if (fault) refuse(fault);
  if (same(name, to)) return;
  const words = {
    lens: view.settings.lenses ?? [],
    head: view.settings.heads ?? [],
    outlet: view.outlets.all.map((outlet) => outlet.name),
  }[word.label as 'lens' | 'head' | 'outlet'];
  const isTaken = words.some((known) => same(known, to)) || isUsed(view.records(), word, to);
  if (isTaken) refuse(`There is a ${word.label} “${to}” already. Choose another name.`);
}

function isUsed(records: Iterable<BriefRecord>, word: Word, name: string): boolean {
  for (const record of records) {
    if (record.published) continue;
    if (
      word === LENS ? record.takes.some(({ lens }) => same(lens, name)) : word.isIn(record, name)
    ) {
      return true;
    }
  }
  return false;
}

function holds({ view }: Drafts, slug: string, name: string): boolean {
  const text = view.text(slug);
  return (
    text === null || text.includes(name) || text.normalize('NFC').includes(name.normalize('NFC'))
  );
}

/** The words that `follow` changes, without the white space around them. */
export function renamed(values: readonly Value[], follow: (text: string) => string): TextEdit[] {
  return values.flatMap((value) => {
    const text = value.text.trim();
    const to = follow(text);
    if (to === text) return [];
    const from = value.from + value.text.indexOf(text);
    return [{ from, to: from + text.length, insert: to }];
  });
}

/** Refuses where the changed text would not be read as the words that are meant. */
export function readsAsMeant(
  word: Word,
  before: Brief,
  { text, slug }: Draft,
  follow: (text: string) => string,
  to: string,
): void {
  const texts = (values: readonly Value[]) => values.map(({ text }) => text.trim());
  const meant = texts(word.values(before)).map(follow);
  if (JSON.stringify(meant) === JSON.stringify(texts(word.values(parse(text))))) return;
  refuse(`With “${to}”, ${slug} would be read otherwise. Choose another name.`);
}

/** @returns how many words were changed */
function changeVocabulary(drafts: Drafts, kind: Request['kind'], name: string, to: string): number {
  if (kind === 'rename-outlet') return 0;
  const draft = drafts.file(SETTINGS);
  const scan = draft && scanJson(draft.text);
  if (!draft || !scan?.ok) return 0;
  const list = memberOf(scan.root, kind === 'rename-lens' ? 'lenses' : 'heads');
  const places: Range[] = (list?.items ?? []).filter((item) => {
    const value: unknown = JSON.parse(draft.text.slice(item.from, item.to));
    return typeof value === 'string' && same(value.trim(), name);
  });
  draft.changeLines(
    places.map(({ from, to: end }) => ({ from, to: end, insert: JSON.stringify(to) })),
    false,
  );
  return places.length;
}

/** The outlet itself, or the lens that outlets have. @returns how many records were changed */
function changeOutlets(drafts: Drafts, kind: Request['kind'], name: string, to: string): number {
  const draft = kind === 'rename-head' ? null : drafts.file(OUTLETS);
  if (!draft) return 0;
  const records = new Records(draft);
  if (kind === 'rename-lens') {
    const items = records.items.filter((item) =>
      same(records.text(item, 'lens')?.trim() ?? '', name),
    );
    draft.changeLines(
      items.flatMap((item) => records.set(item, 'lens', to)),
      false,
    );
    return items.length;
  }
  const record = records.find('name', name);
  if (!record) return 0;
  draft.change(records.moved(record, 'name', to, records.set(record, 'name', to)), false);
  return 1;
}
