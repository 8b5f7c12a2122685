import { eachToken } from '../search/tokens';
import { Groups } from './groups';
import { type CountedTake, sourceKey } from './takes';
import type { Echo } from './types';

/** Takes that share so many words one after the other share their wording; no brief phrase does. */
const WORDS = 8;
/** In scripts that are written without spaces, so many letters. */
const LETTERS = 16;

/** The takes that are one voice, and how many voices there are. */
export function echoesOf(takes: readonly CountedTake[]): {
  readonly echoes: readonly Echo[];
  readonly voices: number;
} {
  const bySource = new Groups(takes.length);
  const byWords = new Groups(takes.length);
  joinSources(takes, bySource);
  const passages = joinWords(takes, byWords);
  const voices = new Groups(takes.length);
  for (const group of [...bySource.shared(), ...byWords.shared()]) {
    for (const take of group) voices.join(group[0] ?? take, take);
  }
  return {
    echoes: [
      ...echoes(takes, bySource, 'source', (group) => takes[group[0] ?? 0]?.source ?? ''),
      // Takes of one source say the same anyway.
      ...echoes(takes, byWords, 'words', (group) => longest(group, passages)).filter(
        ({ takes: same }) => !sameSource(takes, same),
      ),
    ],
    voices: voices.count,
  };
}

function echoes(
  takes: readonly CountedTake[],
  groups: Groups,
  why: Echo['why'],
  what: (group: readonly number[]) => string,
): Echo[] {
  return groups.shared().map((group) => ({
    why,
    what: what(group),
    takes: group.flatMap((at) => {
      const take = takes[at];
      return take ? [{ slug: take.slug, outlet: take.outlet, index: take.index }] : [];
    }),
  }));
}

function sameSource(takes: readonly CountedTake[], same: Echo['takes']): boolean {
  const keys = same.map(({ slug, index }) => {
    const take = takes.find((other) => other.slug === slug && other.index === index);
    return take ? sourceKey(take.source) : '';
  });
  return keys[0] !== '' && keys.every((key) => key === keys[0]);
}

function joinSources(takes: readonly CountedTake[], groups: Groups): void {
  const firsts = new Map<string, number>();
  takes.forEach(({ source }, at) => {
    const key = sourceKey(source);
    if (key === '') return;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, at);
    else groups.join(first, at);
  });
}

/** A passage that a take shares with one before it. */
interface Passage {
  readonly take: number;
  readonly text: string;
}

function joinWords(takes: readonly CountedTake[], groups: Groups): Passage[] {
  const firsts = new Map<string, number>();
  const passages: Passage[] = [];
  takes.forEach(({ said }, at) => {
    for (const text of said) {
      const runs = runsOf(text);
      const shared = runs.map(({ key }) => {
        const first = firsts.get(key);
        if (first === undefined || first === at) return false;
        groups.join(first, at);
        return true;
      });
      passages.push(
        ...passagesOf(text, runs, shared).map((passage) => ({ take: at, text: passage })),
      );
      for (const { key } of runs) if (!firsts.has(key)) firsts.set(key, at);
    }
  });
  return passages;
}

interface Run {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Every run of as many words as make a wording. */
function runsOf(text: string): Run[] {
  const tokens: { text: string; from: number; to: number; pair: boolean }[] = [];
  eachToken(text, (token, from, to, end, beside) => {
    if (!beside) tokens.push({ text: token, from, to, pair: end > to });
  });
  return tokens.flatMap((token, at) => {
    const run = tokens.slice(at, at + (token.pair ? LETTERS : WORDS));
    const last = run.at(-1);
    if (!last || run.length < (token.pair ? LETTERS : WORDS)) return [];
    return [{ key: run.map((each) => each.text).join(' '), from: token.from, to: last.to }];
  });
}

/** The stretches of a text that its shared runs cover. */
function passagesOf(text: string, runs: readonly Run[], shared: readonly boolean[]): string[] {
  const passages: { from: number; to: number }[] = [];
  runs.forEach(({ from, to }, at) => {
    const last = passages.at(-1);
    if (!shared[at]) return;
    if (last && from <= last.to) passages[passages.length - 1] = { from: last.from, to };
    else passages.push({ from, to });
  });
  return passages.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' '));
}

function longest(group: readonly number[], passages: readonly Passage[]): string {
  const texts = passages.filter(({ take }) => group.includes(take)).map(({ text }) => text);
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
