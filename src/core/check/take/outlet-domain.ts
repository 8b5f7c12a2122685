import { readWebAddress } from '../../workspace/address';
import { isWithinDomain } from '../../workspace/outlets';
import type { Rule } from '../rule';

export const outletDomain: Rule = {
  id: 'take/outlet-domain',
  check({ brief, knowledge }, report) {
    for (const { outlet, source } of brief.takes) {
      const name = outlet.text.trim();
      const domains = knowledge.outlets.domainsOf(name);
      const host = domains.length > 0 && source ? readWebAddress(source.text)?.host : undefined;
      if (!source || host === undefined) continue;
      if (domains.some((domain) => isWithinDomain(host, domain))) continue;
      report(
        source,
        `${host} is none of ${name}’s domains (${domains.join(', ')}): correct the source or the outlet.`,
      );
    }
  },
};
