import type { ArgsDef } from 'citty';
import type { Command } from './command.ts';
import type { Io } from './io.ts';
import { strong } from './table.ts';
import { wrapped } from './wrapped.ts';

const width = 80;

/** The help of the whole program: its commands, one line each. */
export function helpOfAll(commands: readonly Command[], io: Io): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Parley: the mediators’ working file for talks between sides that do not meet.',
    '',
    strong('Usage', io),
    '  parley COMMAND [OPTIONS]',
    '',
    strong('Commands', io),
    ...commands.flatMap(({ name, does }) => row(name, widest, does)),
    '',
    'parley COMMAND --help says more about one, with examples.',
  ].join('\n');
}

/** The help of one command: how it is called, what it takes, examples. */
export function helpOf(command: Command, io: Io): string {
  const all = Object.entries(command.args);
  const positionals = all.filter(([, { type }]) => type === 'positional');
  const flags = all
    .filter(([, { type }]) => type !== 'positional')
    .map(([name, def]) => [flagged(name, def), def] as const);
  const called = positionals.map(([name, { required }]) =>
    required === true ? name.toUpperCase() : `[${name.toUpperCase()}]`,
  );
  const widest = Math.max(...positionals.map(([name]) => name.length), ...flags.map(([name]) => name.length));
  return [
    ...wrapped(command.does, width),
    ...(command.more === undefined ? [] : ['', ...wrapped(command.more, width)]),
    '',
    strong('Usage', io),
    `  ${['parley', command.name, ...called, ...(flags.length > 0 ? ['[OPTIONS]'] : [])].join(' ')}`,
    '',
    ...(positionals.length === 0
      ? []
      : positionals.flatMap(([name, def]) => row(name.toUpperCase(), widest, described(def))).concat('')),
    strong('Options', io),
    ...flags.flatMap(([name, def]) => row(name, widest, described(def))),
    ...row('--help', widest, 'Show this help.'),
    '',
    strong('Examples', io),
    ...command.examples.flatMap(([line, does]) => [
      `  ${line}`,
      ...wrapped(does, width - 6).map((text) => `      ${text}`),
    ]),
  ].join('\n');
}

type Def = ArgsDef[string];

function flagged(name: string, def: Def): string {
  const value =
    def.type === 'enum' ? def.options?.join('|') : def.type === 'string' ? (def.valueHint ?? 'VALUE') : undefined;
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

const described = (def: Def): string =>
  [
    def.description ?? '',
    def.type !== 'positional' && def.required === true ? 'Required.' : '',
    def.default === undefined ? '' : `Default: ${String(def.default)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');

function row(name: string, widest: number, text: string): readonly string[] {
  const column = Math.min(widest, 26);
  const lines = wrapped(text, width - column - 4);
  const [first = '', ...rest] = lines;
  const indent = ' '.repeat(column + 4);
  const head = name.length > column ? [`  ${name}`, `${indent}${first}`] : [`  ${name.padEnd(column)}  ${first}`];
  return [...head, ...rest.map((line) => `${indent}${line}`)];
}
