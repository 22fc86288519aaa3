import type { Outcome } from './play.ts';
import { play } from './play.ts';
import { carriedAt } from './histories.ts';
import { Memory } from './memory.ts';
import type { Ground } from './ground.ts';
import type { Perspective } from './perspective.ts';
import type { Plant } from './plant.ts';
import type { History, WorldName } from './steps.ts';
import { World } from './world.ts';

/** How often each act was done, refused, or found no form. */
export type Tally = Map<string, Record<Outcome, number>>;

/** What happened in one world: everything that the observer was answered. */
export async function observedIn(
  ground: Ground,
  { cast, observer }: Perspective,
  history: History,
  name: WorldName,
  { plant, tally }: { readonly plant?: Plant | undefined; readonly tally?: Tally | undefined } = {},
): Promise<readonly string[]> {
  const T=(n: string)=>{const x=process.cpuUsage().user/1000; times[n]=(times[n]??0)+x-t0; t0=x;}; let t0=process.cpuUsage().user/1000;
  const world = await World.open({ ground, cast, own: name, observer, plant });
  T('open');
  const memory = new Memory(cast, carriedAt(history));
  for (const [at, slot] of history.entries()) {
    const steps = slot.kind === 'open' ? [slot.step] : slot[name];
    memory.at(at, slot.kind === 'confided');
    for (const [nth, step] of steps.entries()) {
      world.at({ slot: at, nth, own: slot.kind === 'open' ? '' : name });
      const outcome = await play(world, memory, step); if (process.env['TRACE']) console.log(name, at, nth, JSON.stringify(step).slice(0,90), outcome);
      if (tally !== undefined) count(tally, `${slot.kind} ${step.act}${step.act === 'agenda' ? ` ${step.what}` : ''}`, outcome);
    }
  }
  T('steps');
  world.at({ slot: history.length, nth: 0, own: '' });
  await play(world, memory, { act: 'sweep', who: observer });
  T('sweep');
  const r= await world.close(); T('close'); return r;
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

export const times: Record<string, number> = {};
