import { isWithinDomain } from '../../workspace/outlets';
import type { Rule } from '../rule';

export const outletDomain: Rule = {
  id: 'take/outlet-domain',
  check({ brief, addresses, knowledge }, report) {
    brief.takes.forEach(({ outlet, source }, index) => {
      const host = addresses[index]?.host;
      if (!source || host === undefined) return;
      const name = outlet.text.trim();
      const domains = knowledge.outlets.domainsOf(name);
      if (domains.length === 0 || domains.some((domain) => isWithinDomain(host, domain))) return;
      report(
        source,
        `${host} is none of ${name}’s domains (${domains.join(', ')}): correct the source or the outlet.`,
      );
    });
  },
};
