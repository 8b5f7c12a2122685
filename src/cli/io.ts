import { once } from 'node:events';
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** Where a command reads and writes. */
export interface Io {
  readonly cwd: string;
  out(text: string): void;
  /** Settles when a reader has taken what was put out, so that little waits in memory. */
  taken(): Promise<void>;
  /** Bytes as they are, for texts that must not change on their way. */
  bytes(bytes: Uint8Array): void;
  error(text: string): void;
  /** Colours only where somebody looks. */
  style(style: Style, text: string): string;
  /** A line that the next one replaces; nothing where nobody looks. */
  progress(text: string): void;
  /** All of the standard input. */
  input(): Promise<string>;
}

/** The terminal, or what stands in for it. */
export function processIo(): Io {
  const isColoured = isTerminal(process.stdout) && !process.env['NO_COLOR'];
  const isWatched = isTerminal(process.stderr);
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001B[K');
    shown = false;
  };
  return {
    cwd: process.cwd(),
    out: (text) => {
      clear();
      process.stdout.write(text);
    },
    taken: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    bytes: (bytes) => void process.stdout.write(bytes),
    error: (text) => {
      clear();
      process.stderr.write(text);
    },
    style: (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text),
    progress: (text) => {
      if (!isWatched) return;
      process.stderr.write(`\r\u001B[K${text}`);
      shown = true;
    },
    input: readInput,
  };
}

function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && process.env['TERM'] !== 'dumb';
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
