/** Numbers from 0 (included) to 1 (not included), by chance. */
export type Chance = () => number;

/** Chance that is the same for the same seed, on every machine (mulberry32, Ettinger 2017; passes gjrand's tests, period 2^32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
