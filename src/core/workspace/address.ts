import type { Settings } from './workspace';

/** The address that a brief's canonical line must have. */
export function canonicalOf(settings: Pick<Settings, 'site' | 'prefix'>, slug: string): string {
  return `${settings.site.replace(/\/+$/, '')}/${settings.prefix}/n/${slug}`;
}

/** An http(s) address in the parts that the rules look at. */
export interface WebAddress {
  /** In lower case, without user and port. */
  readonly host: string;
  /** From the first `/` after the host, without query and fragment. */
  readonly path: string;
}

// One pass without the platform's URL, which the core does not have. The host needs a letter, a
// digit or a bracket (IPv6) to start with; a blank anywhere makes it no address.
const HTTP =
  /^https?:\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#@:[\]]+)(?::\d*)?(\/[^\s?#]*)?(?:[?#]\S*)?$/i;

/** The parts of an http(s) address; null where the text is none. */
export function readWebAddress(text: string): WebAddress | null {
  const plain = plainAddress(text);
  if (plain) return plain;
  const match = HTTP.exec(text);
  if (!match?.[1]) return null;
  return { host: match[1].toLowerCase().replace(/\.$/, ''), path: match[2] ?? '' };
}

/** The same of most addresses, a good deal sooner: a host in lower case, a path, and all in ASCII. */
function plainAddress(text: string): WebAddress | null {
  const start = text.startsWith('https://') ? 8 : text.startsWith('http://') ? 7 : 0;
  if (start === 0) return null;
  let end = start;
  while (isPlainOfHost(text.charCodeAt(end))) end++;
  if (end === start || text.charCodeAt(end) !== SLASH) return null;
  if (text.charCodeAt(end - 1) === DOT) return null;
  for (let at = end; at < text.length; at++) if (!isPlainOfPath(text.charCodeAt(at))) return null;
  return { host: text.slice(start, end), path: text.slice(end) };
}

const HASH = 35;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const QUERY = 63;

const isPlainOfHost = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === HYPHEN || unit === DOT;

const isPlainOfPath = (unit: number): boolean =>
  unit > 32 && unit < 127 && unit !== QUERY && unit !== HASH;

const CANONICAL = /^(https?:\/\/[^\s?#]+)\/([^\s/?#]+)\/n\/([^\s/?#]+)$/;

/** A canonical address in its parts, whatever workspace it is of; null where it has another form. */
export function readCanonical(
  text: string,
): { readonly site: string; readonly prefix: string; readonly slug: string } | null {
  const match = CANONICAL.exec(text.trim());
  if (!match) return null;
  const [, site = '', prefix = '', slug = ''] = match;
  return { site, prefix, slug };
}
