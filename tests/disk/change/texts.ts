import type { FileChange } from '../../../src/core/plan/index';

/** Files of a workspace before a change: one with CRLF and a byte-order mark. */
export const OLD: Readonly<Record<string, string>> = {
  'briefs/one.md': '\uFEFF# One\r\n\r\n[Two](/ko/n/two)\r\n',
  'briefs/two.md': '# Two\n',
  'briefs/three.md': '# Three\n',
  'registry/waivers.json': '[]\n',
};

/** The same after it. */
export const NEW: Readonly<Record<string, string>> = {
  'briefs/one.md': '\uFEFF# One\r\n\r\n[Two](/ko/n/second)\r\n',
  'briefs/second.md': '# Second\n',
  'redirects.json': '[]\n',
  'registry/waivers.json': '[]\n',
};

export const CHANGES: readonly FileChange[] = [
  {
    file: 'briefs/one.md',
    to: 'briefs/one.md',
    before: '# One\n\n[Two](/ko/n/two)\n',
    after: '# One\n\n[Two](/ko/n/second)\n',
  },
  { file: 'briefs/two.md', to: 'briefs/second.md', before: '# Two\n', after: '# Second\n' },
  { file: 'briefs/three.md', to: null, before: '# Three\n', after: null },
  { file: 'redirects.json', to: 'redirects.json', before: null, after: '[]\n' },
];

export const TITLE = 'Rename the brief two to second';
