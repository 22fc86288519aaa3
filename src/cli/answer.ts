import { exit, type Exit } from './command.ts';
import type { Io } from './io.ts';

/** Answers with one JSON document where that was asked for, else with lines; the command is done. */
export function answered(io: Io, json: boolean, document: object, lines: readonly string[]): Exit {
  io.out(json ? JSON.stringify(document, null, 2) : lines.join('\n'));
  return exit.done;
}

/** Refuses with a sentence that says what to do, and with more lines if there are; as JSON too where that was asked for. */
export function refused(
  io: Io,
  json: boolean,
  sentence: string,
  more: { readonly lines?: readonly string[]; readonly document?: object } = {},
): Exit {
  if (json) io.out(JSON.stringify({ refused: sentence, ...more.document }, null, 2));
  for (const line of more.lines ?? []) io.err(line);
  io.err(`parley: ${sentence}`);
  return exit.refused;
}

/** Says that the command was called in a way that it does not understand. */
export function misused(io: Io, name: string, sentence: string): Exit {
  io.err(`parley: ${sentence} See parley ${name} --help.`);
  return exit.usage;
}
