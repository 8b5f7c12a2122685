import { createTwoFilesPatch } from 'diff';
import type { Io } from './io';

/** The difference of two texts as a unified diff; empty where there is none. */
export function diffOf(io: Io, file: string, before: string, after: string, to = file): string {
  if (before === after && file === to) return '';
  const patch = createTwoFilesPatch(`a/${file}`, `b/${to}`, before, after, undefined, undefined, {
    context: 1,
  });
  const lines = patch.split('\n').filter((line) => !/^={3,}/.test(line));
  return lines.map((line) => coloured(io, line)).join('\n');
}

function coloured(io: Io, line: string): string {
  if (/^(---|\+\+\+) /.test(line)) return io.style('bold', line);
  if (line.startsWith('@@')) return io.style('cyan', line);
  if (line.startsWith('+')) return io.style('green', line);
  return line.startsWith('-') ? io.style('red', line) : line;
}
