import type { Brief, Value } from '../format/brief';
import { splitNames } from '../format/names';
import { parse } from '../format/parse';
import { plainValue } from '../format/value';
import type { TextEdit } from '../text/edit';
import type { EntityIndex } from '../workspace/entities';
import type { Entity } from '../workspace/workspace';
import { withoutMembers } from '../workspace/records';

export const same = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

/** The names on the Entities line, as the registry reads it. */
export function namesOf(brief: Brief, entities: EntityIndex): Value[] {
  const line = brief.entities?.value;
  return line ? splitNames(line, (name) => entities.isName(name)) : [];
}

/** True where the Entities line could name the entity; `named` is the line. */
export function mayName(named: string, { name, aliases = [] }: Entity): boolean {
  if (named === '') return false;
  const line = named.normalize('NFC');
  return [name, ...aliases].some((text) => line.includes(text.normalize('NFC')));
}

/** Writes a new name where the line has the old one. */
export function renameNames(names: readonly Value[], from: string, to: string): TextEdit[] {
  return names
    .filter(({ text }) => same(text, from))
    .map((name) => ({ from: name.from, to: name.to, insert: to }));
}

/** Takes names out of the Entities line. */
export function cutNames(names: readonly Value[], gone: (name: Value) => boolean): TextEdit[] {
  return withoutMembers(names, (index) => gone(names[index] as Value));
}

/** True where the Entities line takes a name as a whole, though it may hold commas. */
export function standsAlone(name: string): boolean {
  const line = plainValue(name, 0, name.length);
  return splitNames(line, (text) => text === name).length === 1 && !/[\r\n]/.test(name);
}

/** True where the Entities line of a text holds these names: one with a comma may run into others. */
export function listsNames(text: string, names: readonly string[], entities: EntityIndex): boolean {
  const read = namesOf(parse(text), entities);
  return read.length === names.length && read.every((name, at) => name.text === names[at]);
}
