import type { Finding } from '../../../core/check/finding';
import type { Brief } from '../../../core/format/brief';
import type { Range } from '../../../core/text/range';
import { type FindingPlace, placesOf } from '../../../core/waive/waive';
import type { BriefDocument, DocumentChange } from '../document/brief-document';
import type { Timers } from '../session/timers';
import { holdBack, keyOf, tokenAt, type Typing } from './hold-back';

/** A check that takes longer than this (milliseconds) lets the frame that shows a key go first. */
const CHEAP = 2;
/** One that takes longer than this (milliseconds) waits for a pause in typing. */
const BUDGET = 8;
/** About a frame (milliseconds). */
const FRAME = 16;
/** How long one must not type for the token under the caret to be judged (milliseconds). */
const IDLE = 1200;

export type Check = (brief: Brief) => readonly Finding[];

/** What a document's check has found, as far as it is to be shown now. */
export class FindingsStore {
  readonly #document: BriefDocument;
  readonly #timers: Timers;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #check: Check | null = null;
  #all: readonly Finding[] = [];
  #shown: readonly Finding[] = [];
  #listed: readonly Finding[] = [];
  #typing: Typing | null = null;
  #cost = 0;
  #idle: (() => void) | null = null;
  #late: (() => void) | null = null;
  #runs = 0;
  readonly #given = new Map<string, readonly Finding[]>();

  constructor(document: BriefDocument, timers: Timers) {
    this.#document = document;
    this.#timers = timers;
    this.#stop = document.follow((change) => this.#follow(change));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In the order of the text, with ranges in the text as it is now. */
  readonly shown = (): readonly Finding[] => this.#shown;

  /** The same findings; a new array only when one came, went or changed its words. */
  readonly listed = (): readonly Finding[] => this.#listed;

  /** The array last given for `key` where it says the same as `found`, so that readers can compare. */
  stable(key: string, found: readonly Finding[]): readonly Finding[] {
    const last = this.#given.get(key) ?? NONE;
    if (sameList(last, found)) return last;
    this.#given.set(key, found);
    return found;
  }

  /** The finding as it stands now, of one that was shown before. */
  current(finding: Finding): Finding | undefined {
    const key = keyOf(finding);
    const same = this.#all.filter((one) => keyOf(one) === key);
    const distance = (one: Finding) => Math.abs(one.from - finding.from);
    return same.includes(finding) ? finding : same.sort((a, b) => distance(a) - distance(b))[0];
  }

  /** Where a finding stands, as a waiver names it; null where it is no longer there. */
  placeOf(finding: Finding): FindingPlace | null {
    const current = this.current(finding);
    const index = current ? this.#all.indexOf(current) : -1;
    return placesOf(this.#all, this.#document.brief.source)[index] ?? null;
  }

  /** How often the check ran; for tests and measurements. */
  get runs(): number {
    return this.#runs;
  }

  /** Another check: the workspace around the brief changed. Null: nothing is checked. */
  use(check: Check | null): void {
    this.#check = check;
    this.#run();
  }

  /** The caret has left the text: everything is judged. */
  release(): void {
    this.#idle?.();
    this.#idle = null;
    if (!this.#typing) return;
    this.#typing = null;
    this.#show();
  }

  close(): void {
    this.#stop();
    this.#idle?.();
    this.#late?.();
    this.#listeners.clear();
  }

  #follow(change: DocumentChange): void {
    if (change.docChanged) this.#changed(change);
    else if (this.#typing && !this.#isInToken()) this.release();
  }

  #changed(change: DocumentChange): void {
    const typed = change.transactions.some(
      (one) => one.isUserEvent('input') || one.isUserEvent('delete'),
    );
    this.#late?.();
    this.#late = null;
    if (typed) this.#keepTyping();
    else this.#typing = null;
    if (this.#cost <= (typed ? CHEAP : BUDGET)) this.#run(typed ? change : null);
    else this.#later(change);
  }

  // The marks move with the text at once; what is new is found after the frame or at the next pause.
  #later(change: DocumentChange): void {
    const moved = moverOf(change);
    this.#all = this.#all.map(({ rule, severity, message, from, to, waiver }) => ({
      rule,
      severity,
      message,
      from: moved(from, 1),
      to: moved(to, -1),
      // They are worked out of a text that is no more.
      fixes: NONE_TO_FIX,
      ...(waiver && { waiver }),
    }));
    this.#show(change);
    const wait = this.#cost <= BUDGET ? FRAME : Math.min(this.#cost * 20, 400);
    this.#late = this.#timers.after(wait, () => {
      this.#late = null;
      this.#run();
    });
  }

  #keepTyping(): void {
    const { brief, caret } = this.#document;
    const known = this.#typing?.known ?? new Set(this.#all.map(keyOf));
    this.#typing = { ...tokenAt(brief, caret), known };
    this.#idle?.();
    this.#idle = this.#timers.after(IDLE, () => this.release());
  }

  #isInToken(): boolean {
    const caret = this.#document.caret;
    const token = this.#typing?.token;
    return token !== undefined && caret >= token.from && caret <= token.to;
  }

  #run(typed: DocumentChange | null = null): void {
    const start = this.#timers.now();
    this.#all = this.#check?.(this.#document.brief) ?? [];
    this.#runs += 1;
    // The mean of this and the last: one slow run, with cold code, says little.
    this.#cost = (this.#cost + this.#timers.now() - start) / 2;
    this.#show(typed);
  }

  /** @param typed what was typed since the last time, where that may be all that has happened */
  #show(typed: DocumentChange | null = null): void {
    const before = this.#shown;
    const shown = holdBack(this.#all, this.#typing);
    this.#shown = shown;
    const same = sameList(shown, this.#listed);
    if (!same) this.#listed = shown;
    // The marks in the text have moved with it: nobody needs to look again.
    if (typed && same && haveMoved(before, shown, typed)) return;
    for (const listener of this.#listeners) listener();
  }
}

/** Where a change takes an offset of the text before it. */
function moverOf({ transactions }: DocumentChange): (offset: number, side: -1 | 1) => number {
  let [first, last, longer] = [Infinity, -1, 0];
  const changing = transactions.filter((one) => one.docChanged);
  for (const { changes } of changing) {
    changes.iterChangedRanges((from, to, fromB, toB) => {
      first = Math.min(first, from);
      last = Math.max(last, to);
      longer += toB - fromB - (to - from);
    });
  }
  return (offset, side) => {
    // Of one transaction's changes most findings stand clear.
    if (changing.length === 1 && offset < first) return offset;
    if (changing.length === 1 && offset > last) return offset + longer;
    return changing.reduce((at, { changes }) => changes.mapPos(at, side), offset);
  };
}

/** True where each finding stands where the change has taken it. */
function haveMoved(
  before: readonly Finding[],
  after: readonly Finding[],
  change: DocumentChange,
): boolean {
  if (before.length !== after.length) return false;
  const moved = moverOf(change);
  return before.every((finding, index) => {
    const now = after[index];
    return now?.from === moved(finding.from, 1) && now.to === moved(finding.to, -1);
  });
}

function sameList(a: readonly Finding[], b: readonly Finding[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((finding, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      other.rule === finding.rule &&
      other.message === finding.message &&
      other.severity === finding.severity &&
      other.waiver === finding.waiver
    );
  });
}

/** The findings that start within a range (its end included), of findings in the order of the text. */
export function findingsIn(findings: readonly Finding[], range: Range): readonly Finding[] {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.from ?? 0) < range.from) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while (low < findings.length && (findings[low]?.from ?? 0) <= range.to) low++;
  return first === low ? NONE : findings.slice(first, low);
}

const NONE: readonly Finding[] = [];
const NONE_TO_FIX: Finding['fixes'] = [];
