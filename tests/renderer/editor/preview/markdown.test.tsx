// @vitest-environment happy-dom
import { workspaceOf, row } from '../../shell/page';
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { splitBlocks } from '../../../../src/renderer/editor/preview/blocks';
import { renderMarkdown } from '../../../../src/renderer/editor/preview/markdown';
import { followWorkspace } from '../../../../src/renderer/editor/session/knowledge';

beforeAll(() => {
  workspaceStore.set(
    workspaceOf([row('g7-evian', { title: 'The G7 at Evian' })], {
      entities: [{ slug: 'russia', name: 'Russia', kind: 'country' }],
    }),
  );
  followWorkspace();
});
afterEach(cleanup);

const page = (text: string): HTMLElement => {
  const { firstElementChild } = render(<main>{renderMarkdown(text)}</main>).container;
  if (!(firstElementChild instanceof HTMLElement)) throw new Error('Nothing was drawn');
  return firstElementChild;
};

describe('Markdown in the preview', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b> c',
    '<div>\n\n<iframe src="https://example.org"></iframe>\n\n</div>',
    '<!-- hidden -->',
  ])('shows HTML as text: %s', (html) => {
    const shown = page(html);
    expect(shown.querySelector('script, img, b, iframe, div')).toBeNull();
    expect(shown.textContent.replace(/\s/g, '')).toBe(html.replace(/\s/g, ''));
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,y)', '[x](vbscript:z)'])(
    'leads nowhere by %s',
    (text) => {
      for (const link of page(text).querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^#/);
      }
    },
  );

  it('fetches no image', () => {
    const shown = page('![a cat](https://example.org/cat.png)');
    expect(shown.querySelector('img')).toBeNull();
    expect(shown.textContent).toBe('Image: a cat');
  });

  it('tells links apart', () => {
    const shown = page(
      '[a](/ko/entity/russia) [b](/ko/entity/nobody) [c](/ko/n/g7-evian) [d](https://example.org/) [e](ko/x)',
    );
    const looks = [...shown.querySelectorAll('a')].map(
      (link) => link.className.split('pv-link-')[1],
    );
    expect(looks).toEqual(['entity', 'broken', 'brief', 'external', 'broken']);
  });

  it('leaves double brackets in prose what they are: text', () => {
    const shown = page('see [[g7-evian]]');
    expect(shown.querySelector('a')).toBeNull();
    expect(shown.textContent).toBe('see [[g7-evian]]');
  });

  it('draws lists, code, emphasis and tables', () => {
    const shown = page('1. one\n2. two\n\n*a* **b** `c`\n\n```\n<d>\n```\n\n|x|y|\n|-|-|\n|1|2|');
    for (const tag of ['ol li', 'em', 'strong', 'p code', 'pre code', 'table td']) {
      expect(shown.querySelector(tag), tag).not.toBeNull();
    }
    expect(shown.querySelector('pre')?.textContent).toBe('<d>\n');
  });
});

describe('blocks', () => {
  const piece = fc.constantFrom(
    'a\n',
    '\n',
    '- x\n',
    '  y\n',
    '```\n',
    '> q\n',
    'long '.repeat(90),
  );
  it('joined are the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(splitBlocks(text).join('')).toBe(text);
      }),
    );
  });

  it('are drawn as the whole is', () => {
    const text = Array.from(
      { length: 60 },
      (_, at) => `Paragraph ${at} *of* rather many words.`,
    ).join('\n\n');
    const whole = page(text).innerHTML;
    const pieces = splitBlocks(text).map((block) => page(block).innerHTML);
    expect(splitBlocks(text).length).toBe(60);
    expect(pieces.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
  });
});
