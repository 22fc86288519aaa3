import type { Exchange, Measure } from './exchange.ts';
import { leastExcess } from './least-excess.ts';
import { isRefused, type ExchangeRefusal } from './refusal.ts';
import { turnsOf, type Turns } from './turns.ts';

/** A change to the steps that lowers the least possible excess over the tolerances. Amounts are in points. */
export interface Remedy {
  readonly change:
    | { readonly kind: 'split'; readonly steps: readonly string[]; readonly parts: number }
    | { readonly kind: 'together'; readonly steps: readonly string[] };
  /** How many more things there are to arrange: parts beyond what there were, or 1 for a simultaneous, verified exchange. */
  readonly cost: number;
  /** The least excess with it, and by how much less that is. */
  readonly excess: number;
  readonly falls: number;
  readonly withinTolerance: boolean;
}

/** What helps when the tolerances cannot be kept. */
export interface Remedies {
  /** Single changes that help, the best first: those that keep the tolerances before others, then the cheaper, then what helps more. */
  readonly single: readonly Remedy[];
  /** Where no single change is enough: changes made one after another, each the one that helps most, up to four. Cheaper sets may exist, and among changes that help as much the first is taken. */
  readonly combined: readonly Remedy[];
  /** Kinds of change that are left out because the search for the best of them grew too long. */
  readonly untried: readonly Remedy['change']['kind'][];
}

/** How many stages are come to at most while all changes of one kind are tried. */
export const effortAtMost = 400_000;

/**
 * The cheapest changes that lower the exposure (or temptation): doing a step in more parts, where it is divisible, or two turns of
 * different parties at the same moment. None when the tolerances can be kept. Refuses what `turnsOf` refuses.
 */
export function remediesFor(exchange: Exchange, measure: Measure = 'exposure'): Remedies | ExchangeRefusal {
  const turns = turnsOf(exchange);
  if (isRefused(turns)) return turns;
  const now = leastExcess(turns, measure, effortAtMost).excess;
  if (now === null) return { single: [], combined: [], untried: ['split', 'together'] };
  if (now <= 0) return { single: [], combined: [], untried: [] };
  const { trials, untried } = tried(exchange, turns, measure, now / turns.scale);
  const enough = trials.some(({ remedy }) => remedy.withinTolerance);
  return {
    single: trials.map(({ remedy }) => remedy),
    combined: enough || untried.length > 0 ? [] : chain(trials, measure),
    untried,
  };
}

interface Trial {
  readonly remedy: Remedy;
  readonly exchange: Exchange;
}

function chain(first: readonly Trial[], measure: Measure): readonly Remedy[] {
  const made: Remedy[] = [];
  let trials = first;
  while (trials.length > 0 && made.length < 4) {
    const best = trials.reduce((a, b) => (b.remedy.falls > a.remedy.falls ? b : a));
    made.push(best.remedy);
    const turns = turnsOf(best.exchange);
    if (best.remedy.withinTolerance || isRefused(turns)) break;
    trials = tried(best.exchange, turns, measure, best.remedy.excess).trials;
  }
  return made.length > 1 ? made : [];
}

interface Tried {
  readonly trials: readonly Trial[];
  readonly untried: Remedies['untried'];
}

// Some changes of a kind would depend on the order in which the steps were given: all are tried, or none counts.
function tried(exchange: Exchange, turns: Turns, measure: Measure, now: number): Tried {
  const split = triedAll(splits(exchange, turns), measure, now);
  const together = triedAll(pairs(exchange, turns), measure, now);
  const trials = [...(split ?? []), ...(together ?? [])].sort(
    ({ remedy: a }, { remedy: b }) =>
      Number(b.withinTolerance) - Number(a.withinTolerance) || a.cost - b.cost || a.excess - b.excess,
  );
  return { trials, untried: [...(split ? [] : ['split' as const]), ...(together ? [] : ['together' as const])] };
}

function triedAll(candidates: readonly Candidate[], measure: Measure, now: number): readonly Trial[] | null {
  const trials: Trial[] = [];
  let left = effortAtMost;
  for (const { change, cost, changed } of candidates) {
    const turns = turnsOf(changed);
    if (isRefused(turns)) continue;
    const found = leastExcess(turns, measure, left, now * turns.scale);
    left -= found.effort;
    if (left < 0) return null;
    if (found.excess === null) continue;
    const excess = found.excess / turns.scale;
    const remedy = { change, cost, excess, falls: now - excess, withinTolerance: excess <= 0 };
    trials.push({ exchange: changed, remedy });
  }
  return trials;
}

interface Candidate {
  readonly change: Remedy['change'];
  readonly cost: number;
  readonly changed: Exchange;
}

function splits(exchange: Exchange, turns: Turns): readonly Candidate[] {
  return turns.turns.flatMap(({ steps, parts: now }) => {
    const most = Math.min(...steps.map((s) => exchange.steps[s]!.divisible ?? now));
    return Array.from({ length: Math.max(0, most - now) }, (_, k) => {
      const parts = now + k + 1;
      const changed = exchange.steps.map((step, s) => (steps.includes(s) ? { ...step, parts, divisible: most } : step));
      const names = steps.map((s) => exchange.steps[s]!.name);
      return {
        change: { kind: 'split' as const, steps: names, parts },
        cost: k + 1,
        changed: { ...exchange, steps: changed },
      };
    });
  });
}

function pairs(exchange: Exchange, turns: Turns): readonly Candidate[] {
  return turns.turns.flatMap((a, i) =>
    turns.turns.slice(i + 1).flatMap((b) => {
      if (a.parts !== b.parts || a.doers.some((doer) => b.doers.includes(doer))) return [];
      const names = [...a.steps, ...b.steps].map((s) => exchange.steps[s]!.name);
      const others = exchange.together.filter((group) => !group.some((name) => names.includes(name)));
      return [
        {
          change: { kind: 'together' as const, steps: names },
          cost: 1,
          changed: { ...exchange, together: [...others, names] },
        },
      ];
    }),
  );
}
