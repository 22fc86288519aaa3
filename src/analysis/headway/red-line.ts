import { answerInWords, spanOf, type Answer, type Span } from './answer.ts';
import { issueIn, obstacle, type ObstacleRule } from './obstacle.ts';
import type { Turn } from './table.ts';

/**
 * A red line that leaves less room: drawn after the first round where the party had drawn none, or drawn anew so that it rules out
 * something that the earlier one allowed. A number is a limit, on the side of the party's first answer, as seen from the first line that it drew; a span is all that the party
 * allows. Null where a number has no side yet, since the party has given no other answer, and for options drawn anew, which have no order.
 */
export const hardenedRedLine: ObstacleRule = (turn, history) => {
  const { move, table, round } = turn;
  if (move.kind !== 'red-line' || move.answer === null) return null;
  const issue = issueIn(turn, history);
  const answer = answerInWords(issue, move.answer);
  const drawn = table.lines.get(move.party) ?? [];
  const before = drawn.at(-1);
  if (before === undefined) {
    if (round <= 1) return null;
    return obstacle(
      'red line',
      turn,
      [],
      `${move.party} drew a red line at ${answer} on *${issue.name}*, where it had drawn none`,
    );
  }
  if (issue.kind === 'options') return null;
  const side = sideOf(drawn[0]!.answer, turn);
  const [earlier, now] = [roomWithin(before.answer, side), roomWithin(move.answer, side)];
  if (earlier === null || now === null || (now.from <= earlier.from && now.to >= earlier.to)) return null;
  const words = `${move.party}’s red line on *${issue.name}* moved from ${answerInWords(issue, before.answer, 'without unit')} to ${answer}, and rules out answers that it allowed before`;
  return obstacle('red line', turn, [before], words);
};

type Side = 'at least' | 'at most';

/** All the numbers that a red line allows; null for a limit whose side is not known. */
function roomWithin(line: Answer, side: Side | null): Span | null {
  if (typeof line === 'object') return line;
  if (side === null) return null;
  return side === 'at least' ? { from: Number(line), to: Infinity } : { from: -Infinity, to: Number(line) };
}

/** Whether a party's limits are the least or the most that it allows: by its first answer that is not on the first of them. */
function sideOf(first: Answer, { move, table }: Turn): Side | null {
  const line = spanOf(first);
  for (const { party, answer } of table.given) {
    if (party !== move.party) continue;
    const { from, to } = spanOf(answer);
    if (from > line.to) return 'at least';
    if (to < line.from) return 'at most';
  }
  return null;
}
