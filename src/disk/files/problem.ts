import type { Failed, Problem, ProblemCode } from '../../bridge/types';
import { errorCode } from './disk';

/** Carries a problem out of nested file work; `attempt` turns it into an answer. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export function problem(code: ProblemCode, message: string): Problem {
  return { code, message };
}

export function failed(code: ProblemCode, message: string): Failed {
  return { kind: 'problem', problem: { code, message } };
}

/** Throws a problem. */
export function refuse(code: ProblemCode, message: string): never {
  throw new ProblemError({ code, message });
}

export type Deed = 'read' | 'written';

/**
 * What a failed file operation means to a person; null for an error that is no file error.
 * @param what the file as shown to the user
 */
export function problemOf(error: unknown, what: string, deed: Deed): Problem | null {
  if (error instanceof ProblemError) return error.problem;
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return null;
  const not = `${what} can’t be ${deed}`;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('not-found', `${not}: it is not there. Check the folder, or save it again.`);
    case 'EACCES':
    case 'EPERM':
      return problem('no-permission', `${not}: permission was refused. Check who may use it.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('disk-full', `${not}: the disk is full. Free some space and try again.`);
    case 'EROFS':
      return problem('read-only', `${not}: the disk is read-only. Save a copy elsewhere.`);
    case 'EEXIST':
      return problem('exists', `${not}: there is a file of that name. Choose another name.`);
    default:
      return problem('io', `${not} (${code}). Check the drive and try again.`);
  }
}

/** Does file work; a file error becomes a problem of the answer, any other error is a bug and goes on. */
export async function attempt<T>(
  what: string,
  deed: Deed,
  work: () => Promise<T>,
): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    const met = problemOf(error, what, deed);
    if (!met) throw error;
    return { kind: 'problem', problem: met };
  }
}
