import { type Finding, levelOf, type RuleId } from '../check/finding';
import { firstLine } from '../check/text';
import type { Settings } from '../workspace/workspace';
import type { Waiver } from './waiver';

/** The rules that are reported of waivers, not of briefs; they can't be waived themselves. */
export const WAIVER_RULES = ['waiver/expired', 'waiver/unused'] as const satisfies RuleId[];
type WaiverRule = (typeof WAIVER_RULES)[number];

/** The waivers of a workspace by brief, and the levels of the rules about them. */
export class WaiverIndex {
  readonly #bySlug = new Map<string, Waiver[]>();

  constructor(
    readonly all: readonly Waiver[],
    readonly settings: Pick<Settings, 'rules'> = {},
  ) {
    for (const waiver of all) {
      const others = this.#bySlug.get(waiver.slug);
      if (others) others.push(waiver);
      else this.#bySlug.set(waiver.slug, [waiver]);
    }
  }

  /** The waivers of a brief. */
  of(slug: string): readonly Waiver[] {
    return this.#bySlug.get(slug) ?? NONE;
  }
}

const NONE: readonly Waiver[] = [];

/** What a finding's waiver is known by, besides its rule and brief: see `Waiver`. */
export interface FindingPlace {
  readonly text: string;
  readonly nth: number;
}

/**
 * Where each finding stands, as a waiver names it.
 *
 * @param findings what `check` found, in the order of the text
 * @param text the text that was checked
 */
export function placesOf(findings: readonly Finding[], text: string): FindingPlace[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, from, to }) => {
    const at = text.slice(from, to);
    const key = `${rule} ${at}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return { text: at, nth };
  });
}

/** True where a waiver holds no longer. @param today YYYY-MM-DD */
export function isExpired({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}

/**
 * The findings of a brief with its waivers: a waived one carries its waiver, one whose waiver has
 * expired does not; expired waivers, and those of findings that are no more, are reported with them.
 *
 * @param findings what `check` found in `text`, in the order of the text
 * @param today YYYY-MM-DD, where the reader is
 */
export function waive(
  findings: readonly Finding[],
  text: string,
  slug: string,
  waivers: WaiverIndex,
  today: string,
): Finding[] {
  const own = waivers.of(slug);
  if (own.length === 0) return [...findings];
  const open = new Map(own.map((waiver) => [keyOf(waiver.rule, waiver), waiver]));
  const places = placesOf(findings, text);
  const out = findings.flatMap((finding, index) => {
    const place = places[index];
    const key = place ? keyOf(finding.rule, place) : '';
    const waiver = open.get(key);
    open.delete(key);
    if (!waiver) return [finding];
    if (!isExpired(waiver, today)) return [waived(finding, waiver)];
    return [finding, ...report('waiver/expired', finding, expiredMessage(waiver), waivers)];
  });
  return out.concat(unused([...open.values()], text, waivers)).sort(byPlace);
}

function unused(left: readonly Waiver[], text: string, waivers: WaiverIndex): Finding[] {
  const range = firstLine({ source: text });
  return left
    .filter(({ rule }) => levelOf(rule, waivers.settings) !== 'off')
    .flatMap((waiver) => report('waiver/unused', range, unusedMessage(waiver), waivers));
}

function report(
  rule: WaiverRule,
  { from, to }: Pick<Finding, 'from' | 'to'>,
  message: string,
  { settings }: WaiverIndex,
): Finding[] {
  const severity = levelOf(rule, settings);
  return severity === 'off' ? [] : [{ rule, severity, from, to, message, fixes: [] }];
}

const expiredMessage = ({ rule, by, until }: Waiver): string =>
  `The waiver of ${rule}${by ? ` by ${by}` : ''} held until ${until}: mend the finding, or waive it anew.`;

const unusedMessage = ({ rule, text }: Waiver): string =>
  `A waiver is kept of ${rule}${text ? ` at “${cut(text)}”` : ''}, which is no longer found: take it back.`;

const LONGEST = 60;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const units = Array.from(line);
  return units.length > LONGEST ? `${units.slice(0, LONGEST - 1).join('')}…` : line;
}

// Its fixes are worked out when they are first read: a copy by spread would read them.
function waived(finding: Finding, waiver: Waiver): Finding {
  const { rule, severity, from, to, message, fixTitle } = finding;
  return {
    rule,
    severity,
    from,
    to,
    message,
    ...(fixTitle === undefined ? {} : { fixTitle }),
    waiver,
    get fixes() {
      return finding.fixes;
    },
  };
}

const keyOf = (rule: RuleId, { text, nth = 0 }: { text: string; nth?: number }): string =>
  `${rule} ${nth} ${text}`;

const byPlace = (a: Finding, b: Finding): number => a.from - b.from || a.to - b.to;

/**
 * Today, where the reader is; empty where no waiver can expire. The first look at the local time
 * reads the time zones, which takes as long as checking a hundred briefs.
 */
export const todayFor = (waivers: readonly Waiver[]): string =>
  waivers.some(({ until }) => until !== undefined) ? dayOf(new Date()) : '';

/** The day of a moment where the reader is, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
