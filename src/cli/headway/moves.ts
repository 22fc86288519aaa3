import { headway } from '../../analysis/index.ts';
import type { Io } from '../io.ts';
import { columns, item } from '../lines.ts';
import { table } from '../table.ts';
import { wrapped } from '../wrapped.ts';
import type { HeadwayFound } from './headway.ts';
import { quoted } from './entries.ts';

/** Moves of so many rounds, the latest, are told in sentences; the JSON has all. */
const told = 2;

/** What each side did over all rounds, then its moves in the latest ones. */
export function concessionLines({ talks, concessions }: HeadwayFound, io: Io): readonly string[] {
  const { history } = talks;
  if (concessions.length === 0) return ['No round has been opened yet.'];
  const latest = [...Map.groupBy(concessions, (act) => act.round).values()].slice(-told).toReversed().flat();
  const moves = latest.filter(({ steps }) => steps.length > 0);
  return [
    ...table(
      ['Side', 'Towards', 'Away', 'Alone in round', 'Silent in round', 'Answered'],
      conductRows(concessions),
      io,
      columns,
    ),
    ...wrapped(
      'Towards the others and away: how far in all, in shares of ranges. Answered: of the rounds in which another moved, those in which it moved, too, then or in the next.',
      columns,
    ),
    ...(moves.length === 0 ? [] : ['']),
    ...moves.flatMap((act) => item(`${quoted(headway.concessionInWords(history, act))}${worthOf(act)}`)),
    ...(history.rounds > told ? ['', 'Moves in earlier rounds are in --json.'] : []),
  ];
}

function conductRows(concessions: readonly headway.Concession[]): readonly (readonly string[])[] {
  const all = headway.conductIn(concessions);
  const reciprocity = headway.reciprocityIn(concessions);
  const numbered = (rounds: readonly number[]) => (rounds.length === 0 ? '—' : rounds.join(', '));
  return all.map(({ party, towards, away, unilateral, silent }) => [
    party,
    headway.percentOf(towards),
    headway.percentOf(away),
    numbered(unilateral),
    numbered(silent),
    reciprocity
      .filter((one) => one.party === party)
      .map(({ other, answered, occasions }) => `${answered} of ${occasions}${all.length > 2 ? ` of ${other}` : ''}`)
      .join('; '),
  ]);
}

/** What a side's changes in a round are worth, by the points of each; nothing where they are not known. */
function worthOf({ worth }: headway.Concession): string {
  if (worth.length === 0) return '';
  const signed = (change: number) => `${change < 0 ? '−' : '+'}${headway.percentOf(Math.abs(change))}`;
  return ` By their points: ${worth.map(({ party, change }) => `${signed(change)} to ${party}`).join(', ')}.`;
}
