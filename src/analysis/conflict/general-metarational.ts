import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import { deterredStates, leastAfterAnswers } from './sanction.ts';

/** What the pages say of general metarationality. */
export const generalMetarationalMethod: Method = {
  name: 'General metarationality (GMR)',
  definition:
    'A state is stable for a decision maker if the others could answer each of its improvements so that it ends no better off than it began.',
  assumes:
    'That it fears any answer which the others could give, even one that hurts them, and that it does not move again.',
  misleads: 'When the answers that hold it back are not credible; it also depends on which joint answers count.',
  source: 'Howard 1971; Fang, Hipel & Kilgour 1993',
};

/** 1 for each state that is general metarational for a decision maker, by a convention of what the opponents' answers are. */
export function generalMetarational(conflict: Conflict, maker: number, convention: Convention): Uint8Array {
  const least = leastAfterAnswers(conflict, { maker, convention, by: 'moves' }, conflict.liking[maker]!);
  return deterredStates(conflict, maker, least);
}
