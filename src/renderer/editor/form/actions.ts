import { flushSync } from 'react-dom';
import {
  addLens,
  addNumber,
  addTake,
  addWatch,
  type EditResult,
  insertMissingSections,
  insertSection,
  locate,
  moveLens,
  moveNumber,
  moveTake,
  moveWatch,
  removeLens,
  removeNumber,
  removeTake,
  removeWatch,
  type TakePlace,
} from '../../../core/edit';
import type { FieldPath } from '../../../core/fields/path';
import type { Brief, SectionKind } from '../../../core/format/brief';
import { difference } from '../../../core/text/edit';
import { toast } from '../../app/toasts';
import { showSource } from '../app-state';
import { SECTION_NAMES } from '../findings/places';
import { announce } from '../session/announce';
import type { Session } from '../session/session';

/** Carries out an intention of a button or a key; a refusal is shown with the way to the source. */
export function act(
  session: Session,
  event: string,
  intend: (brief: Brief) => EditResult,
): boolean {
  if (session.readOnly !== null) {
    toast(session.readOnly);
    return false;
  }
  // Drawn at once: whoever takes the focus somewhere next must find the items at their new places.
  const refusal = flushSync(() => session.document.perform(intend, { event }));
  if (!refusal) return true;
  toast(refusal.reason, {
    kind: 'error',
    action: { label: 'Show in source', run: () => showSource(session, refusal.at) },
  });
  return false;
}

const EMPTY_TAKE = { outlet: '', region: '', lang: '', summary: '', quote: null, source: null };

export function newTake(session: Session, lens: number | string, at: number): void {
  if (!act(session, 'input.take', (brief) => addTake(brief, { lens, at }, EMPTY_TAKE))) return;
  const { brief } = session.document;
  const lensIndex =
    typeof lens === 'number' ? lens : brief.lenses.findIndex(({ name }) => name.text === lens);
  const index =
    firstOf(brief, lensIndex) + Math.min(at, (brief.lenses[lensIndex]?.takes.length ?? 1) - 1);
  session.places.focus({ field: 'take.outlet', index });
  announce('Take added');
}

/** A take after the one in which the caret stands, else in the first lens. */
export function newTakeHere(session: Session): void {
  const { brief, caret } = session.document;
  const index = brief.takes.findIndex(({ from, to }) => from <= caret && caret <= to);
  const here = index < 0 ? null : locate(brief, index);
  if (here) newTake(session, here.lensIndex, here.at + 1);
  else newTake(session, brief.lenses.length > 0 ? 0 : 'unlabelled', Number.MAX_SAFE_INTEGER);
}

export function newNumber(session: Session, at = session.document.brief.numbers.length): void {
  const number = { value: '', label: '' };
  if (act(session, 'input.number', (brief) => addNumber(brief, at, number))) {
    session.places.focus({ field: 'number.value', index: at });
  }
}

export function newWatch(session: Session, at = session.document.brief.watch.length): void {
  if (act(session, 'input.watch', (brief) => addWatch(brief, at, ''))) {
    session.places.focus({ field: 'watch', index: at });
  }
}

export function newLens(session: Session): void {
  const { lenses } = session.document.brief;
  const names = new Set(lenses.map(({ name }) => name.text));
  let name = 'New lens';
  for (let count = 2; names.has(name); count++) name = `New lens ${count}`;
  if (act(session, 'input.lens', (brief) => addLens(brief, name))) {
    const index = session.document.brief.lenses.length - 1;
    session.places.focus({ field: 'lens.name', index }, 'all');
  }
}

export function addSection(session: Session, kind: SectionKind): void {
  if (!act(session, 'input.section', (brief) => insertSection(brief, kind))) return;
  announce(`${SECTION_NAMES[kind]} added`);
  if (kind === 'numbers') newNumber(session, 0);
  else if (kind === 'watch') newWatch(session, 0);
  else if (kind === 'takes') newTakeHere(session);
  else if (kind !== 'graph') session.places.focus({ field: kind });
}

export const addSections = (session: Session): boolean =>
  act(session, 'input.section', insertMissingSections);

/** An item of a list of the form: which list, and its place in it. */
export interface Item {
  readonly list: 'numbers' | 'watch' | 'takes' | 'lenses';
  readonly index: number;
}

const REMOVE = {
  numbers: removeNumber,
  watch: removeWatch,
  takes: removeTake,
  lenses: removeLens,
} as const;

const NAMES = { numbers: 'Number', watch: 'Watch item', takes: 'Take', lenses: 'Lens' } as const;

export function remove(session: Session, { list, index }: Item): void {
  if (!act(session, 'delete.item', (brief) => REMOVE[list](brief, index))) return;
  announce(`${NAMES[list]} removed`);
  const left = session.document.brief[list].length;
  if (left > 0) session.places.focus(mainField({ list, index: Math.min(index, left - 1) }));
}

/** The field of an item that takes the focus. */
export function mainField({ list, index }: Item): FieldPath {
  if (list === 'numbers') return { field: 'number.value', index };
  if (list === 'watch') return { field: 'watch', index };
  return list === 'takes' ? { field: 'take.outlet', index } : { field: 'lens.name', index };
}

/** Moves an item one place on or back; a take goes over into the next lens at the end of one. */
export function moveBy(session: Session, item: Item, by: -1 | 1, focus = mainField(item)): void {
  const { brief } = session.document;
  if (item.list === 'takes') {
    const place = nextPlace(brief, item.index, by);
    if (place) moveTakeTo(session, item.index, place, focus);
    return;
  }
  moveTo(session, item, item.index + by, focus);
}

/** Moves a number, a watch item or a lens to another place of its list. */
export function moveTo(session: Session, item: Item, to: number, focus = mainField(item)): void {
  const { list, index } = item;
  const count = session.document.brief[list].length;
  if (list === 'takes' || to === index || to < 0 || to >= count) return;
  const move = { numbers: moveNumber, watch: moveWatch, lenses: moveLens }[list];
  if (!act(session, 'move.item', (brief) => move(brief, index, to))) return;
  session.places.focus(at(focus, to));
  announce(`${NAMES[list]} moved to ${to + 1} of ${count}`);
}

export function moveTakeTo(
  session: Session,
  index: number,
  place: TakePlace,
  focus: FieldPath = { field: 'take.outlet', index },
  /** What is done to the take in the same step. */
  first: readonly ((brief: Brief) => EditResult)[] = [],
): void {
  const before = locate(session.document.brief, index);
  const lensesBefore = session.document.brief.lenses.length;
  const move = (brief: Brief) => moveTake(brief, index, place);
  if (!act(session, 'move.item', first.length > 0 ? inOne([...first, move]) : move)) return;
  const { brief } = session.document;
  const lens = lensAfter(
    brief,
    place,
    before && lensesBefore > brief.lenses.length ? before.lensIndex : null,
  );
  const target = brief.lenses[lens];
  const stands = Math.min(place.at, (target?.takes.length ?? 1) - 1);
  session.places.focus(at(focus, firstOf(brief, lens) + stands));
  announce(
    `Take moved to ${stands + 1} of ${target?.takes.length ?? 1} in ${target?.name.text || 'no lens'}`,
  );
}

/** Several intentions as one: what they change together. */
const inOne =
  (intents: readonly ((brief: Brief) => EditResult)[]) =>
  (brief: Brief): EditResult => {
    let after = brief;
    for (const intend of intents) {
      const result = intend(after);
      if (!result.ok) return result;
      after = result.after;
    }
    const change = difference(brief.source, after.source);
    return { ok: true, edits: change ? [change] : [], after };
  };

/** The lens of a place, after the one at `gone` was emptied by the move and went. */
function lensAfter(brief: Brief, { lens }: TakePlace, gone: number | null): number {
  if (typeof lens === 'string') return brief.lenses.findIndex((one) => one.name.text === lens);
  return gone !== null && lens > gone ? lens - 1 : lens;
}

function nextPlace(brief: Brief, index: number, by: -1 | 1): TakePlace | null {
  const found = locate(brief, index);
  if (!found) return null;
  const { lensIndex, at } = found;
  const to = at + by;
  if (to >= 0 && to < found.lens.takes.length) return { lens: lensIndex, at: to };
  const next = brief.lenses[lensIndex + by];
  if (!next) return null;
  return { lens: lensIndex + by, at: by > 0 ? 0 : next.takes.length };
}

/** The index of a lens's first take among all takes. */
export function firstOf(brief: Brief, lens: number): number {
  let first = 0;
  for (const { takes } of brief.lenses.slice(0, Math.max(lens, 0))) first += takes.length;
  return first;
}

const at = (path: FieldPath, index: number): FieldPath =>
  path.index === undefined ? path : { field: path.field, index };
