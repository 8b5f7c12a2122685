import type { Io } from './io';

export interface Option {
  readonly name: string;
  /** What stands for its value; without it the option is a switch. */
  readonly value?: string;
  readonly about: string;
}

export interface Example {
  readonly line: string;
  readonly about: string;
}

/** What a command was called with; its options have been read by its own table. */
export interface Call {
  readonly io: Io;
  readonly args: readonly string[];
  /** The value of an option; undefined where it was not given. */
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** One command: help, the man page and docs/cli.md are made of it. */
export interface Command {
  readonly name: string;
  readonly about: string;
  /** What follows the name, as in `FILE FIELD`. */
  readonly usage: string;
  /** How many arguments it takes. */
  readonly takes: readonly [number, number];
  readonly details: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** @returns the exit code. @throws CannotRun */
  run(call: Call): Promise<number>;
}

/** Exit codes: without errors, with errors, could not run. */
export const FINE = 0;
export const ERRORS = 1;
export const FAILED = 2;

/** Why a command could not run, as a sentence that says what to do. */
export class CannotRun extends Error {}

export function cannot(message: string): never {
  throw new CannotRun(message);
}
