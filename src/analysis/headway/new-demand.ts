import { answerInWords, spanOf } from './answer.ts';
import type { History } from './history.ts';
import { issueIn, obstacle, type Obstacle, type ObstacleRule } from './obstacle.ts';
import { retreat } from './retreat.ts';
import type { Turn } from './table.ts';

/**
 * An issue or an answer that was not on the table before, raised after the first round. An issue is new with the first move of anybody on
 * it. An answer is new when the party had answered before, and now gives a number that moves away from the others and lies
 * beyond all that anybody has given; or asks, as its position, for an option that nobody has named. A party's first answer is a reply,
 * and a new option that is offered may be a bridge: neither is counted.
 */
export const newDemand: ObstacleRule = (turn, history) => {
  if (turn.round <= 1 || turn.move.kind === 'withdrawal') return null;
  return turn.table.raised ? newAnswer(turn, history) : newIssue(turn, history);
};

function newIssue(turn: Turn, history: History): Obstacle {
  const { move } = turn;
  const issue = issueIn(turn, history);
  const answer = move.answer === null ? '' : `, with ${answerInWords(issue, move.answer)}`;
  return obstacle(
    'new issue',
    turn,
    [],
    `${move.party} raised *${issue.name}*, on which nobody had spoken before${answer}`,
  );
}

function newAnswer(turn: Turn, history: History): Obstacle | null {
  const { move, table } = turn;
  const before = table.stands.get(move.party);
  if (before === undefined || move.answer === null || move.kind === 'red-line') return null;
  const issue = issueIn(turn, history);
  const answer = answerInWords(issue, move.answer);
  if (issue.kind === 'options') {
    if (move.kind !== 'position' || table.given.some((given) => given.answer === move.answer)) return null;
    return obstacle(
      'new answer',
      turn,
      [before],
      `${move.party} asked for ${answer} on *${issue.name}*, which nobody had named before`,
    );
  }
  const { from, to } = spanOf(move.answer);
  const given = table.given.map((each) => ({ stand: each, ...spanOf(each.answer) }));
  const [lowest, highest] = [Math.min(...given.map((each) => each.from)), Math.max(...given.map((each) => each.to))];
  if ((from >= lowest && to <= highest) || retreat(turn, history) === null) return null;
  const outermost =
    from < lowest ? given.find((each) => each.from === lowest) : given.find((each) => each.to === highest);
  const most = answerInWords(issue, outermost!.stand.answer, 'without unit');
  const words = `${move.party} asked for ${answer} on *${issue.name}*, beyond all that had been asked for before (${most})`;
  return obstacle('new answer', turn, [before, outermost!.stand], words);
}
