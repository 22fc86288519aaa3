import { readArguments } from './arguments.ts';
import { exit, type Exit } from './command.ts';
import { commands, type Listed } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';
import type { Io } from './io.ts';
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
  const { rest } = found;
  const command = await found.listed.load();
  if (asksForHelp) return said(helpOf(command, io), io);
  const args = readArguments(command, rest);
  if ('misuse' in args) return misused(String(args.misuse), `parley ${command.name} --help`, io);
  try {
    return await command.run(args, io);
  } catch (error) {
    return await failed(error, rest.includes('--json'), io);
  }
}

/** The command that the words begin with, and what follows: `case new` is two words. */
function commandIn(argv: readonly string[]): { readonly listed: Listed; readonly rest: readonly string[] } | null {
  for (const listed of commands) {
    const words = listed.name.split(' ');
    if (words.every((word, index) => argv[index] === word)) return { listed, rest: argv.slice(words.length) };
  }
  return null;
}

async function helped(argv: readonly string[], io: Io): Promise<Exit> {
  const about = argv.filter((word) => word !== 'help' && !word.startsWith('-'));
  const exact = commandIn(about);
  if (exact !== null) return said(helpOf(await exact.listed.load(), io), io);
  const group = commands.filter(({ name }) => about.length === 0 || name.split(' ')[0] === about[0]);
  if (group.length === 0) return misused(unknown(about), 'parley --help', io);
  return said(helpOfAll(await Promise.all(group.map(({ load }) => load())), io), io);
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

async function failed(error: unknown, json: boolean, io: Io): Promise<Exit> {
  // The troubles of a store come with the store, which no command about a file alone should have to load.
  const { inASentence } = await import('./trouble.ts');
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
