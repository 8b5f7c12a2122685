import { RULE_IDS, type RuleId, type Severity } from '../../../core/check/finding';
import { type Glance, type LateFindings, type StoredFinding } from '../../../core/graph/findings';
import { ByteReader, type ByteWriter } from '../../../core/search/bytes';
import type { Waiver } from '../../../core/waive/waiver';
import type { PackedTexts } from './texts';

const SEVERITIES = ['error', 'warning', 'info'] as const;
const LEVELS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const RULES = new Map<RuleId, number>(RULE_IDS.map((rule, number) => [rule, number]));
/** From, line, column, and what they are less than the end's. */
const PLACES = 6;

/** Where packed findings are. */
export interface FindingStore {
  readonly rows: ByteWriter;
  readonly texts: PackedTexts;
  readonly waivers: Waiver[];
}

/** Findings of one brief, as numbers; they are made each time they are asked for. */
export class PackedFindings implements LateFindings {
  readonly #store: FindingStore;
  readonly #at: number;

  constructor(store: FindingStore, findings: readonly StoredFinding[]) {
    this.#store = store;
    this.#at = store.rows.length;
    store.rows.number(findings.length);
    for (const finding of findings) put(store, finding);
  }

  get findings(): readonly StoredFinding[] {
    const { rows, texts, waivers } = this.#store;
    const reader = new ByteReader(rows.bytes, this.#at);
    const findings: StoredFinding[] = [];
    for (let left = reader.number(); left > 0; left--) findings.push(read(reader, texts, waivers));
    return findings;
  }

  each(see: Glance): void {
    const reader = new ByteReader(this.#store.rows.bytes, this.#at);
    for (let left = reader.number(); left > 0; left--) {
      const kind = reader.number();
      reader.number();
      const isFixable = reader.number() > 0;
      see(ruleOf(kind), severityOf(kind), isFixable, reader.number() > 0);
      for (let place = 0; place < PLACES; place++) reader.number();
    }
  }
}

const ruleOf = (kind: number) => RULE_IDS[Math.floor(kind / SEVERITIES.length)] ?? 'format/title';
const severityOf = (kind: number) => SEVERITIES[kind % SEVERITIES.length] ?? 'error';

/** What a rule says differs in what it quotes. */
const atQuotes = (text: string): string[] => text.split(/(?<=“)|(?=”)/);

function put({ rows, texts, waivers }: FindingStore, finding: StoredFinding): void {
  const { rule, severity, message, fix, waiver, from, to, line, column } = finding;
  rows.number((RULES.get(rule) ?? 0) * SEVERITIES.length + LEVELS[severity]);
  rows.number(texts.put(message, atQuotes));
  rows.number(fix === null ? 0 : texts.put(fix, atQuotes) + 1);
  rows.number(waiver === null ? 0 : waivers.push(waiver));
  for (const place of [from, to - from, line, finding.endLine - line, column, finding.endColumn]) {
    rows.number(place);
  }
}

function read(reader: ByteReader, texts: PackedTexts, waivers: readonly Waiver[]): StoredFinding {
  const kind = reader.number();
  const message = texts.text(reader.number());
  const fix = reader.number();
  const waiver = reader.number();
  const from = reader.number();
  const to = from + reader.number();
  const line = reader.number();
  const endLine = line + reader.number();
  return {
    rule: ruleOf(kind),
    severity: severityOf(kind),
    from,
    to,
    line,
    column: reader.number(),
    endLine,
    endColumn: reader.number(),
    message,
    fix: fix === 0 ? null : texts.text(fix - 1),
    waiver: waivers[waiver - 1] ?? null,
  };
}
