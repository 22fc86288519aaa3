import { conflict } from '../../analysis/index.ts';
import { listed } from '../../domain/index.ts';
import { withPreference, type Frame } from './read-frame.ts';

/** The order of the states that follows from what somebody prefers, in words: `s4; s2 and s3; s1`. */
export function rankingInWords(frame: Frame, maker: string, preference: conflict.Preference): string {
  const built = withPreference(frame, maker, preference);
  if (conflict.isConflictRefused(built)) return built.words;
  return orderInWords(built.liking[frame.makers.indexOf(maker)] ?? new Int32Array());
}

/** States by how much they are liked, the best first; those that are equally good together. */
export function orderInWords(liking: Int32Array): string {
  const groups = Map.groupBy(liking.keys(), (state) => liking[state] ?? 0);
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([, states]) => listed(states.map(conflict.stateName)))
    .join('; ');
}

/** The place of every state in somebody's order, from 1 for the best; and how many places there are. */
export function placesIn(liking: Int32Array): { readonly places: Int32Array; readonly of: number } {
  const levels = [...new Set(liking)].sort((a, b) => b - a);
  const places = new Map(levels.map((level, i) => [level, i + 1]));
  return { places: liking.map((level) => places.get(level) ?? 0), of: levels.length };
}
