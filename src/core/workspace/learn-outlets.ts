import type { Brief, Lens, Take } from '../format/brief';
import { readWebAddress } from './address';
import { isWithinDomain } from './outlets';
import { Tally } from './tally';
import type { Outlet } from './workspace';

/** The outlets of all takes, sorted by name: the most frequent region, language and lens of each. */
export function learnOutlets(briefs: readonly Brief[]): Outlet[] {
  const tallies = new Map<string, OutletTally>();
  for (const brief of briefs) {
    for (const lens of brief.lenses) {
      for (const take of lens.takes) count(tallies, lens, take);
    }
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => outletOf(name, tally));
}

interface OutletTally {
  readonly regions: Tally<string>;
  readonly langs: Tally<string>;
  readonly lenses: Tally<string>;
  readonly domains: Tally<string>;
}

function count(tallies: Map<string, OutletTally>, lens: Lens, take: Take): void {
  const name = take.outlet.text.trim().normalize('NFC');
  if (!name) return;
  const tally = tallies.get(name) ?? {
    regions: new Tally(),
    langs: new Tally(),
    lenses: new Tally(),
    domains: new Tally(),
  };
  tallies.set(name, tally);
  addText(tally.regions, take.region.text);
  addText(tally.langs, take.lang.text);
  if (lens.heading && lens.name.text.trim() !== 'unlabelled') addText(tally.lenses, lens.name.text);
  const host = readWebAddress(take.source?.text ?? '')?.host;
  if (host) tally.domains.add(host.replace(/^www\./, ''));
}

function addText(tally: Tally<string>, text: string): void {
  if (text.trim()) tally.add(text.trim());
}

function outletOf(name: string, tally: OutletTally): Outlet {
  const hosts = tally.domains.ranked();
  const domains = hosts.filter(
    (host) => !hosts.some((other) => other !== host && isWithinDomain(host, other)),
  );
  const [region, lang, lens] = [tally.regions.most(), tally.langs.most(), tally.lenses.most()];
  return {
    name,
    ...(domains.length > 0 && { domains }),
    ...(region !== undefined && { region }),
    ...(lang !== undefined && { lang }),
    ...(lens !== undefined && { lens }),
  };
}
