import type { Brief, Value } from '../format/brief';
import { COUNT_NAMES, countText, deriveCounts } from '../format/counts';
import { parse } from '../format/parse';
import { indented } from '../format/print';
import { toSource } from '../format/value';
import { type BriefParts, partsOf } from '../fields/parts';
import type { FieldName, FieldPath } from '../fields/path';
import { FIELDS, type Field } from '../fields/table';
import { applyEdits, difference, type TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import {
  broken,
  cutLines,
  endOfTop,
  fillInsert,
  insertAt,
  sectionInsert,
  sectionOf,
  spaced,
} from './places';
import { type EditResult, refuse } from './result';
import { type Expected, islandsOf, settle } from './settle';

/**
 * Sets a field to a text: changes the bytes between the first and the last difference, or adds the
 * part where the brief has none. Clearing a dek, a quote or a source takes its lines out.
 * Setting a field to its own value yields no edits.
 */
export function setField(brief: Brief, path: FieldPath, text: string): EditResult {
  const field = FIELDS[path.field];
  const index = path.index ?? 0;
  const wanted = normalizeField(path, text);
  const value = field.read(brief, index);
  const at = value ?? placeOf(brief, path);
  if (!at)
    return refuse(`There is no ${field.label.toLowerCase()} at this place.`, { from: 0, to: 0 });
  if (value ? value.text === wanted : wanted === '') return { ok: true, edits: [], after: brief };
  const edits = value ? change(brief, path, value, wanted) : add(brief, path, wanted);
  if (!edits) return refuse(missing(path), at);
  const parts = field.set(emptied(brief, path), index, wanted);
  const expected = path.field === 'title' && !value ? withDek(brief, edits, parts) : { parts };
  return settle(brief, edits, expected, at, explain(field, wanted));
}

/** Fields whose ends hold no white space. */
const TRIMMED = new Set<FieldName>(['type', 'date', 'heads', 'take.source', 'canonical']);

/** The text as the field can hold it: one line, or without blank lines at its ends. */
export function normalizeField(path: FieldPath, text: string): string {
  const unix = text.replace(/\r\n?/g, '\n');
  if (TRIMMED.has(path.field)) return unix.replace(/\s+/g, ' ').trim();
  switch (FIELDS[path.field].shape) {
    case 'line':
      return unix.replace(/\n+/g, ' ');
    case 'paragraphs':
      return unix.trim() === ''
        ? ''
        : unix.replace(/^(?:[ \t]*\n)+/, '').replace(/(?:\n[ \t]*)+$/, '');
    case 'paragraph':
      return unix
        .replace(/^(?:[ \t]*\n)+/, '')
        .replace(/(?:\n[ \t]*)+$/, '')
        .replace(/\n\s*/g, '\n');
  }
}

/** The parts with the list that the field stands in, so that a part can be added to none. */
function emptied(brief: Brief, path: FieldPath) {
  const parts = partsOf(brief);
  return path.field === 'lens.name' ? { ...parts, lenses: parts.lenses ?? [] } : parts;
}

function change(brief: Brief, path: FieldPath, value: Value, wanted: string): TextEdit[] {
  const field = FIELDS[path.field];
  if (field.optional && wanted === '') {
    const lines = linesOf(brief, path);
    if (lines) return [cutLines(brief, lines)];
  }
  const section = value.text === '' && isProse(path) ? sectionOf(brief, path.field) : null;
  if (section) return [fillInsert(brief, section, wanted)];
  const edit = difference(value.text, wanted);
  if (!edit) return [];
  const from = toSource(value, edit.from);
  const insert = broken(brief, indented(edit.insert, field.prefix));
  const tight =
    field.spaced && from === value.from && value.text === '' && brief.source[from - 1] !== ' ';
  return [
    { from, to: toSource(value, edit.to), insert: tight && from > 0 ? ` ${insert}` : insert },
  ];
}

function isProse(path: FieldPath): path is { readonly field: 'summary' | 'why' } {
  return path.field === 'summary' || path.field === 'why';
}

/** A line `> …` that had no title above it becomes the dek when the title is added. */
function withDek(brief: Brief, edits: readonly TextEdit[], parts: BriefParts): Expected {
  const after = parse(applyEdits(brief.source, edits));
  const dek = after.dek?.value.text ?? null;
  return { parts: { ...parts, dek }, ...(dek === null ? {} : { islands: islandsOf(after) }) };
}

/** The lines of a part that goes when it is cleared. */
function linesOf(brief: Brief, path: FieldPath): Range | null {
  const take = brief.takes[path.index ?? -1];
  if (path.field === 'dek') return brief.dek;
  if (path.field === 'take.quote') return take?.quoteBlock ?? null;
  return take?.sourceLine ?? null;
}

/** Where a part that the brief does not have would go, for a refusal; null where there is no such item. */
function placeOf(brief: Brief, path: FieldPath): Range | null {
  if (path.index === undefined) return { from: endOfTop(brief), to: endOfTop(brief) };
  const item = path.field.split('.')[0];
  if (item === 'number') return brief.numbers[path.index] ?? null;
  if (item === 'take') return brief.takes[path.index]?.head ?? null;
  return item === 'lens' ? (brief.lenses[path.index] ?? null) : null;
}

function add(brief: Brief, path: FieldPath, text: string): TextEdit[] | null {
  const wrapped = indented(text, FIELDS[path.field].prefix);
  const take = brief.takes[path.index ?? -1];
  switch (path.field) {
    case 'title': {
      const at = brief.source.charCodeAt(0) === 0xfeff ? 1 : 0;
      return [insertAt(brief, at, `# ${text}${at < brief.source.length ? '\n' : ''}`)];
    }
    case 'dek':
      return brief.title && [insertAt(brief, brief.title.to, `\n> ${wrapped}`)];
    case 'type':
    case 'date':
    case 'heads':
      return [addToMeta(brief, path.field, text)];
    case 'summary':
    case 'why':
      return [sectionInsert(brief, path.field, text)];
    case 'number.label': {
      const number = brief.numbers[path.index];
      return number ? [insertAt(brief, number.value.to, `, ${wrapped}`)] : null;
    }
    case 'take.summary':
      return take ? [insertAt(brief, take.place.to + 1, ` — ${wrapped}`)] : null;
    case 'take.quote':
      return take
        ? [insertAt(brief, take.summary?.to ?? take.head.to, `\n  > "${wrapped}"`)]
        : null;
    case 'take.source': {
      const end = take?.quoteBlock?.to ?? take?.summary?.to ?? take?.head.to;
      return end === undefined ? null : [insertAt(brief, end, `\n  Source: ${text}`)];
    }
    case 'lens.name': {
      const lens = brief.lenses[path.index];
      return lens ? [insertAt(brief, lens.from, `### ${text}\n`)] : null;
    }
    case 'related':
      return [addGraphLine(brief, `- Related: ${text}`, brief.entities?.from)];
    case 'entities':
      return [addGraphLine(brief, `- Entities: ${text}`, undefined, brief.related?.to)];
    case 'canonical':
      return [addCanonical(brief, text)];
    default:
      return null;
  }
}

function addToMeta(brief: Brief, field: 'type' | 'date' | 'heads', text: string): TextEdit {
  const { meta } = brief;
  const written = `${field}: ${text}`;
  if (!meta) {
    const counts = deriveCounts(brief);
    const line = [written, ...COUNT_NAMES.map((name) => countText(name, counts[name]))].join(' · ');
    const at = brief.dek?.to ?? brief.title?.to ?? endOfTop(brief);
    return insertAt(brief, at, spaced(brief, at, `**Meta:** ${line}`));
  }
  const order = [meta.type, meta.date, meta.heads];
  const own = ['type', 'date', 'heads'].indexOf(field);
  const before = order.slice(0, own).findLast((part) => part !== null);
  if (before) return insertAt(brief, before.to, ` · ${written}`);
  const after = [
    ...order.slice(own + 1),
    ...COUNT_NAMES.map((name) => meta.counts[name]),
    ...meta.unreadable,
  ]
    .filter((part) => part !== null && part !== undefined)
    .sort((a, b) => a.from - b.from)[0];
  if (after) return insertAt(brief, after.from, `${written} · `);
  const bare = brief.source.slice(meta.from, meta.to).trimEnd().length;
  return insertAt(brief, meta.from + bare, ` ${written}`);
}

function addGraphLine(brief: Brief, line: string, before?: number, after?: number): TextEdit {
  const section = sectionOf(brief, 'graph');
  if (!section) return sectionInsert(brief, 'graph', line);
  if (before !== undefined) return insertAt(brief, before, `${line}\n`);
  if (after !== undefined) return insertAt(brief, after, `\n${line}`);
  const first = section.content?.from;
  if (first === undefined) return insertAt(brief, section.heading.to, `\n${line}`);
  return insertAt(brief, first, `${line}\n`);
}

function addCanonical(brief: Brief, text: string): TextEdit {
  const line = `Canonical: ${text}`;
  if (brief.rule) return insertAt(brief, brief.rule.to, `\n${line}`);
  const end = Math.max(
    brief.source.trimEnd().length,
    brief.source.charCodeAt(0) === 0xfeff ? 1 : 0,
  );
  return insertAt(brief, end, spaced(brief, end, `---\n${line}`));
}

function missing(path: FieldPath): string {
  if (path.field === 'dek') return 'A dek stands under a title. Give the brief a title first.';
  return `There is no place for ${FIELDS[path.field].label.toLowerCase()} here. Add it in the source view.`;
}

function explain(field: Field, text: string): string | undefined {
  if (/^##? /m.test(text) && field.shape !== 'line') {
    return 'A line that starts with “## ” begins a section. Write it in the source view.';
  }
  return `${field.label} can’t hold this text: the brief would read otherwise. Change it in the source view.`;
}
