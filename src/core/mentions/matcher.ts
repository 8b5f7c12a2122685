import type { Entity } from '../workspace/workspace';
import { endOfName, stemsOf } from './ending';
import { isHangul, isUnspacedLetter, letterAt, letterBefore, WORD } from './scripts';

/** A name at a place of a text. */
export interface NameMatch {
  readonly from: number;
  readonly to: number;
  /** The name or alias, in NFC. */
  readonly name: string;
  /** All entities that are called so. */
  readonly slugs: readonly string[];
  /** False where the text has another form of the name, or may mean something else by it. */
  readonly exact: boolean;
}

/** Finds names in a text that is in NFC. */
export interface MentionMatcher {
  /** All names from left to right, the longest at each place, none over another; case counts. */
  match(text: string): NameMatch[];
}

/** A matcher of the names and aliases of a registry; they are read once, when it is first used. */
export function createMentionMatcher(entities: readonly Entity[]): MentionMatcher {
  let names: NameTable | null = null;
  return {
    match(text) {
      names ??= new NameTable(entities);
      return matchesOf(text, names);
    },
  };
}

const WORDS = new RegExp(WORD.source, 'gu');
/** Names of an entity are told apart up to this number. */
const NAMES = 256;

/** A name and who is called so; `lead` is how much stands before its first word. */
interface Called {
  readonly name: string;
  readonly lead: number;
  readonly slugs: string[];
}

/** Names by their words, each with a space between; those in running scripts as they are. */
class NameTable {
  readonly #entities: readonly Entity[];
  readonly #names = new Map<string, number | number[]>();
  /** How many words the longest name has that starts with a word. */
  readonly #words = new Map<string, number>();
  /** How long the names are that start with two letters of a running script. */
  readonly #lengths = new Map<string, readonly number[]>();

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
    entities.forEach((entity, at) => {
      this.#add(entity.name, at * NAMES);
      entity.aliases?.slice(0, NAMES - 1).forEach((alias, next) => {
        this.#add(alias, at * NAMES + next + 1);
      });
    });
  }

  /** How many words a name that starts with a word can have; 0 where none does. */
  mostWords(first: string): number {
    return this.#words.get(first) ?? 0;
  }

  /** How long names can be that start with two letters of a running script. */
  lengths(start: string): readonly number[] {
    return this.#lengths.get(start) ?? [];
  }

  /** The names of these words: they may differ in what stands between and around those. */
  get(key: string): readonly Called[] {
    const found = this.#names.get(key);
    if (found === undefined) return NOBODY;
    const called: Called[] = [];
    for (const place of typeof found === 'number' ? [found] : found) {
      const entity = this.#entities[Math.floor(place / NAMES)];
      const at = place % NAMES;
      const name = at === 0 ? entity?.name : entity?.aliases?.[at - 1];
      if (entity && name !== undefined) addCalled(called, key, name.normalize('NFC'), entity.slug);
    }
    return called;
  }

  #add(written: string, place: number): void {
    const name = written.normalize('NFC');
    const words = name.match(WORDS);
    // One letter says too little.
    if (!words?.[0] || name.length < 2) return;
    const [first] = words;
    const joined = words.join(' ');
    if (isRunning(first)) this.#addRunning(name.slice(name.search(WORD)), place);
    else {
      this.#put(joined === name ? name : joined, place);
      this.#words.set(first, Math.max(this.mostWords(first), words.length));
    }
  }

  #addRunning(name: string, place: number): void {
    this.#put(name, place);
    const start = name.slice(0, 2);
    const lengths = this.lengths(start);
    if (!lengths.includes(name.length)) this.#lengths.set(start, [...lengths, name.length]);
  }

  #put(key: string, place: number): void {
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, place);
    else if (typeof known === 'number') this.#names.set(key, [known, place]);
    else known.push(place);
  }
}

const NOBODY: readonly Called[] = [];

function addCalled(called: Called[], key: string, name: string, slug: string): void {
  const known = called.find((other) => other.name === name);
  if (known) known.slugs.push(slug);
  else called.push({ name, lead: name === key ? 0 : name.search(WORD), slugs: [slug] });
}

function isRunning(word: string): boolean {
  const letter = letterAt(word, 0);
  return isUnspacedLetter(letter) || isHangul(letter);
}

function matchesOf(text: string, names: NameTable): NameMatch[] {
  const found = Array.from(text.matchAll(WORDS), (match) => match);
  const words = found.map(([word]) => word);
  const matches: NameMatch[] = [];
  let end = 0;
  found.forEach(({ 0: word, index }, at) => {
    if (index + word.length <= end) return;
    const starts = isRunning(word)
      ? runningStarts(text, word, index, names)
      : [{ at: index, called: calledFrom(words, at, names) }];
    for (const start of starts) {
      const match = start.at < end ? null : longestAt(text, start.at, start.called);
      if (!match || match.from < end) continue;
      matches.push(match);
      end = match.to;
    }
  });
  return matches;
}

interface NameStart {
  readonly at: number;
  /** What may stand there. */
  readonly called: readonly Called[];
}

/** In scripts without spaces a name may start at any letter. */
function runningStarts(text: string, word: string, index: number, names: NameTable): NameStart[] {
  const starts: NameStart[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    // A particle stands after a name, never before it.
    if (at > 0 && isHangul(word.slice(at)) && isHangul(letterBefore(word, at))) continue;
    const from = index + at;
    const called = names
      .lengths(word.slice(at, at + 2))
      .flatMap((length) => names.get(text.slice(from, from + length).replace(/\s/g, ' ')));
    if (called.length > 0) starts.push({ at: from, called });
  }
  return starts;
}

/** The names whose words stand from one on, the last of them perhaps with an ending. */
function calledFrom(words: readonly string[], at: number, names: NameTable): Called[] {
  const called: Called[] = [];
  const most = Math.max(names.mostWords(words[at] ?? ''), 1);
  let before = '';
  for (let next = at; next < at + most && next < words.length; next++) {
    const word = words[next] ?? '';
    called.push(...names.get(before + word));
    for (const stem of stemsOf(word)) called.push(...names.get(before + stem));
    before += `${word} `;
  }
  return called;
}

function longestAt(text: string, at: number, called: readonly Called[]): NameMatch | null {
  let best: NameMatch | null = null;
  for (const { name, lead, slugs } of called) {
    const from = at - lead;
    const end = endOfName(text, from, name);
    if (!end || (best && end.to - from <= best.to - best.from)) continue;
    best = { from, to: end.to, name, slugs: [...new Set(slugs)], exact: end.exact };
  }
  return best;
}
