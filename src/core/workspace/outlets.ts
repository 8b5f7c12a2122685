import type { Outlet } from './workspace';

/** The outlet registry, looked up by name (in NFC) and by host. */
export class OutletIndex {
  readonly all: readonly Outlet[];
  readonly #byName = new Map<string, Outlet>();
  readonly #domains = new Map<Outlet | undefined, readonly string[]>();
  readonly #byDomain = new Map<string, Outlet>();

  /** Of two records with one name or domain, the first counts. */
  constructor(outlets: readonly Outlet[]) {
    this.all = outlets;
    for (const outlet of outlets) {
      const name = outlet.name.normalize('NFC');
      if (!this.#byName.has(name)) this.#byName.set(name, outlet);
      const domains = outlet.domains?.map((domain) => domain.toLowerCase()) ?? [];
      this.#domains.set(outlet, domains);
      for (const domain of domains) {
        if (!this.#byDomain.has(domain)) this.#byDomain.set(domain, outlet);
      }
    }
  }

  get(name: string): Outlet | undefined {
    return this.#byName.get(name) ?? this.#byName.get(name.normalize('NFC'));
  }

  /** The domains of an outlet in lower case; empty where it is not registered or has none. */
  domainsOf(name: string): readonly string[] {
    return this.#domains.get(this.get(name)) ?? [];
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

/** True when `host` is `domain` or one of its subdomains, both in lower case. */
export function isWithinDomain(host: string, domain: string): boolean {
  if (!host.endsWith(domain)) return false;
  return host.length === domain.length || host[host.length - domain.length - 1] === '.';
}
