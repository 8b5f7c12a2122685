import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  { tag: tags.heading, class: 'ed-md-heading' },
  { tag: tags.strong, class: 'ed-md-strong' },
  { tag: tags.emphasis, class: 'ed-md-emphasis' },
  { tag: tags.monospace, class: 'ed-md-code' },
  { tag: tags.link, class: 'ed-md-link' },
  { tag: tags.url, class: 'ed-md-target' },
  { tag: tags.quote, class: 'ed-md-quote' },
  { tag: tags.processingInstruction, class: 'ed-md-sign' },
]);

/** Markdown as it is coloured in the fields and in the source. */
export const markdownLanguage = [
  markdown({ addKeymap: false, completeHTMLTags: false }),
  syntaxHighlighting(style),
];
