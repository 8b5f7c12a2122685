import { fold } from '../complete/fold';

/** A record by what it is called. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * How records are alike: `name` the same name, `alias` the same alias (or one's name is another's
 * alias), `spelling` the same but for case, accents or Unicode form.
 */
export type Likeness = 'name' | 'alias' | 'spelling';

/** Records that may stand for one thing. */
export interface Duplicates {
  readonly why: Likeness;
  /** What they are called alike, as the first of them spells it. */
  readonly word: string;
  /** In the order of the records. */
  readonly ids: readonly string[];
}

/** Groups of records that are called alike, those of the same name first. */
export function duplicatesOf(records: readonly Named[]): Duplicates[] {
  const byWord = new Map<string, Call[]>();
  for (const { id, name, aliases } of records) {
    note(byWord, { id, text: name, isName: true });
    for (const text of aliases) note(byWord, { id, text, isName: false });
  }
  const groups = new Map<string, Duplicates>();
  for (const calls of byWord.values()) {
    const ids = [...new Set(calls.map(({ id }) => id))];
    if (ids.length < 2) continue;
    const group = { why: likenessOf(calls), word: calls[0]?.text ?? '', ids };
    const key = ids.join('\n');
    const other = groups.get(key);
    if (!other || ORDER.indexOf(group.why) < ORDER.indexOf(other.why)) groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why));
}

const ORDER: readonly Likeness[] = ['name', 'alias', 'spelling'];

interface Call {
  readonly id: string;
  readonly text: string;
  readonly isName: boolean;
}

function note(byWord: Map<string, Call[]>, call: Call): void {
  const word = fold(call.text).trim();
  if (word === '') return;
  const calls = byWord.get(word);
  if (calls) calls.push(call);
  else byWord.set(word, [call]);
}

function likenessOf(calls: readonly Call[]): Likeness {
  const sameText = (some: readonly Call[]) =>
    some.some(({ id, text }) => some.some((other) => other.id !== id && other.text === text));
  if (sameText(calls.filter(({ isName }) => isName))) return 'name';
  return sameText(calls) ? 'alias' : 'spelling';
}
