import type { Problem } from '../../bridge/types';
import { problem } from '../files/problem';

export function badName(file: string): Problem {
  return problem(
    'bad-slug',
    `“${file}” is no name for a brief: rename the file to small letters, digits and hyphens.`,
  );
}
