import type { Method } from '../method.ts';
import type { History } from './history.ts';
import { newDemand } from './new-demand.ts';
import type { Obstacle, ObstacleRule } from './obstacle.ts';
import { hardenedRedLine } from './red-line.ts';
import { reopened } from './reopened.ts';
import { retreat } from './retreat.ts';
import { turnsOf } from './table.ts';
import { withdrawn } from './withdrawn.ts';

/** What fresh obstacles are. */
export const obstaclesMethod: Method = {
  name: 'Fresh obstacles',
  definition:
    'Moves that meet one of these rules, each judged by the answers alone: an issue or an answer that was not on the table, raised after the first round; an answer that moves away from the others’, or back; an answer taken back; a red line drawn or tightened; an issue on which all agreed and no longer do.',
  assumes: 'The answers are written down as they were given, in their order, and an answer stands until the next.',
  misleads:
    'A rule sees a change of an answer and not its reason: events outside the room, a mistake put right, or a new package may lie behind it. An exploring remark entered as an answer makes the next answer look like a retreat.',
  source: 'Rules of our own; concessions and retractions as in bargaining process analysis: Walcott and Hopmann 1975',
};

/** The obstacles that arose, oldest first; one move may meet several rules. Later moves never take one away. */
export function obstaclesIn(history: History): readonly Obstacle[] {
  const found: Obstacle[] = [];
  for (const turn of turnsOf(history)) found.push(...rules.flatMap((rule) => rule(turn, history) ?? []));
  return found;
}

const rules: readonly ObstacleRule[] = [newDemand, retreat, withdrawn, hardenedRedLine, reopened];
