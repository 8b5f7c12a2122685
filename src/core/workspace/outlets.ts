import type { Outlet } from './workspace';

/** The outlet registry, looked up by name (in NFC) and by host. */
export class OutletIndex {
  readonly all: readonly Outlet[];
  readonly #byName = new Map<string, Outlet>();
  readonly #byDomain = new Map<string, Outlet>();

  /** Of two records with one name or domain, the first counts. */
  constructor(outlets: readonly Outlet[]) {
    this.all = outlets;
    for (const outlet of outlets) {
      const name = outlet.name.normalize('NFC');
      if (!this.#byName.has(name)) this.#byName.set(name, outlet);
      for (const domain of outlet.domains ?? []) {
        const key = domain.toLowerCase();
        if (!this.#byDomain.has(key)) this.#byDomain.set(key, outlet);
      }
    }
  }

  get(name: string): Outlet | undefined {
    return this.#byName.get(name.normalize('NFC'));
  }

  /** The domains of an outlet; empty where it is not registered or has none. */
  domainsOf(name: string): readonly string[] {
    return this.get(name)?.domains ?? [];
  }

  /** The outlet one of whose domains is `host` or the nearest above it. */
  ofHost(host: string): Outlet | undefined {
    let domain = host.toLowerCase();
    for (;;) {
      const outlet = this.#byDomain.get(domain);
      if (outlet) return outlet;
      const dot = domain.indexOf('.');
      if (dot < 0) return undefined;
      domain = domain.slice(dot + 1);
    }
  }

  /** The registry with `outlet` in it, in the place of a record with its name. */
  with(outlet: Outlet): OutletIndex {
    const name = outlet.name.normalize('NFC');
    const at = this.all.findIndex((other) => other.name.normalize('NFC') === name);
    return new OutletIndex(at < 0 ? [...this.all, outlet] : this.all.with(at, outlet));
  }
}

/** True when `host` is `domain` or one of its subdomains. */
export function isWithinDomain(host: string, domain: string): boolean {
  const [inner, outer] = [host.toLowerCase(), domain.toLowerCase()];
  return inner === outer || inner.endsWith(`.${outer}`);
}
