import { packages } from '../../analysis/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import { packageInWords } from '../analyse/answers.ts';
import type { Io } from '../io.ts';
import { columns, indented, listed, titled } from '../lines.ts';
import { methodLines } from '../method-lines.ts';
import { noteLines } from '../notes.ts';
import { headLines } from '../packages/head-lines.ts';
import { strong } from '../table.ts';
import { plain } from '../wrapped.ts';
import type { Bargained, Way } from './bargained.ts';

/** Where bargaining leads, for people to read. */
export const bargainedInWords = (
  { parties, ways, notes }: Bargained,
  read: ReadScenario,
  io: Io,
  isExplained: boolean,
): readonly string[] => [
  ...headLines(parties, read.name, io),
  ...ways.flatMap((way) => [
    '',
    strong(plain(titled(way.method.name)), io),
    ...listed(shortened(way.sentences)),
    ...packageLines(way),
    ...(isExplained ? methodLines(way.method, columns - 3).map((line) => `   ${line}`) : []),
  ]),
  '',
  ...indented('None of these foretells what the parties will do: each shows where a stated rule would lead.'),
  ...noteLines(read, notes, io),
];

/** A long way is told by its beginning and its end. */
const shortened = (sentences: readonly string[]): readonly string[] =>
  sentences.length <= 8
    ? sentences
    : [...sentences.slice(0, 4), `And so on, ${sentences.length - 6} times more.`, ...sentences.slice(-2)];

const packageLines = ({ ends }: Way): readonly string[] =>
  ends.flatMap(({ utilities, package: pack, share }) =>
    indented(
      `${share === null ? 'Package' : `${Math.round(share * 1000) / 10}%`} (${utilities.map(packages.pointsInWords).join(', ')}): ${packageInWords(pack)}`,
    ),
  );
