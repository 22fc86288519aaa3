import { readArguments } from './arguments.ts';
import { exit, type Command, type Exit } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';
import type { Io } from './io.ts';
import { inASentence } from './trouble.ts';
import { version } from './version.ts';

/** Runs one command line, without the program's own name, and gives its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  const found = commandIn(argv);
  const asksForHelp = argv.slice(0, ends(argv)).some((word) => word === '--help' || word === '-h');
  if (found === null) {
    if (asksForHelp || argv.length === 0 || argv[0] === 'help') return helped(argv, io);
    if (argv[0] === '--version') return said(version(), io);
    return misused(unknown(argv), 'parley --help', io);
  }
  const { command, rest } = found;
  if (asksForHelp) return said(helpOf(command, io), io);
  const args = readArguments(command, rest);
  if ('misuse' in args) return misused(String(args.misuse), `parley ${command.name} --help`, io);
  try {
    return await command.run(args, io);
  } catch (error) {
    return failed(error, rest.includes('--json'), io);
  }
}

/** The command that the words begin with, and what follows: `case new` is two words. */
function commandIn(argv: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => argv[index] === word)) return { command, rest: argv.slice(words.length) };
  }
  return null;
}

function helped(argv: readonly string[], io: Io): Exit {
  const about = argv.filter((word) => word !== 'help' && !word.startsWith('-'));
  const exact = commandIn(about);
  if (exact !== null) return said(helpOf(exact.command, io), io);
  const group = commands.filter(({ name }) => about.length === 0 || name.split(' ')[0] === about[0]);
  return group.length === 0 ? misused(unknown(about), 'parley --help', io) : said(helpOfAll(group, io), io);
}

function unknown([first = '', second]: readonly string[]): string {
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (group.length === 0) return `There is no command “${first}”.`;
  return second === undefined
    ? `Say which: ${group.join(', ')}.`
    : `There is no command “${first} ${second}”; there is ${group.join(', ')}.`;
}

function said(text: string, io: Io): Exit {
  io.out(text);
  return exit.done;
}

function misused(sentence: string, more: string, io: Io): Exit {
  io.err(`parley: ${sentence} See ${more}.`);
  return exit.usage;
}

function failed(error: unknown, json: boolean, io: Io): Exit {
  const sentence =
    inASentence(error) ?? `This is a fault of the program: ${error instanceof Error ? error.message : String(error)}`;
  if (json) io.out(JSON.stringify({ failed: sentence }, null, 2));
  io.err(`parley: ${sentence}`);
  if (inASentence(error) === null && io.env['PARLEY_LOG'] === 'debug' && error instanceof Error)
    io.err(error.stack ?? '');
  return exit.refused;
}

/** Where the options end: at a `--`. */
function ends(argv: readonly string[]): number {
  const at = argv.indexOf('--');
  return at === -1 ? argv.length : at;
}
