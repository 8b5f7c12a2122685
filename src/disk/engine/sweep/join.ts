import { joinFindings } from '../cache/findings';
import { joinKept } from '../cache/cache';
import { joinFacts } from './facts';
import type { Swept } from './sweep';

/** What was found in both shares. */
export const joinSwept = (first: Swept, second: Swept): Swept => ({
  facts: joinFacts(first.facts, second.facts),
  findings: joinFindings(first.findings, second.findings),
  unread: [...first.unread, ...second.unread],
  kept: first.kept && second.kept && joinKept(first.kept, second.kept),
});
