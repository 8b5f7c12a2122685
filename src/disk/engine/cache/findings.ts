import { RULE_IDS, type RuleId, type Severity } from '../../../core/check/finding';
import type { Glance, StoredFinding } from '../../../core/graph/findings';
import { joinNumbers, Numbers } from './numbers';
import { joinTexts, type TextColumns, TextsReader, TextsWriter } from './texts';

/** The findings of many briefs as rows of numbers, and the texts that they name by number. */
export interface FindingColumns {
  readonly rows: Uint32Array;
  /** Where the rows of each brief start, and where the last end. */
  readonly starts: Uint32Array;
  readonly texts: TextColumns;
}

/** from, to, line, column, endLine, endColumn, rule, severity, message, fix, waiver */
const COLUMNS = 11;
const RULE_COLUMN = 6;
const SEVERITY_COLUMN = 7;
/** From here on they number texts. */
const MESSAGE_COLUMN = 8;
const FIX_COLUMN = 9;
const WAIVER_COLUMN = 10;

/** One who reads all findings in turn takes so many bytes of texts at once. */
export const IN_TURN = 1 << 16;

/** Of texts for each rule: messages, fixes, waivers. */
const KINDS = 3;

const SEVERITIES = ['error', 'warning', 'info'] as const;
const RULES = new Map<RuleId, number>(RULE_IDS.map((rule, number) => [rule, number]));
const LEVELS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Notes findings, brief after brief. */
export class FindingsWriter {
  readonly #rows = new Numbers();
  readonly #starts = new Numbers();
  readonly #texts = new TextsWriter();

  constructor() {
    this.#starts.push(0);
  }

  /** The findings of the next brief. */
  add(findings: readonly StoredFinding[]): void {
    for (const finding of findings) this.#put(finding);
    this.#starts.push(this.#rows.length / COLUMNS);
  }

  get columns(): FindingColumns {
    return { rows: this.#rows.all, starts: this.#starts.all, texts: this.#texts.columns };
  }

  #put(finding: StoredFinding): void {
    const { fix, waiver } = finding;
    const rule = RULES.get(finding.rule) ?? 0;
    const kind = rule * KINDS;
    const rows = this.#rows;
    rows.push(finding.from);
    rows.push(finding.to);
    rows.push(finding.line);
    rows.push(finding.column);
    rows.push(finding.endLine);
    rows.push(finding.endColumn);
    rows.push(rule);
    rows.push(LEVELS[finding.severity]);
    rows.push(this.#texts.numberOf(finding.message, kind));
    rows.push(fix === null ? 0 : this.#texts.numberOf(fix, kind + 1));
    rows.push(waiver === null ? 0 : this.#texts.numberOf(JSON.stringify(waiver), kind + 2));
  }
}

/** The findings of one brief after the other, made when they are asked for. */
export class FindingsReader {
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #texts: TextsReader;
  /** The last text of each kind, as the writer had it: what is said again is the same string. */
  readonly #last: (string | null)[] = [];
  readonly #numbers: number[] = [];

  /** @param ahead as for `TextsReader` */
  constructor({ rows, starts, texts }: FindingColumns, ahead = 0) {
    this.#rows = rows;
    this.#starts = starts;
    this.#texts = new TextsReader(texts, ahead);
  }

  /** @param place of the brief in the order in which they were added */
  of(place: number): readonly StoredFinding[] {
    const from = this.#starts[place] ?? 0;
    const to = this.#starts[place + 1] ?? from;
    if (from === to) return NONE;
    const findings: StoredFinding[] = [];
    for (let at = from; at < to; at++) findings.push(this.#read(at * COLUMNS));
    return findings;
  }

  /** Shows them one after the other, without making them. */
  each(place: number, see: Glance): void {
    const rows = this.#rows;
    const from = this.#starts[place] ?? 0;
    const to = this.#starts[place + 1] ?? from;
    for (let at = from * COLUMNS; at < to * COLUMNS; at += COLUMNS) {
      const rule = ruleOf(rows[at + RULE_COLUMN]);
      const severity = severityOf(rows[at + SEVERITY_COLUMN]);
      see(rule, severity, rows[at + FIX_COLUMN] !== 0, rows[at + WAIVER_COLUMN] !== 0);
    }
  }

  #read(at: number): StoredFinding {
    const rows = this.#rows;
    const rule = rows[at + RULE_COLUMN] ?? 0;
    const kind = rule * KINDS;
    const waiver = this.#text(rows[at + WAIVER_COLUMN] ?? 0, kind + 2);
    return {
      rule: ruleOf(rule),
      severity: severityOf(rows[at + SEVERITY_COLUMN]),
      from: rows[at] ?? 0,
      to: rows[at + 1] ?? 0,
      line: rows[at + 2] ?? 0,
      column: rows[at + 3] ?? 0,
      endLine: rows[at + 4] ?? 0,
      endColumn: rows[at + 5] ?? 0,
      message: this.#text(rows[at + MESSAGE_COLUMN] ?? 0, kind) ?? '',
      fix: this.#text(rows[at + FIX_COLUMN] ?? 0, kind + 1),
      waiver: waiver === null ? null : (JSON.parse(waiver) as StoredFinding['waiver']),
    };
  }

  #text(number: number, kind: number): string | null {
    if (number === 0) return null;
    if (this.#numbers[kind] !== number) {
      this.#numbers[kind] = number;
      this.#last[kind] = this.#texts.text(number);
    }
    return this.#last[kind] ?? null;
  }
}

const ruleOf = (number = 0): RuleId => RULE_IDS[number] ?? 'format/title';
const severityOf = (number = 0): Severity => SEVERITIES[number] ?? 'error';

const NONE: readonly StoredFinding[] = [];

/** The findings of the briefs of both, one after the other. */
export function joinFindings(first: FindingColumns, second: FindingColumns): FindingColumns {
  const shift = first.texts.ends.length;
  const rows = joinNumbers(first.rows, second.rows);
  for (let at = first.rows.length; at < rows.length; at += COLUMNS) shiftTexts(rows, at, shift);
  const count = first.rows.length / COLUMNS;
  const starts = joinNumbers(first.starts, second.starts.subarray(1), count);
  return { rows, starts, texts: joinTexts(first.texts, second.texts) };
}

function shiftTexts(rows: Uint32Array, at: number, shift: number): void {
  for (let column = at + MESSAGE_COLUMN; column < at + COLUMNS; column++) {
    const number = rows[column] ?? 0;
    if (number > 0) rows[column] = number + shift;
  }
}

/**
 * The findings of the same briefs from two columns, those of each brief in the order in which `check`
 * reports; where `isReplaced`, those of the second alone.
 */
export function mergeFindings(
  first: FindingColumns,
  second: FindingColumns,
  isReplaced: (place: number) => boolean,
): FindingColumns {
  const { rows, starts, texts } = joinFindings(first, second);
  const briefs = first.starts.length - 1;
  const merged = new Numbers(rows.length);
  const ends = new Numbers(briefs + 1);
  ends.push(0);
  for (let place = 0; place < briefs; place++) {
    let one = starts[place] ?? 0;
    let other = starts[briefs + place] ?? 0;
    const oneEnd = starts[place + 1] ?? one;
    const otherEnd = starts[briefs + place + 1] ?? other;
    if (isReplaced(place)) one = oneEnd;
    while (one < oneEnd || other < otherEnd) {
      const isFirst = other === otherEnd || (one < oneEnd && !comesBefore(rows, other, one));
      const row = (isFirst ? one++ : other++) * COLUMNS;
      merged.pushAll(rows, row, row + COLUMNS);
    }
    ends.push(merged.length / COLUMNS);
  }
  return { rows: merged.all, starts: ends.all, texts };
}

/** By place, at one place by rule; rules are numbered in the order in which `check` has them. */
function comesBefore(rows: Uint32Array, one: number, other: number): boolean {
  const difference = (column: number) =>
    (rows[one * COLUMNS + column] ?? 0) - (rows[other * COLUMNS + column] ?? 0);
  return (difference(0) || difference(1) || difference(RULE_COLUMN)) < 0;
}
