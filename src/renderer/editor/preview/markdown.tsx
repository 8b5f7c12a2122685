import MarkdownIt from 'markdown-it';
import { createElement, Fragment, type ReactNode } from 'react';
import { PreviewLink } from './PreviewLink';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

// Raw HTML stays text; nothing is fetched, so an image is a word about it.
const markdown = new MarkdownIt({ html: false, linkify: false });

const TAGS = new Set(
  'p em strong s ul ol li blockquote h1 h2 h3 h4 h5 h6 table thead tbody tr th td'.split(' '),
);

/** Markdown as React elements: no HTML is ever made of it. */
export function renderMarkdown(text: string): ReactNode {
  return nest(markdown.parse(text, {}));
}

/** Markdown within a line: no paragraphs, no lists. */
export function renderInline(text: string): ReactNode {
  return nest(markdown.parseInline(text, {}));
}

/** Markdown as its runs of words, and `shape`: all else of it that is drawn. */
export interface Runs {
  readonly shape: string;
  readonly texts: readonly string[];
}

/** @param isLine true for what `renderInline` draws */
export function runsOf(text: string, isLine: boolean): Runs {
  const texts: string[] = [];
  const visit = ({ type, tag, nesting, hidden, attrs, content, children }: Token): unknown => {
    if (type === 'inline') return children?.map(visit);
    if (type === 'text') return texts.push(content);
    return [type, tag, nesting, hidden, attrs, content];
  };
  const tokens = isLine ? markdown.parseInline(text, {}) : markdown.parse(text, {});
  return { shape: JSON.stringify(tokens.map(visit)), texts };
}

/** Turns the flat list of opening and closing tokens into nested elements. */
function nest(tokens: readonly Token[]): ReactNode {
  const root: Frame = { open: null, children: [] };
  const stack = [root];
  tokens.forEach((token, index) => {
    const top = stack.at(-1) ?? root;
    if (token.nesting === 1) {
      stack.push({ open: token, children: [] });
    } else if (token.nesting === -1 && stack.length > 1) {
      stack.pop();
      (stack.at(-1) ?? root).children.push(close(top, index));
    } else {
      top.children.push(leaf(token, index));
    }
  });
  return createElement(Fragment, null, ...root.children);
}

interface Frame {
  readonly open: Token | null;
  readonly children: ReactNode[];
}

function close({ open, children }: Frame, key: number): ReactNode {
  if (!open || open.hidden) return createElement(Fragment, { key }, ...children);
  if (open.type === 'link_open') {
    return (
      <PreviewLink key={key} target={String(open.attrGet('href') ?? '')}>
        {children}
      </PreviewLink>
    );
  }
  const tag = TAGS.has(open.tag) ? open.tag : 'span';
  if (tag === 'ol') {
    return (
      <ol key={key} start={Number(open.attrGet('start') ?? 1)}>
        {children}
      </ol>
    );
  }
  return createElement(tag, { key }, ...children);
}

function leaf(token: Token, key: number): ReactNode {
  switch (token.type) {
    case 'inline':
      return <Fragment key={key}>{nest(token.children ?? [])}</Fragment>;
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return <br key={key} />;
    case 'hr':
      return <hr key={key} />;
    case 'code_inline':
      return <code key={key}>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return (
        <pre key={key}>
          <code>{token.content}</code>
        </pre>
      );
    case 'image':
      return (
        <span key={key} className="pv-image">
          Image: {token.content || token.attrGet('src')}
        </span>
      );
    default:
      return token.content;
  }
}
