/** The page's content security policy; the nonce is for the styles that CodeMirror makes. */
export function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one door: the address of the graph's worker (renderer/views/graph/layout/start.ts).
    'trusted-types graph-layout',
  ].join('; ');
}

const PLACEHOLDER = '__CSP_NONCE__';

/** The page with the nonce of this load. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(PLACEHOLDER, () => nonce);
}
