import { answerName, utilityOf } from '../preferences/index.ts';
import type { Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import type { Agenda } from './agenda.ts';
import { changeInWords, pointsInWords } from './figures.ts';
import type { TradeMove, Trade } from './trades.ts';

/**
 * A trade in a sentence: “Upstream gives 4 m³/s on “pumping” (from 20 m³/s to 16 m³/s), which costs it 3 and is worth 11 to Downstream; in
 * return Downstream gives way on “data” (from monthly to daily), …”. All figures are points.
 */
export function tradeInWords(scores: Scores, agenda: Agenda, trade: Trade): string {
  const names = scores.parties;
  const points = (steps: number): string => pointsInWords(utilityOf(scores, steps));
  const clauses = trade.moves.map((move, m) => moveInWords(names, agenda, move, points, m > 0));
  const together = names.map((name, p) => `${name} ${changeInWords(utilityOf(scores, trade.gains[p]!))}`);
  return `${clauses.join('; ')}. ${trade.kind === 'trade' ? 'Together' : 'In all'}: ${listInWords(together)}.`;
}

function moveInWords(
  names: readonly string[],
  agenda: Agenda,
  { issue, from, to, gains }: TradeMove,
  points: (steps: number) => string,
  inReturn: boolean,
): string {
  const { issue: asked, answers } = agenda[issue]!;
  const losers = names.flatMap((_, p) => (gains[p]! < 0 ? [p] : []));
  const winners = names.flatMap((_, p) => (gains[p]! > 0 ? [p] : []));
  const change = `(from ${answerName(answers, from)} to ${answerName(answers, to)})`;
  const worth = listInWords(winners.map((p) => `${points(gains[p]!)} to ${names[p]}`));
  const lead = inReturn ? 'in return ' : '';
  if (losers.length === 0) {
    const worthy = worth === '' ? 'nothing to anybody' : worth;
    return `${lead || ''}“${asked.name}” changes ${change}, which costs nobody anything and is worth ${worthy}`;
  }
  const howMuch =
    answers.kind === 'numbers'
      ? `gives ${amount(Math.abs(answers.numbers[to]! - answers.numbers[from]!), answers.unit)} on`
      : 'gives way on';
  const [only] = losers;
  const who =
    losers.length === 1
      ? `${names[only!]} ${howMuch}`
      : `${listInWords(losers.map((p) => names[p]!))} ${howMuch.replace('gives', 'give')}`;
  const costs =
    losers.length === 1
      ? `costs it ${points(-gains[only!]!)}`
      : `costs ${listInWords(losers.map((p) => `${names[p]} ${points(-gains[p]!)}`))}`;
  const gained = winners.length === 0 ? 'is worth nothing to anybody' : `is worth ${worth}`;
  return `${lead}${who} “${asked.name}” ${change}, which ${costs} and ${gained}`;
}

function amount(number: number, unit: string | null): string {
  return `${pointsInWords(number)} ${unit ?? ''}`.trim();
}
