import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { protocol, type ProtocolResponse, type Session as WebSession } from 'electron';
import { isInside } from '../../disk/files/paths';
import { policyOf, withNonce } from './csp';

const SCHEME = 'app';
const HOST = 'briefwright';
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page and its parts from `folder`, and nothing else.
 *
 * `protocol.handle` would do the same with web streams, whose first use alone takes some 50 ms of
 * the start; the older call hands the bytes over.
 */
export function servePage(session: WebSession, folder: string): void {
  session.protocol.registerBufferProtocol(SCHEME, ({ url }, answer) => {
    const { host, pathname } = new URL(url);
    const path = join(folder, unescaped(pathname));
    const type = TYPES[extname(path)];
    if (host !== HOST || !type || !isInside(folder, path)) return answer(NOT_FOUND);
    try {
      answer(serve(path, type));
    } catch {
      answer(NOT_FOUND);
    }
  });
}

/** Chromium's net::ERR_FILE_NOT_FOUND. */
const NOT_FOUND: ProtocolResponse = { error: -6 };

/** Empty, and so found nowhere, where the escapes are broken. */
function unescaped(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

// Read at once: while the app starts, a callback would have to wait behind the opening of the workspace.
function serve(path: string, type: string): ProtocolResponse {
  const data = readFileSync(path);
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  const [mimeType = type] = type.split(';');
  if (mimeType !== 'text/html') return { data, mimeType, headers };
  const nonce = randomBytes(16).toString('base64');
  const html = withNonce(data.toString('utf8'), nonce);
  const policy = { 'content-security-policy': policyOf(nonce) };
  return { data: Buffer.from(html, 'utf8'), mimeType, headers: { ...headers, ...policy } };
}
