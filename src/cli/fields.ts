import { moveTake, setField, type EditResult } from '../core/edit/index';
import { type FieldPath, formatPath, parsePath } from '../core/fields/path';
import { allFields, readField } from '../core/fields/table';
import type { Brief } from '../core/format/brief';
import { cannot } from './command';

/** A field as the command line names it: those of the form, and the lens that a take stands under. */
export type NamedField =
  | { readonly kind: 'field'; readonly path: FieldPath }
  | { readonly kind: 'lens-of-take'; readonly index: number };

const LENS_OF_TAKE = /^takes\[(\d+)\]\.lens$/;

/** @throws CannotRun for a name that is none */
export function fieldNamed(name: string): NamedField {
  const lens = LENS_OF_TAKE.exec(name);
  if (lens) return { kind: 'lens-of-take', index: Number(lens[1]) };
  const path = parsePath(name);
  if (path) return { kind: 'field', path };
  return cannot(
    `There is no field “${name}”. Fields: title, dek, type, date, heads, summary, why, related, entities, canonical, numbers[0].value, numbers[0].label, watch[0], takes[0].outlet, .region, .lang, .lens, .summary, .quote, .source, lenses[0].name.`,
  );
}

/** Its text; null where the brief has no such part. */
export function readNamed(brief: Brief, field: NamedField): string | null {
  if (field.kind === 'field') return readField(brief, field.path)?.text ?? null;
  let first = 0;
  for (const lens of brief.lenses) {
    if (field.index < first + lens.takes.length) return lens.name.text;
    first += lens.takes.length;
  }
  return null;
}

/** Sets it as the form would: a take's lens moves the take, which makes the lens where it is missing. */
export function setNamed(brief: Brief, field: NamedField, text: string): EditResult {
  if (field.kind === 'field') return setField(brief, field.path, text);
  if (readNamed(brief, field) === text) return { ok: true, edits: [], after: brief };
  const target = brief.lenses.find((lens) => lens.heading && lens.name.text === text);
  return moveTake(brief, field.index, { lens: text, at: target?.takes.length ?? 0 });
}

/** The names of the fields that a brief has. */
export const namesOf = (brief: Brief): string[] =>
  allFields(brief).map(({ path }) => formatPath(path));
