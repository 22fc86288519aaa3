import { answerInWords } from './answer.ts';
import { issueIn, obstacle, type ObstacleRule } from './obstacle.ts';

/** A party takes back the answer that it had on an issue, and gives no other in its place. */
export const withdrawn: ObstacleRule = (turn, history) => {
  const { move, table } = turn;
  const before = table.stands.get(move.party);
  if (move.kind !== 'withdrawal' || before === undefined) return null;
  const issue = issueIn(turn, history);
  const words = `${move.party} took back its answer of ${answerInWords(issue, before.answer)} on *${issue.name}*`;
  return obstacle('withdrawal', turn, [before], words);
};
