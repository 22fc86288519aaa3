import type { ReadScenario } from '../../formats/index.ts';
import { packageInWords } from '../analyse/answers.ts';
import type { Io } from '../io.ts';
import { indented, listed } from '../lines.ts';
import { noteLines } from '../notes.ts';
import { strong } from '../table.ts';
import type { Examined } from './examined.ts';
import type { Robustly } from './found.ts';
import { explained, headLines } from './head-lines.ts';
import { robustlyMethods } from './robustly.ts';

/** One package for people to read. */
export function examinedInWords(
  found: Examined & { readonly why: readonly string[] },
  robustly: Robustly,
  read: ReadScenario,
  io: Io,
  isExplained: boolean,
): readonly string[] {
  const { efficient, sections, why, package: pack } = found;
  const verdict =
    efficient === null
      ? 'That it is efficient is not proved, nor that it is not.'
      : efficient
        ? 'It is efficient: nobody can have more without another having less.'
        : 'It is not efficient: somebody can have more without anybody having less.';
  const over = robustly === null ? [] : [{ heading: 'If several weights are wrong', sentences: [robustly.sentence] }];
  return [
    ...headLines(found.parties, read.name, io),
    '',
    strong('The package', io),
    ...indented(packageInWords(pack)),
    ...why.flatMap(indented),
    ...indented(verdict),
    ...[...sections, ...over].flatMap(({ heading, sentences }) => ['', strong(heading, io), ...listed(sentences)]),
    ...explained([...sections.flatMap(({ methods }) => methods), ...robustlyMethods], isExplained, io),
    ...noteLines(
      read,
      found.notes.filter((note) => !why.includes(note)),
      io,
    ),
  ];
}
