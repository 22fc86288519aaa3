import { answerInWords, isSameAnswer } from './answer.ts';
import { onGrid } from './exact.ts';
import { gapBetween } from './gap.ts';
import { issueIn, obstacle, othersIn, type ObstacleRule } from './obstacle.ts';

/**
 * A party's answer moves away: it is nearer to no other party's latest answer than before, and farther from at least one of
 * them, or back towards the answer that the party gave first. Without an order among options, an answer that another party shares is
 * near and any other far. Null for a first answer, and for a move among the others, nearer to one and farther from another.
 */
export const retreat: ObstacleRule = (turn, history) => {
  const { move, table } = turn;
  const before = table.stands.get(move.party);
  if (before === undefined || move.answer === null || move.kind === 'red-line') return null;
  const { answer } = move;
  if (isSameAnswer(before.answer, answer)) return null;
  const issue = issueIn(turn, history);
  const approach = (to: { readonly answer: typeof answer }) =>
    Math.sign(onGrid(gapBetween(issue, [before.answer, to.answer]) - gapBetween(issue, [answer, to.answer])));
  const others = othersIn(turn, history);
  const left = others.filter((other) => approach(other) < 0);
  const first = table.firsts.get(move.party)!;
  const isBack = approach(first) > 0;
  if (others.some((other) => approach(other) > 0) || (left.length === 0 && !isBack)) return null;
  const moved = `${move.party}’s answer on *${issue.name}* moved from ${answerInWords(issue, before.answer, 'without unit')} to ${answerInWords(issue, answer)}`;
  const away =
    left.length === 0
      ? `, back towards its first answer of ${answerInWords(issue, first.answer)}`
      : `, away from ${left.map((other) => `${other.party}’s ${answerInWords(issue, other.answer, 'without unit')}`).join(' and ')}`;
  return obstacle('retreat', turn, left.length === 0 ? [first, before] : [before, ...left], moved + away);
};
