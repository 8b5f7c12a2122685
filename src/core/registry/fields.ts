import { isSlug } from '../format/slug';
import { readWebAddress } from '../workspace/address';

/** The values of a list that is written on one line, between semicolons; each once. */
export function readList(text: string): string[] {
  return once(text.split(/[;|\n]/));
}

/** Writes a list on one line, so that `readList` reads it back. */
export const printList = (values: readonly string[]): string => values.join('; ');

/** The domains in a text: hosts or whole addresses, between semicolons, commas or spaces. */
export function readDomains(text: string): string[] {
  return once(text.split(/[;|,\s]/).map((word) => domainOf(word.trim()) ?? word));
}

/** The domain of a host or an address, without `www.`; null where it is none. */
export function domainOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const host = readWebAddress(address)?.host.replace(/^www\./, '') ?? '';
  return /^[^.]+(\.[^.]+)+$/.test(host) ? host : null;
}

/** Why a text can't be a slug, as a sentence; null where it can. */
export function faultOfSlug(slug: string): string | null {
  if (slug === '') return 'A slug is needed.';
  return isSlug(slug) ? null : 'A slug is of small letters, digits and single hyphens.';
}

/** Why one of these is no domain, as a sentence; null where all are. */
export function faultOfDomains(domains: readonly string[]): string | null {
  const wrong = domains.find((domain) => domainOf(domain) !== domain);
  return wrong === undefined ? null : `“${wrong}” is no domain, such as example.org.`;
}

function once(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))];
}
