import fc from 'fast-check';
import type { Ground } from './ground.ts';
import { historyFor, neededUntil } from './histories.ts';
import { Memory } from './memory.ts';
import type { Perspective } from './perspective.ts';
import type { Plant } from './plant.ts';
import { play, type Outcome } from './play.ts';
import type { History, WorldName } from './steps.ts';
import { World } from './world.ts';

/** How often each act was done, refused, or found no form to do it by. */
export type Tally = Map<string, Record<Outcome, number>>;

export interface Comparing {
  readonly ground: Ground;
  readonly perspective: Perspective;
  readonly histories: number;
  readonly seed: number;
  readonly plant?: Plant;
  readonly tally?: Tally;
}

/** What comparing the worlds of some histories found: how many histories were played, and the first difference, if any, with its history. */
export interface Compared {
  readonly histories: number;
  readonly difference: string | null;
}

/**
 * Plays histories, each in the world as it was told and in the two others, until the observer is answered anything else in one than in
 * another. Every history is three worlds and so three pairs of worlds, and each pair is alike where the first is like both others.
 */
export async function compareWorlds({
  ground,
  perspective,
  histories,
  seed,
  plant,
  tally,
}: Comparing): Promise<Compared> {
  let played = 0;
  const property = fc.asyncProperty(historyFor(perspective), async (history) => {
    played += 1;
    const told = await observedIn(ground, perspective, history, 'told', plant, tally);
    for (const other of ['silent', 'changed'] as const) {
      const found = difference(told, await observedIn(ground, perspective, history, other, plant, tally));
      if (found !== null) throw new Error(`told and ${other}: ${found}`);
    }
  });
  const found = await fc.check(property, { seed, numRuns: histories, endOnFailure: true });
  if (!found.failed) return { histories: played, difference: null };
  const runs = played;
  // What is planted need not be told short; a leak that nobody planted should be, as far as half a minute goes.
  const path = { ...(found.counterexamplePath !== null && { path: found.counterexamplePath }) };
  const shrunk =
    plant === undefined
      ? await fc.check(property, { seed, numRuns: 1, ...path, interruptAfterTimeLimit: 30_000 })
      : found;
  const { counterexample, errorInstance } = shrunk.failed && shrunk.counterexample !== null ? shrunk : found;
  const slots = (counterexample?.[0] ?? []).map((slot, at) => `${at}. ${JSON.stringify(slot)}`);
  return {
    histories: runs,
    difference: `${perspective.name}, seed ${seed}, history ${runs}\n${slots.join('\n')}\n${String(errorInstance)}`,
  };
}

/** Everything that the observer is answered in one world of a history. */
export async function observedIn(
  ground: Ground,
  { cast, observer }: Perspective,
  history: History,
  name: WorldName,
  plant?: Plant,
  tally?: Tally,
): Promise<readonly string[]> {
  const world = await World.open({ ground, cast, own: name, observer, plant });
  const memory = new Memory(cast, neededUntil(history));
  for (const [at, slot] of history.entries()) {
    memory.at(at, slot.kind === 'confided');
    for (const [nth, step] of (slot.kind === 'open' ? [slot.step] : slot[name]).entries()) {
      world.at({ slot: at, nth, own: slot.kind === 'open' ? '' : name });
      const outcome = await play(world, memory, step);
      if (tally !== undefined) count(tally, `${slot.kind} ${step.act}`, outcome);
    }
  }
  world.at({ slot: history.length, nth: 0, own: '' });
  // What was kept in memory was looked at on the way; at the end everything is read afresh.
  world.forget();
  await play(world, memory, { act: 'sweep', who: observer });
  const observed = await world.close();
  const named = plant === undefined ? await world.namedPastReaders() : [];
  if (named.length > 0) throw new Error(`in the world ${name}: ${named.join('\n')}`);
  return observed;
}

/** The first place at which two accounts differ, in words with what stands around it; null when they are the same to the byte. */
export function difference(a: readonly string[], b: readonly string[]): string | null {
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
  if (at === undefined) return null;
  const [left = '(nothing)', right = '(nothing)'] = [a[at], b[at]];
  let from = 0;
  while (left[from] === right[from]) from += 1;
  const around = (text: string): string => text.slice(Math.max(0, from - 120), from + 160);
  return `answer ${at + 1} of ${a.length} and ${b.length}, to ${left.split('\n', 1)[0]}\n--- in one world\n${around(left)}\n--- in another\n${around(right)}`;
}

function count(tally: Tally, what: string, outcome: Outcome): void {
  const counts = tally.get(what) ?? { done: 0, refused: 0, noForm: 0 };
  counts[outcome] += 1;
  tally.set(what, counts);
}
