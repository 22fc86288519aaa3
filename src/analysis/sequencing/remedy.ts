import type { Exchange, Measure, Step } from './exchange.ts';
import { leastExcess } from './least-excess.ts';
import { isRefused, type ExchangeRefusal } from './refusal.ts';
import { turnsOf, type Turn, type Turns } from './turns.ts';

/** A change to the steps that lowers the least possible excess over the tolerances. Amounts are in points. */
export interface Remedy {
  readonly change: { readonly kind: 'split'; readonly steps: readonly string[]; readonly parts: number } | Together;
  /** How many more things there are to arrange: 1 for a simultaneous, verified exchange, and 1 for each part more or fewer than a turn had. */
  readonly cost: number;
  /** The least excess with it, and by how much less that is. */
  readonly excess: number;
  readonly falls: number;
  readonly withinTolerance: boolean;
}

/** Two turns done at the same moment: their steps, in how many parts each step is then done, and in how many it was to be (`were[step]`). */
export interface Together {
  readonly kind: 'together';
  readonly steps: readonly string[];
  readonly parts: number;
  readonly were: readonly number[];
}

/** What helps when the tolerances cannot be kept. */
export interface Remedies {
  /** Single changes that help, the best first: those that keep the tolerances before others, then the cheaper, then what helps more. */
  readonly single: readonly Remedy[];
  /** Where no single change is enough: changes made one after another, each the one that helps most, up to four. Cheaper sets may exist, and among changes that help as much the first is taken. */
  readonly combined: readonly Remedy[];
  /** Kinds of change that are left out because the search for the best of them grew too long, or a change would need parts too fine to be reckoned exactly. */
  readonly untried: readonly Remedy['change']['kind'][];
}

/** How many stages are come to at most while all changes of one kind are tried. */
export const effortAtMost = 400_000;

/**
 * The cheapest changes that lower the exposure (or temptation): doing a step in more parts, where it is divisible, or two turns that
 * have no party in common at the same moment. Such turns then have the same number of parts: the one that they have, or, where these
 * differ, one of the two or any between that both can be divided into, whichever helps most. None when the tolerances can be kept.
 * Refuses what `turnsOf` refuses.
 */
export function remediesFor(exchange: Exchange, measure: Measure = 'exposure'): Remedies | ExchangeRefusal {
  const turns = turnsOf(exchange);
  if (isRefused(turns)) return turns;
  const now = leastExcess(turns, measure, effortAtMost).excess;
  if (now === null) return { single: [], combined: [], untried: ['split', 'together'] };
  if (now <= 0) return { single: [], combined: [], untried: [] };
  const { trials, untried } = tried({ turns, excess: now }, measure);
  const enough = trials.some(({ remedy }) => remedy.withinTolerance);
  return {
    single: trials.map(({ remedy }) => remedy),
    combined: enough || untried.length > 0 ? [] : chain(trials, measure),
    untried,
  };
}

/** An exchange and the least excess that it has, in its whole numbers. */
interface Known {
  readonly turns: Turns;
  readonly excess: number;
}

interface Trial extends Known {
  readonly remedy: Remedy;
}

function chain(first: readonly Trial[], measure: Measure): readonly Remedy[] {
  const made: Remedy[] = [];
  let trials = first;
  while (trials.length > 0 && made.length < 4) {
    const best = trials.reduce((a, b) => (b.remedy.falls > a.remedy.falls ? b : a));
    made.push(best.remedy);
    if (best.remedy.withinTolerance) break;
    trials = tried(best, measure).trials;
  }
  return made.length > 1 ? made : [];
}

interface Tried {
  readonly trials: readonly Trial[];
  readonly untried: Remedies['untried'];
}

// Some changes of a kind would depend on the order in which the steps were given: all are tried, or none counts.
function tried(now: Known, measure: Measure): Tried {
  const split = triedAll(splits(now.turns), measure, now);
  const together = triedAll(pairs(now.turns), measure, now);
  const trials = [...(split ?? []), ...(together ?? [])].sort(
    ({ remedy: a }, { remedy: b }) =>
      Number(b.withinTolerance) - Number(a.withinTolerance) || a.cost - b.cost || a.excess - b.excess,
  );
  return {
    trials: bestOfPairs(trials),
    untried: [...(split ? [] : ['split' as const]), ...(together ? [] : ['together' as const])],
  };
}

// A pair costs the same in any number of parts that is tried, so the first of several is the one that helps most.
function bestOfPairs(trials: readonly Trial[]): readonly Trial[] {
  const seen = new Set<string>();
  return trials.filter(({ remedy: { change } }) => {
    if (change.kind === 'split') return true;
    const pair = JSON.stringify(change.steps);
    return !seen.has(pair) && seen.add(pair);
  });
}

function triedAll(candidates: readonly Candidate[], measure: Measure, now: Known): readonly Trial[] | null {
  const trials: Trial[] = [];
  let left = effortAtMost;
  for (const { change, cost, changed } of candidates) {
    const turns = turnsOf(changed);
    if (isRefused(turns)) {
      if (turns.refused === 'circularOrder') continue;
      return null;
    }
    const found = leastExcess(turns, measure, left, limitIn(turns, now));
    left -= found.effort;
    if (left < 0) return null;
    if (found.excess === null) continue;
    const excess = found.excess / turns.scale;
    const falls = now.excess / now.turns.scale - excess;
    trials.push({ turns, excess: found.excess, remedy: { change, cost, excess, falls, withinTolerance: excess <= 0 } });
  }
  return trials;
}

// The least whole number that is no less than the excess now, in the whole numbers of the changed exchange: reckoned exactly, or what
// changes nothing would seem to help a little.
function limitIn({ scale }: Turns, now: Known): number {
  const [numerator, denominator] = [BigInt(now.excess) * BigInt(scale), BigInt(now.turns.scale)];
  return Number((numerator + denominator - 1n) / denominator);
}

interface Candidate {
  readonly change: Remedy['change'];
  readonly cost: number;
  readonly changed: Exchange;
}

function splits({ exchange, turns }: Turns): readonly Candidate[] {
  return turns.flatMap((turn) => {
    const { steps, parts: now } = turn;
    const most = mostPartsOf(exchange, turn);
    return Array.from({ length: Math.max(0, most - now) }, (_, k) => {
      const parts = now + k + 1;
      const change = { kind: 'split' as const, steps: namesOf(exchange, steps), parts };
      return { change, cost: k + 1, changed: { ...exchange, steps: inParts(exchange, steps, parts) } };
    });
  });
}

function pairs({ exchange, turns }: Turns): readonly Candidate[] {
  return turns.flatMap((a, i) =>
    turns.slice(i + 1).flatMap((b) => {
      if (a.doers.some((doer) => b.doers.includes(doer))) return [];
      const steps = [...a.steps, ...b.steps];
      const names = namesOf(exchange, steps);
      const were = steps.map((s) => exchange.steps[s]!.parts ?? 1);
      const together = [...exchange.together.filter((group) => !group.some((name) => names.includes(name))), names];
      return commonParts(exchange, a, b).map((parts) => ({
        change: { kind: 'together' as const, steps: names, parts, were },
        cost: 1 + Math.abs(a.parts - parts) + Math.abs(b.parts - parts),
        changed: { ...exchange, steps: inParts(exchange, steps, parts), together },
      }));
    }),
  );
}

// From the number of parts of one turn to that of the other, as far as both can be divided; the most first.
function commonParts(exchange: Exchange, a: Turn, b: Turn): readonly number[] {
  const least = Math.min(a.parts, b.parts);
  const most = Math.min(Math.max(a.parts, b.parts), mostPartsOf(exchange, a), mostPartsOf(exchange, b));
  return Array.from({ length: most - least + 1 }, (_, k) => most - k);
}

function mostPartsOf({ steps }: Exchange, turn: Turn): number {
  return Math.min(...turn.steps.map((s) => steps[s]!.divisible ?? turn.parts));
}

// The steps with some of them done in so many parts, and as divisible as they were.
function inParts({ steps }: Exchange, which: readonly number[], parts: number): readonly Step[] {
  return steps.map((step, s) =>
    which.includes(s) ? { ...step, parts, divisible: step.divisible ?? step.parts ?? 1 } : step,
  );
}

function namesOf({ steps }: Exchange, which: readonly number[]): readonly string[] {
  return which.map((s) => steps[s]!.name);
}
