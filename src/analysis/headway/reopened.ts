import { answerInWords, isSameAnswer } from './answer.ts';
import { issueIn, obstacle, type ObstacleRule } from './obstacle.ts';
import { gapOf } from './table.ts';

/** An issue on which all parties had given the same answer, and no longer do after this move. */
export const reopened: ObstacleRule = (turn, history) => {
  const { move, table, after } = turn;
  if (gapOf(history, move.issue, table.stands) !== 0 || gapOf(history, move.issue, after) === 0) return null;
  const issue = issueIn(turn, history);
  const stands = history.parties.map((party) => table.stands.get(party)!);
  const [first, ...others] = stands;
  const met = others.every((other) => isSameAnswer(other.answer, first!.answer))
    ? `every party had answered ${answerInWords(issue, first!.answer)}`
    : 'all answers had met';
  const now = move.answer === null ? 'took its answer back' : `answered ${answerInWords(issue, move.answer)}`;
  const words = `${move.party} ${now} on *${issue.name}*, where ${met}`;
  return obstacle('reopened', turn, stands, words);
};
