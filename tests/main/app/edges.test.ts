import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/main/app/address';
import { policyOf, withNonce } from '../../../src/main/app/csp';
import { startPath } from '../../../src/main/app/start-path';

describe('an address to open outside', () => {
  it.each(['https://a.org/b?c#d', 'http://a.org/', 'https://a.org/(x)%20'])('may be %s', (url) => {
    expect(checkAddress(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://user:secret@a.org/',
    'https://user@a.org/',
    'smb://a/b',
    'a.org',
    '//a.org',
    '',
    'http://',
    'app://briefwright/index.html',
  ])('may not be %s', (url) => {
    expect(checkAddress(url)).toBeNull();
  });
});

describe('the content security policy', () => {
  it('allows no inline script, no eval and nothing from elsewhere', () => {
    const policy = policyOf('N0nce');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self';");
    expect(policy).toContain("style-src 'self' 'nonce-N0nce'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('has its nonce in the page', () => {
    expect(withNonce('<meta content="__CSP_NONCE__">', 'a$&b')).toBe('<meta content="a$&b">');
  });
});

describe('the workspace named on the command line', () => {
  const dev = { isPackaged: false, appPath: '/app', cwd: '/home' };
  const packaged = { isPackaged: true, appPath: '/opt/x/app.asar', cwd: '/home' };
  it.each([
    [['electron', '/app'], dev, null],
    [['electron', '/app', 'desk'], dev, '/home/desk'],
    [['electron', '--no-sandbox', '/app', '--user-data-dir=/u', '/desk'], dev, '/desk'],
    [['electron', '.', '/desk'], { ...dev, cwd: '/app' }, '/desk'],
    [['electron', '/app', '--', '/desk'], dev, '/desk'],
    [['briefwright'], packaged, null],
    [['briefwright', '--ozone-platform=x11', 'desk'], packaged, '/home/desk'],
  ] as const)('of %j', (argv, options, expected) => {
    expect(startPath(argv, options)).toBe(expected);
  });
});
