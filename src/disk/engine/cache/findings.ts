import { RULE_IDS } from '../../../core/check/finding';
import type { StoredFinding } from '../../../core/graph/findings';
import { bytesOf, integers, type Sections } from './sections';

const SEVERITIES = ['error', 'warning', 'info'] as const;
/** from, to, line, column, endLine, endColumn, rule, severity, message, fix, waiver */
const COLUMNS = 11;

/** The findings of many briefs as rows of numbers, and the texts that they share. */
export class FindingsWriter {
  readonly #rows: number[] = [];
  readonly #starts: number[] = [0];
  readonly #texts = new Map<string, number>();

  add(findings: readonly StoredFinding[]): void {
    for (const each of findings) {
      this.#rows.push(
        each.from,
        each.to,
        each.line,
        each.column,
        each.endLine,
        each.endColumn,
        RULE_IDS.indexOf(each.rule),
        SEVERITIES.indexOf(each.severity),
        this.#text(each.message),
        each.fix === null ? 0 : this.#text(each.fix),
        each.waiver === null ? 0 : this.#text(JSON.stringify(each.waiver)),
      );
    }
    this.#starts.push(this.#rows.length / COLUMNS);
  }

  get sections(): Sections {
    const texts = [...this.#texts.keys()].join('\0');
    return {
      findings: bytesOf(Uint32Array.from(this.#rows)),
      findingStarts: bytesOf(Uint32Array.from(this.#starts)),
      // Two bytes a unit: read back without decoding.
      findingTexts: Buffer.from(texts, 'utf16le'),
    };
  }

  /** The number of a text, from 1. */
  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size + 1);
    return this.#texts.size;
  }
}

/** The findings of one brief after the other, made when they are asked for. */
export class FindingsReader {
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #bytes: Uint8Array;
  #texts: readonly string[] | null = null;

  constructor(sections: Sections) {
    this.#rows = integers(sections['findings'] ?? EMPTY);
    this.#starts = integers(sections['findingStarts'] ?? EMPTY);
    this.#bytes = sections['findingTexts'] ?? EMPTY;
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

  #read(at: number): StoredFinding {
    const rows = this.#rows;
    const waiver = this.#text(rows[at + 10]);
    return {
      rule: RULE_IDS[rows[at + 6] ?? 0] ?? 'format/title',
      severity: SEVERITIES[rows[at + 7] ?? 0] ?? 'error',
      from: rows[at] ?? 0,
      to: rows[at + 1] ?? 0,
      line: rows[at + 2] ?? 0,
      column: rows[at + 3] ?? 0,
      endLine: rows[at + 4] ?? 0,
      endColumn: rows[at + 5] ?? 0,
      message: this.#text(rows[at + 8]) ?? '',
      fix: this.#text(rows[at + 9]),
      waiver: waiver === null ? null : (JSON.parse(waiver) as StoredFinding['waiver']),
    };
  }

  #text(number: number | undefined): string | null {
    this.#texts ??= Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
      .toString('utf16le')
      .split('\0');
    return number === undefined || number === 0 ? null : (this.#texts[number - 1] ?? null);
  }
}

const EMPTY = new Uint8Array();
const NONE: readonly StoredFinding[] = [];
