import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core/format/parse';

const linksIn = (text: string) => {
  const brief = parse(text);
  return brief.links.map((link) => brief.source.slice(link.from, link.to));
};

describe('a link', () => {
  it.each([
    ['stands in prose', 'By [Putin](/ko/entity/putin) now', ['[Putin](/ko/entity/putin)']],
    ['runs over a line break', '[St\nPetersburg](/ko/n/spief)', ['[St\nPetersburg](/ko/n/spief)']],
    ['ends with its paragraph', '[St\n\nPetersburg](/ko/n/spief)', []],
    ['is none in a code span', 'so `[x](/ko/n/y)` it is', []],
    ['is none in an HTML comment', 'so <!-- [x](/ko/n/y) --> it is', []],
    ['is none in a comment of several lines', '<!--\n[x](/ko/n/y)\n-->', []],
    ['is none in brackets of a quotation', 'he “[said] (so)” and [sic]', []],
    ['may hold brackets', '[a [b] c](/ko/n/y)', ['[a [b] c](/ko/n/y)']],
    ['holds no link', '[a [b](/ko/n/x) c](/ko/n/y)', ['[b](/ko/n/x)']],
    ['may have brackets in its target', '[w](https://e.org/a_(b)c)', ['[w](https://e.org/a_(b)c)']],
    ['may have a title', '[w](/ko/n/y "so")', ['[w](/ko/n/y "so")']],
    ['is none when escaped', '\\[w](/ko/n/y)', []],
    ['is none as an image', '![w](/ko/n/y)', []],
    ['is reported with a space in its target', '[w](/ko/n/a b)', ['[w](/ko/n/a b)']],
    ['is found in a bullet and its next line', '- one [a\n  b](/ko/n/y)', ['[a\n  b](/ko/n/y)']],
    ['is none in a source', '  Source: https://e.org/[a](/ko/n/y)', []],
  ])('%s', (_, text, expected) => {
    expect(linksIn(text)).toEqual(expected);
  });

  it('in Related is a wiki link, closed or not', () => {
    const brief = parse('## Across the graph\n- Related: [[a-b]], [[c');
    expect(brief.links.map((link) => [link.target.text, link.closed])).toEqual([
      ['a-b', true],
      ['c', false],
    ]);
  });

  it('is found where CommonMark finds it, in paragraphs of random marks', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '[',
      ']',
      '(',
      ')',
      '](',
      '](/ko/n/y)',
      '[x](/ko/entity/z)',
      '`',
      '``',
      '\\',
      '!',
      '*',
      '"',
      '<!-- ',
      ' -->',
      '한',
      '<https://e.org>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `w${pieces.join('')}`.replace(/\n\s*/g, '\nw').replace(/\s\(/g, '(');
        const oracle = commonMarkLinks(text);
        const own = parse(text)
          .links.filter(
            (link) => !/\s/.test(link.target.text) || text[link.target.from - 1] === '<',
          )
          .map((link) => text.slice(link.from, link.to));
        expect(own).toEqual(oracle);
      }),
      { numRuns: 3000 },
    );
  });
});

/** The texts of inline links: reference links and addresses in angle brackets are not of the format. */
function commonMarkLinks(text: string): string[] {
  const found: string[] = [];
  const visit = (
    node: ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number],
  ) => {
    if (node.type === 'link') {
      const from = node.position?.start.offset ?? 0;
      if (text[from] === '[') found.push(text.slice(from, node.position?.end.offset));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text));
  return found;
}
