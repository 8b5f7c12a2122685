import { RULE_IDS, type RuleId, type Severity } from '../../core/check/finding';
import { RULE_TITLES } from '../../core/check/titles';
import type { GraphView } from '../../core/graph/view';
import { cannot, type Command, FINE } from '../command';
import { loadGraph } from '../graph';
import type { Io } from '../io';
import { workspaceToRead } from '../workspace';

export const stats: Command = {
  name: 'stats',
  about: 'Count what a workspace holds',
  usage: '[PATH] [--format text|json]',
  takes: [0, 1],
  details: [
    'Briefs, takes, links and findings; takes by lens, region, language and outlet; the entities that are linked most.',
  ],
  options: [{ name: 'format', value: 'NAME', about: 'text (default) or json' }],
  examples: [
    { line: 'stats', about: 'the workspace around' },
    { line: 'stats --format json', about: 'for a program' },
  ],
  async run({ io, args, value }) {
    const figures = figuresOf(await loadGraph(io, await workspaceToRead(io, args[0])));
    const format = value('format') ?? 'text';
    if (format === 'json') io.out(`${JSON.stringify(figures, null, 2)}\n`);
    else if (format === 'text') io.out(printed(figures, io));
    else cannot(`There is no format “${format}”. Formats: text, json.`);
    return FINE;
  },
};

type Counts = Readonly<Record<string, number>>;

interface Figures {
  readonly briefs: number;
  readonly published: number;
  readonly takes: number;
  readonly links: { readonly briefs: number; readonly entities: number; readonly related: number };
  readonly findings: Readonly<Record<Severity, number>> & { readonly waived: number };
  readonly rules: Counts;
  readonly lenses: Counts;
  readonly regions: Counts;
  readonly languages: Counts;
  readonly outlets: Counts;
  readonly entities: Counts;
}

function figuresOf(view: GraphView): Figures {
  const all = [...view.records()];
  const own = all.filter(({ published }) => !published);
  const takes = own.flatMap((record) => record.takes);
  const found = own.flatMap(({ slug }) => view.findings(slug));
  const live = found.filter(({ waiver }) => !waiver);
  const of = (severity: Severity) => live.filter((finding) => finding.severity === severity).length;
  const rules = tally(live.map(({ rule }) => rule));
  return {
    briefs: own.length,
    published: all.length - own.length,
    takes: takes.length,
    links: {
      briefs: sum(own.map(({ links }) => links.length)),
      entities: sum(own.flatMap(({ entities }) => Object.values(entities))),
      related: sum(own.map(({ related }) => related.length)),
    },
    findings: {
      error: of('error'),
      warning: of('warning'),
      info: of('info'),
      waived: found.length - live.length,
    },
    rules: Object.fromEntries(RULE_IDS.flatMap((id) => (rules[id] ? [[id, rules[id]]] : []))),
    lenses: tally(takes.map(({ lens }) => lens)),
    regions: tally(takes.map(({ region }) => region)),
    languages: tally(takes.map(({ lang }) => lang)),
    outlets: tally(takes.map(({ outlet }) => outlet)),
    entities: tally(own.flatMap(({ entities }) => Object.keys(entities))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** How often each name occurs, the most frequent first, then by name. */
function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** So many lines of a list are printed; the JSON has all. */
const MOST_LINES = 10;

function printed(figures: Figures, io: Io): string {
  const { briefs, published, takes, links, findings, rules, ...lists } = figures;
  const lines = [
    `${briefs} briefs${published > 0 ? `, ${published} published` : ''}, ${takes} takes`,
    `${links.entities} links to entities, ${links.briefs} to briefs, ${links.related} related`,
    `${findings.error} errors, ${findings.warning} warnings, ${findings.info} info, ${findings.waived} waived`,
  ];
  const titled = Object.entries(rules).map(
    ([rule, n]) => [`${RULE_TITLES[rule as RuleId]} (${rule})`, n] as const,
  );
  const named = Object.entries({ ...lists }).map(
    ([name, counts]) => [heading(name), Object.entries(counts)] as const,
  );
  for (const [name, counts] of [['Findings', titled] as const, ...named]) {
    if (counts.length === 0) continue;
    lines.push('', io.style('bold', name));
    for (const [what, n] of counts.slice(0, MOST_LINES))
      lines.push(`  ${`${n}`.padStart(6)}  ${what}`);
    if (counts.length > MOST_LINES) lines.push(`          and ${counts.length - MOST_LINES} more`);
  }
  return `${lines.join('\n')}\n`;
}

const heading = (name: string): string => (name[0] ?? '').toUpperCase() + name.slice(1);
