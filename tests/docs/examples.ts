import { unescapeMarks } from '../support/notation';

/** A fenced block of a document. */
export interface Block {
  readonly kind: string;
  /** What stands behind the kind on the fence's line. */
  readonly info: string;
  readonly text: string;
}

/** A numbered text with the blocks that claim something of it. */
export interface Example {
  readonly number: number;
  readonly kind: string;
  /** The heading under which it stands. */
  readonly heading: string;
  readonly text: string;
  readonly claims: readonly Block[];
}

const HEADING_OR_FENCE =
  /^#{2,} (?<heading>.+)$|^(`{3,})(?<kind>[a-z]*)(?<info>.*)\n(?<body>[\s\S]*?)^\2$/gm;

/** The kinds of blocks that are examples, and of those under them that say what is made of one. */
export interface Kinds {
  readonly examples: readonly string[];
  readonly claims: readonly string[];
}

/** The examples of a document and its other fenced blocks. */
export function readExamples(
  document: string,
  kinds: Kinds,
): { examples: Example[]; others: Block[] } {
  const examples: (Example & { claims: Block[] })[] = [];
  const others: Block[] = [];
  let heading = '';
  for (const { groups = {} } of document.matchAll(HEADING_OR_FENCE)) {
    if (groups['heading']) {
      heading = groups['heading'];
      continue;
    }
    const { kind = '', info = '', body = '' } = groups;
    const block = { kind, info: info.trim(), text: textOf(body) };
    if (kinds.examples.includes(kind)) {
      const number = Number(/^#(\d+)$/.exec(block.info)?.[1]);
      examples.push({ number, kind, heading, text: block.text, claims: [] });
    } else if (kinds.claims.includes(kind)) examples.at(-1)?.claims.push(block);
    else others.push(block);
  }
  return { examples, others };
}

/** `⏎` at the end is a line break at the end of the text; other marks as in `unescapeMarks`. */
function textOf(body: string): string {
  return unescapeMarks(body.replace(/\n$/, '').replace(/⏎$/, '\n'));
}

/** The first cells of the rows of the table under a heading, without their back ticks. */
export function tableUnder(document: string, heading: string): string[][] {
  const section = document.split(/^#{2,} /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line.split(' | ').map((cell) =>
        cell
          .replace(/^\| | \|$/g, '')
          .replaceAll('`', '')
          .trim(),
      ),
    );
}
