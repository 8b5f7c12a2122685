import * as edit from '../../src/core/edit/index';
import type { EditResult } from '../../src/core/edit/index';
import type { NumberParts, TakeParts } from '../../src/core/fields/parts';
import { parsePath } from '../../src/core/fields/path';
import type { Brief } from '../../src/core/format/brief';
import { SECTION_KINDS } from '../../src/core/format/brief';
import { parse } from '../../src/core/format/parse';
import { applyEdits } from '../../src/core/text/edit';
import type { Range } from '../../src/core/text/range';

/** The prefix of the workspace in which intentions of `intend` link. */
export const PREFIX = 'ko';

type Word = { readonly word: string } | { readonly value: unknown };

/**
 * Carries out an intention written on one line, as docs/format.md lists them:
 * `set takes[0].summary "…"`, `move take 1 to lens "x" at 0`, `link "words" to entity "slug"`.
 *
 * @param isName which names the registry knows, for those that hold a comma
 */
export function intend(
  brief: Brief,
  line: string,
  isName: (name: string) => boolean = () => false,
): EditResult {
  const words = wordsOf(line);
  const [verb, thing] = words.map(bare);
  const rest = new Arguments(line, words);
  switch (verb) {
    case 'set':
      return edit.setField(brief, parsePath(thing ?? '') ?? fail(line), rest.text(2));
    case 'add':
      return add(brief, thing, rest) ?? fail(line);
    case 'remove':
      return remove(brief, thing, rest.number(2), isName) ?? fail(line);
    case 'move':
      return move(brief, thing, rest) ?? fail(line);
    case 'rename':
      return edit.renameLens(brief, rest.number(2), rest.text(3));
    case 'insert':
      return thing === 'missing'
        ? edit.insertMissingSections(brief)
        : edit.insertSection(brief, SECTION_KINDS.find((kind) => kind === thing) ?? fail(line));
    case 'link':
      return link(brief, rest);
    default:
      return fail(line);
  }
}

/** The text after an intention; `refused: …` where it is refused. */
export function after(text: string, line: string, isName?: (name: string) => boolean): string {
  const result = intend(parse(text), line, isName);
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason}`;
}

function add(brief: Brief, thing: string | undefined, rest: Arguments): EditResult | null {
  switch (thing) {
    case 'number': {
      const number: NumberParts = { value: rest.text(3), label: rest.text(4) };
      return edit.addNumber(brief, rest.number(2), number);
    }
    case 'watch':
      return edit.addWatch(brief, rest.number(2), rest.text(3));
    case 'take':
      return edit.addTake(brief, rest.place(), takeOf(rest.last()));
    case 'lens':
      return edit.addLens(brief, rest.text(2));
    case 'head':
      return edit.addHead(brief, rest.text(2));
    case 'related':
      return edit.addRelated(brief, rest.text(2));
    case 'entity':
      return edit.addEntityName(brief, rest.text(2));
    default:
      return null;
  }
}

function remove(
  brief: Brief,
  thing: string | undefined,
  index: number,
  isName: (name: string) => boolean,
): EditResult | null {
  switch (thing) {
    case 'number':
      return edit.removeNumber(brief, index);
    case 'watch':
      return edit.removeWatch(brief, index);
    case 'take':
      return edit.removeTake(brief, index);
    case 'lens':
      return edit.removeLens(brief, index);
    case 'head':
      return edit.removeHead(brief, index);
    case 'related':
      return edit.removeRelated(brief, index);
    case 'entity':
      return edit.removeEntityName(brief, index, isName);
    default:
      return null;
  }
}

function move(brief: Brief, thing: string | undefined, rest: Arguments): EditResult | null {
  switch (thing) {
    case 'number':
      return edit.moveNumber(brief, rest.number(2), rest.number(4));
    case 'watch':
      return edit.moveWatch(brief, rest.number(2), rest.number(4));
    case 'lens':
      return edit.moveLens(brief, rest.number(2), rest.number(4));
    case 'take':
      return edit.moveTake(brief, rest.number(2), rest.place());
    default:
      return null;
  }
}

function link(brief: Brief, rest: Arguments): EditResult {
  const words = rest.text(1);
  const from = brief.source.indexOf(words);
  if (from < 0) throw new Error(`Not in the brief: ${words}`);
  const range: Range = { from, to: from + words.length };
  const make = rest.word(3) === 'entity' ? edit.linkEntity : edit.linkBrief;
  return make(brief, range, rest.text(4), { prefix: PREFIX });
}

function takeOf(value: unknown): TakeParts {
  const given = value as Pick<TakeParts, 'outlet' | 'region' | 'lang'> & Partial<TakeParts>;
  return { summary: null, quote: null, source: null, ...given };
}

function wordsOf(line: string): Word[] {
  return [...line.matchAll(/"(?:[^"\\]|\\.)*"|\{.*\}|\S+/g)].map(([word]) =>
    /^["{\d]/.test(word) ? { value: JSON.parse(word) as unknown } : { word },
  );
}

function bare(word: Word): string | undefined {
  return 'word' in word ? word.word : undefined;
}

function fail(line: string): never {
  throw new Error(`Not an intention: ${line}`);
}

/** The words of an intention by their place, each as what it must be. */
class Arguments {
  constructor(
    readonly line: string,
    readonly words: readonly Word[],
  ) {}

  word(at: number): string {
    const word = this.words[at];
    return word && 'word' in word ? word.word : fail(this.line);
  }

  value(at: number): unknown {
    const word = this.words[at];
    return word && 'value' in word ? word.value : fail(this.line);
  }

  text(at: number): string {
    const value = this.value(at);
    return typeof value === 'string' ? value : fail(this.line);
  }

  number(at: number): number {
    const value = this.value(at);
    return typeof value === 'number' ? value : fail(this.line);
  }

  last(): unknown {
    return this.value(this.words.length - 1);
  }

  /** `… lens "x" at 0` */
  place(): edit.TakePlace {
    const at = this.words.findIndex((word) => bare(word) === 'lens');
    const lens = this.value(at + 1);
    if (typeof lens !== 'string' && typeof lens !== 'number') return fail(this.line);
    return { lens, at: this.number(at + 3) };
  }
}
