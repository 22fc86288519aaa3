import { headway, type Method } from '../../analysis/index.ts';
import { statusInWords } from '../../domain/index.ts';
import { writtenIn, type ReadScenario } from '../../formats/index.ts';
import { provenanceInWords } from '../analyse/words.ts';
import type { Io } from '../io.ts';
import { columns, indented } from '../lines.ts';
import { methodLines } from '../method-lines.ts';
import { noteLines } from '../notes.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';
import { chancesToSay, clockInWords } from './clock.ts';
import type { HeadwayFound } from './headway.ts';
import { concessionLines } from './moves.ts';
import { roundLines } from './rounds.ts';

/** The headway of a case for people to read: where they stand, the clock, the rounds, who moved; each method explained if that is asked for. */
export function headwayInWords(
  found: HeadwayFound,
  read: ReadScenario,
  io: Io,
  isExplained: boolean,
): readonly string[] {
  const explained = (...methods: readonly Method[]): readonly string[] =>
    isExplained
      ? methods.flatMap((method) => [
          '',
          `   ${method.name}`,
          ...methodLines(method, columns - 3).map((line) => `   ${line}`),
        ])
      : [];
  const { profiles } = found;
  const byPoints = profiles.length === 0 ? [] : [headway.utilityGapMethod];
  return [
    strong(plain(found.name), io),
    ...wrapped(openingOf(found), columns),
    '',
    strong('Where they stand', io),
    ...standingLines(found, io),
    ...explained(headway.gapMethod, ...byPoints),
    '',
    strong('The clock', io),
    ...clockLines(found, isExplained),
    ...explained(headway.clockMethod, headway.forecastMethod),
    ...(isExplained
      ? ['', ...[headway.calibration, headway.publishedCalibration].flatMap(({ words }) => indented(words))]
      : []),
    '',
    strong('Round by round', io),
    ...roundLines(found, io),
    ...explained(headway.headwayMethod, headway.obstaclesMethod),
    '',
    strong('Who moved', io),
    ...concessionLines(found, io),
    ...explained(headway.concessionsMethod),
    ...noteLines(
      read,
      ['An entry is named by the label of its step, else by its time as the file has it.', ...found.notes],
      io,
    ),
  ];
}

/** Who talks, on how much, and how far they are. */
function openingOf({ talks, asOf, timeZone }: HeadwayFound): string {
  const { history, rounds } = talks;
  const counted = (count: number, of: string) => `${count} ${count === 1 ? of : `${of}s`}`;
  const last = rounds.at(-1);
  const open = last?.to === null ? ` ${last.name} is open.` : '';
  return `${history.parties.join(', ')}: ${counted(history.issues.length, 'issue')}, ${counted(rounds.length, 'round')}.${open} As of ${writtenIn(asOf, timeZone)}, from all that the file holds, also what was said in confidence.`;
}

/** Each issue with the latest answers and the gap: those that are open first. */
function standingLines({ talks, standing, profiles }: HeadwayFound, io: Io): readonly string[] {
  const { history } = talks;
  const open = standing.issues.filter(({ status }) => status !== 'agreed');
  const agreed = standing.issues.filter(({ status }) => status === 'agreed');
  const withUtility = profiles.length > 0;
  return [
    ...wrapped(headway.overallInWords(standing.overall), columns),
    ...(withUtility
      ? wrapped(
          `Utility is by the points of ${profiles.map(({ party, provenance }) => `${party} (${provenanceInWords(provenance)})`).join(' and ')}.`,
          columns,
        )
      : []),
    '',
    ...table(
      ['Issue', ...history.parties, 'Gap', ...(withUtility ? ['Utility'] : []), 'Status', 'Since'],
      [...open, ...agreed].map(({ issue, stands, gap, utility, status, since, roundsUnchanged }) => {
        const scale = history.issues[issue];
        const answerOf = (party: string): string => {
          const stand = stands.find((one) => one.party === party);
          return stand === undefined || scale === undefined ? '—' : headway.answerInWords(scale, stand.answer);
        };
        return [
          scale?.name ?? '',
          ...history.parties.map(answerOf),
          share(gap),
          ...(withUtility ? [share(utility)] : []),
          statusInWords[status],
          since === null || (status === 'stuck' && roundsUnchanged === 0) ? '' : `round ${since.round}`,
        ];
      }),
      io,
      columns,
    ),
    ...pairLines(standing, io),
  ];
}

/** Where there are more than two sides: how far each two are apart. */
const pairLines = ({ pairs }: headway.Standing, io: Io): readonly string[] =>
  pairs.length < 2
    ? []
    : [
        '',
        ...table(
          ['Two sides', 'Mean gap', 'Issues'],
          pairs.map(({ parties, overall }) => [
            parties.join(' – '),
            share(overall.gap),
            `${overall.measured} of ${overall.of}`,
          ]),
          io,
          columns,
        ),
      ];

function clockLines(found: HeadwayFound, isExplained: boolean): readonly string[] {
  const { forecast } = found;
  const sentences =
    'refused' in forecast
      ? [headway.forecastRefusedInWords(forecast)]
      : [
          ...chancesToSay(found).map((chances) => headway.forecastInWords(forecast, chances)),
          ...(isExplained ? [] : [`It assumes: ${forecast.model.assumes}`]),
        ];
  return [clockInWords(found), ...sentences].flatMap((sentence) => wrapped(sentence, columns));
}

/** A share as it stands in a table. */
const share = (gap: number | null): string => (gap === null ? '—' : headway.percentOf(gap));
