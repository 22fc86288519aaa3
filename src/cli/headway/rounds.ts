import { headway } from '../../analysis/index.ts';
import type { Io } from '../io.ts';
import { columns, item } from '../lines.ts';
import { table } from '../table.ts';
import { wrapped } from '../wrapped.ts';
import type { HeadwayFound } from './headway.ts';
import { entries, quoted } from './entries.ts';

/** So many rounds, the latest, have a column; the JSON has all. */
const tabled = 6;

/** So many are told in sentences. */
const told = 4;

/** So many obstacles are listed of one round, the latest. */
const mostShown = 8;

/** The gap on each issue at the end of each round, and what came of each: the latest first, with what shows set-backs and fresh obstacles. */
export function roundLines(found: HeadwayFound, io: Io): readonly string[] {
  const { talks, rounds } = found;
  if (rounds.length === 0) return ['No round has been opened yet.'];
  const shown = rounds.slice(-tabled);
  const { issues } = talks.history;
  const isWider = (round: headway.RoundHeadway, issue: number): boolean =>
    round.issues.some((one) => one.issue === issue && one.isSetBack);
  const withUtility = rounds.some(({ overall }) => overall.utility !== null);
  return [
    ...table(
      ['Gap at the end of round', ...shown.map(({ round }) => String(round))],
      [
        ...issues.map(({ name }, issue) => [
          name,
          ...shown.map((round) => marked(round.gaps[issue] ?? null, isWider(round, issue))),
        ]),
        ['Mean', ...shown.map(({ overall, isSetBack }) => marked(overall.gap, isSetBack))],
        ...(withUtility ? [['In utility', ...shown.map(({ overall }) => marked(overall.utility, false))]] : []),
      ],
      io,
      columns,
    ),
    ...(rounds.some((round) => round.isSetBack || round.issues.some(({ isSetBack }) => isSetBack))
      ? ['▲ wider than at the end of the round before: a set-back.']
      : []),
    ...rounds
      .slice(-told)
      .toReversed()
      .flatMap((round) => ['', ...oneRound(found, round)]),
    ...(rounds.length > told ? ['', 'Earlier rounds are in --json.'] : []),
  ];
}

/** What came of a round, and the set-backs and obstacles of it with the entries that show them. */
function oneRound({ talks, obstacles }: HeadwayFound, round: headway.RoundHeadway): readonly string[] {
  const widened = round.issues.filter(({ isSetBack }) => isSetBack).flatMap(({ refs }) => refs);
  const shownBy = widened.length === 0 ? '' : ` Shown by ${entries(widened)}.`;
  const arose = obstacles.filter((obstacle) => obstacle.round === round.round);
  const more = arose.length - mostShown;
  return [
    ...wrapped(`${quoted(headway.roundInWords(talks.history, round))}${shownBy}`, columns),
    ...(more > 0 ? item(`${more} earlier obstacles of this round are in --json.`) : []),
    ...arose
      .slice(-mostShown)
      .flatMap(({ sentence, before, now }) => item(`${quoted(sentence)} Shown by ${entries([...before, now])}.`)),
  ];
}

const marked = (gap: number | null, isWider: boolean): string =>
  `${gap === null ? '—' : headway.percentOf(gap)}${isWider ? ' ▲' : ''}`;
