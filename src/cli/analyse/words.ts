import { bounding, frontiers, type Method, type Provenance } from '../../analysis/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import type { Io } from '../io.ts';
import { columns, indented, titled } from '../lines.ts';
import { methodLines } from '../method-lines.ts';
import { noteLines } from '../notes.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';
import type { Analysis, SolutionFound } from './analysis.ts';
import { packageInWords } from './answers.ts';
import { barsOf } from './bars.ts';
import { markedPoints, markOf } from './marks.ts';
import { brief, plotOf } from './plot.ts';

/** An analysis for people to read: parties, frontier, solutions, zone of agreement, notes; each method explained if that is asked for. */
export function analysisInWords(
  analysis: Analysis,
  read: ReadScenario,
  io: Io,
  isExplained: boolean,
): readonly string[] {
  const explained = (method: Method): readonly string[] =>
    isExplained ? methodLines(method, columns - 3).map((line) => `   ${line}`) : [];
  const { parties, issues, outcomes, frontier, solutions, zone } = analysis;
  return [
    strong(plain(read.name), io),
    ...wrapped(
      `${parties.length} parties, ${issues} ${issues === 1 ? 'issue' : 'issues'}, ${outcomes.toLocaleString('en')} possible packages. ${gridInWords(analysis)}`,
      columns,
    ),
    '',
    ...table(
      ['Party', 'Whose points', 'Without an agreement', 'Worst', 'Best'],
      parties.map(({ name, provenance, reservation, least, most }) => [
        name,
        provenanceInWords(provenance),
        reservation === null ? 'not known' : brief(reservation),
        brief(least),
        brief(most),
      ]),
      io,
      columns,
    ),
    '',
    strong('Frontier', io),
    ...wrapped(frontier.sentence, columns),
    ...explained(frontiers.frontierMethod),
    ...drawn(analysis, io),
    '',
    strong('Solutions', io),
    ...solutions.flatMap((solution, s) => [
      '',
      ...solutionLines(solution, s, solutions, io),
      ...explained(solution.method),
    ]),
    '',
    strong('Zone of agreement', io),
    ...zone.sentences.flatMap((sentence) => wrapped(sentence, columns)),
    ...explained(bounding.agreementZoneMethod),
    ...(zone.leastSacrifice === null ? [] : indented(`That package: ${packageInWords(zone.leastSacrifice.package)}`)),
    ...noteLines(read, analysis.notes, io),
  ];
}

/** Who says that a party values things so. */
export function provenanceInWords(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'own':
      return 'its own';
    case 'analyst':
      return `assumed by ${provenance.name}`;
    case 'learnt':
      return `learnt from ${provenance.from}`;
    case 'experiment':
      return `experiment: ${provenance.name}`;
    case 'fictional':
      return 'fiction';
  }
}

/** How exactly the points are held. */
const gridInWords = ({ grid: { step, error } }: Analysis): string =>
  error === 0
    ? `All points are held exactly, in steps of ${brief(step)}.`
    : `Points are rounded to steps of ${brief(step)}; a total may be off by up to ${brief(error)}.`;

function drawn(analysis: Analysis, io: Io): readonly string[] {
  const plot = plotOf(analysis).map(plain);
  if (plot.length > 0) return ['', ...plot, '', ...marksIn(analysis, io)];
  const { head, rows } = barsOf(analysis);
  return rows.length === 0 ? [] : ['', ...table(head, rows, io, Math.max(columns, 30 + analysis.parties.length * 22))];
}

/** What each letter of the plot stands at. */
function marksIn(analysis: Analysis, io: Io): readonly string[] {
  const { parties, frontier } = analysis;
  const marked = markedPoints(analysis);
  return table(
    [`Marked (of ${frontier.points.length.toLocaleString('en')})`, ...parties.map(({ name }) => name)],
    marked.map(({ marks, utilities }) => [marks.join(' '), ...utilities.map(brief)]),
    io,
    columns,
  );
}

/** How many packages are listed of those that tie. */
const listed = 3;

function solutionLines(solution: SolutionFound, at: number, all: readonly SolutionFound[], io: Io): readonly string[] {
  const { method, sentence, chosen } = solution;
  const same = all.slice(0, at).findIndex((before) => isSame(before, solution));
  const packages =
    same >= 0 && chosen.length > 0
      ? indented(`The package is that of the ${all[same]?.method.name ?? ''}.`)
      : chosen.slice(0, listed).flatMap((choice) => indented(`Package: ${packageInWords(choice.package)}`));
  return [strong(plain(`${markOf(at)}  ${titled(method.name)}`), io), ...indented(sentence), ...packages];
}

const isSame = (a: SolutionFound, b: SolutionFound): boolean =>
  JSON.stringify(a.chosen.map(({ package: pack }) => pack)) ===
  JSON.stringify(b.chosen.map(({ package: pack }) => pack));
