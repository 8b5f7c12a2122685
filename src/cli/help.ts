import type { Command, Option } from './command';
import type { Io } from './io';

const GLOBAL: readonly Option[] = [{ name: 'help', about: 'Show this help' }];

/** What the program is and does, and its commands. */
export function overview(commands: readonly Command[], io: Pick<Io, 'style'>): string {
  const rows = commands.map(({ name, about }) => [name, about] as const);
  return [
    'Checks, changes and exports news briefs.',
    '',
    `${io.style('bold', 'Usage')}: briefwright COMMAND …`,
    '',
    columns(rows, io),
    '',
    '“briefwright COMMAND --help” tells more. Exit codes: 0 without errors, 1 with, 2 when it could not run.',
    'What changes briefs needs a workspace that is not open in the app.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function helpOf(command: Command, io: Pick<Io, 'style'>): string {
  const head = (text: string) => io.style('bold', text);
  return [
    `${command.about}.`,
    '',
    `${head('Usage')}: briefwright ${command.name} ${command.usage}`.trimEnd(),
    ...command.details.flatMap((detail) => ['', wrapped(detail)]),
    '',
    head('Options'),
    columns([...command.options, ...GLOBAL].map(optionRow), io),
    '',
    head('Examples'),
    ...command.examples.flatMap(({ line, about }) => [
      `  ${io.style('dim', `# ${about}`)}`,
      `  briefwright ${line}`,
    ]),
    '',
  ].join('\n');
}

const optionRow = ({ name, value, about }: Option) =>
  [value === undefined ? `--${name}` : `--${name} ${value}`, about] as const;

function columns(rows: readonly (readonly [string, string])[], io: Pick<Io, 'style'>): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows
    .map(([left, right]) => `  ${io.style('cyan', left.padEnd(width))}  ${right}`)
    .join('\n');
}

function wrapped(text: string, width = 78): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join('\n');
}

/** docs/cli.md: the same text as a page. */
export function cliPage(commands: readonly Command[]): string {
  return [
    '# The command line',
    '',
    'The checks of the app without a window, for a terminal or a publishing repository’s CI. It needs',
    'Node 20.19 or later and no Electron. This page is made of the program’s own help.',
    '',
    '```',
    'npx briefwright COMMAND …',
    '```',
    '',
    'In a checkout of Briefwright that works as it stands. For another repository, `npm pack` makes the',
    'package, and `npm install --save-dev` with the path or address of that file puts it there.',
    '',
    'Exit codes: `0` without errors, `1` with, `2` when it could not run (the reason is on the standard',
    'error). Colours and progress appear on a terminal only. [ci-workflow.yml](ci-workflow.yml) shows it',
    'in a repository’s CI.',
    '',
    'What changes briefs (`check --fix`, `set --write`, `new`, `rename --write`) waits for other commands',
    'and stops with `2` where the workspace is open in the app: close it there first. What only reads',
    'does not mind.',
    '',
    '| command | |',
    '| --- | --- |',
    ...commands.map(({ name, about }) => `| [\`${name}\`](#${name}) | ${about} |`),
    ...commands.flatMap(commandSection),
    '',
  ].join('\n');
}

function commandSection(command: Command): string[] {
  return [
    '',
    `## ${command.name}`,
    '',
    `${command.about}.`,
    '',
    '```',
    `briefwright ${command.name} ${command.usage}`.trimEnd(),
    '```',
    ...command.details.flatMap((detail) => ['', detail]),
    ...(command.options.length > 0
      ? [
          '',
          '| option | |',
          '| --- | --- |',
          ...command.options.map((option) => {
            const [left, right] = optionRow(option);
            return `| \`${left}\` | ${right.replaceAll('|', '\\|')} |`;
          }),
        ]
      : []),
    '',
    '```sh',
    ...command.examples.flatMap(({ line, about }) => [`# ${about}`, `npx briefwright ${line}`]),
    '```',
  ];
}

/** The manual page, in roff. */
export function manPage(commands: readonly Command[], version: string): string {
  return [
    `.TH BRIEFWRIGHT 1 "" "Briefwright ${version}" "User commands"`,
    '.SH NAME',
    'briefwright \\- check, change and export news briefs',
    '.SH SYNOPSIS',
    '.B briefwright',
    '.I command',
    '\\&...',
    '.SH COMMANDS',
    ...commands.flatMap(manCommand),
    '.SH EXIT STATUS',
    '0 without errors, 1 with, 2 when it could not run.',
    '',
  ].join('\n');
}

function manCommand(command: Command): string[] {
  return [
    `.SS "${roff(command.name)} ${roff(command.usage)}"`,
    `${roff(command.about)}.`,
    ...command.details.flatMap((detail) => ['.PP', roff(detail)]),
    ...command.options.flatMap((option) => {
      const [left, right] = optionRow(option);
      return ['.TP', `.B ${roff(left)}`, roff(right)];
    }),
    ...command.examples.flatMap(({ line, about }) => [
      '.PP',
      `${roff(about)}:`,
      '.RS',
      `.B briefwright ${roff(line)}`,
      '.RE',
    ]),
  ];
}

/** A hyphen of an option must stay one; a line must not start with a request's mark. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}
