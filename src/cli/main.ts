import { parseArgs } from 'node:util';
import { ProblemError, problemOf } from '../disk/files/problem';
import { type Call, CannotRun, cannot, type Command, FAILED, FINE } from './command';
import { COMMANDS } from './commands';
import { helpOf, overview } from './help';
import type { Io } from './io';
import { VERSION } from './version';

/** Runs the command line. @returns the exit code */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const message = messageOf(error);
    if (message === null) throw error;
    io.error(`briefwright: ${message}\n`);
    return FAILED;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name = '--help', ...rest] = argv;
  if (name === '--version' || name === '-v') return say(io, `${VERSION}\n`);
  if (name === '--help' || name === '-h' || name === 'help') {
    const command = COMMANDS.find((one) => one.name === rest[0]);
    return say(io, command ? helpOf(command, io) : overview(COMMANDS, io));
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) cannot(`There is no command “${name}”. “briefwright --help” lists them.`);
  if (rest.includes('--help') || rest.includes('-h')) return say(io, helpOf(command, io));
  return command.run(read(command, rest, io));
}

function say(io: Io, text: string): number {
  io.out(text);
  return FINE;
}

function read(command: Command, argv: readonly string[], io: Io): Call {
  const options = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { values, positionals } = parsed(command, argv, options);
  const [least, most] = command.takes;
  if (positionals.length < least || positionals.length > most) {
    cannot(`Use it as: briefwright ${command.name} ${command.usage}`);
  }
  return {
    io,
    args: positionals,
    value: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    has: (name) => values[name] === true,
  };
}

function parsed(
  command: Command,
  args: readonly string[],
  options: Record<string, { type: 'boolean' | 'string' }>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : '';
    return cannot(`${reason}. “briefwright ${command.name} --help” lists the options.`);
  }
}

/** What a user can do something about; null for a bug. */
function messageOf(error: unknown): string | null {
  if (error instanceof CannotRun || error instanceof ProblemError) return error.message;
  return problemOf(error, 'The workspace', 'read')?.message ?? null;
}
