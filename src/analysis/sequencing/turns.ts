import type { Exchange, Step } from './exchange.ts';
import { circleOf } from './circle.ts';
import { isRefused, refuse, type ExchangeRefusal } from './refusal.ts';
import { isWhole, quoted, unfitness } from './unfit.ts';

/**
 * An exchange in whole numbers. A turn is a step, or several done together, in one or more equal parts; how far the exchange has come
 * is how many parts of each turn are done.
 */
export interface Turns {
  readonly exchange: Exchange;
  readonly turns: readonly Turn[];
  /** Points times this are the whole numbers. */
  readonly scale: number;
  /** `tolerances[party]`. */
  readonly tolerances: readonly number[];
  /** `balance[turn][party]`: what one part gives the party, less what it costs it. */
  readonly balance: readonly Float64Array[];
  /** What the whole exchange gives each party, less what it costs it. */
  readonly end: Float64Array;
}

/** One turn: its steps and their doers by place, its parts, and the turns that must be finished before it begins. */
export interface Turn {
  readonly steps: readonly number[];
  readonly doers: readonly number[];
  readonly parts: number;
  readonly after: readonly number[];
}

/**
 * Reads an exchange. Refuses what `unfitness` finds, points too large or too fine to be exact, and an order that goes round in a
 * circle, which is named.
 */
export function turnsOf(exchange: Exchange): Turns | ExchangeRefusal {
  const unfit = unfitness(exchange);
  if (unfit !== null) return unfit;
  const scale = scaleOf(exchange);
  if (scale === null)
    return refuse(
      'tooFine',
      'steps',
      'The points are too large or too fine to be reckoned exactly: give fewer digits or fewer different parts.',
    );
  const groups = groupsOf(exchange);
  const turnOf = exchange.steps.map((_, s) => groups.findIndex((group) => group.includes(s)));
  const place = (name: string): number => exchange.steps.findIndex((step) => step.name === name);
  const circle = circleOf(
    groups.length,
    exchange.before.map(([a, b]) => [turnOf[place(a)]!, turnOf[place(b)]!]),
  );
  if (circle !== null) return circular(circle.map((turn) => groups[turn]!.map((s) => exchange.steps[s]!.name)));
  const turns = groups.map((steps, turn) => ({
    steps,
    doers: [...new Set(steps.map((s) => exchange.parties.indexOf(exchange.steps[s]!.by)))].sort((a, b) => a - b),
    parts: exchange.steps[steps[0]!]!.parts ?? 1,
    after: [...new Set(exchange.before.flatMap(([a, b]) => (turnOf[place(b)] === turn ? [turnOf[place(a)]!] : [])))],
  }));
  const balance = turns.map(({ steps, parts }) =>
    Float64Array.from(exchange.parties, (party) =>
      steps.reduce((sum, s) => sum + Math.round(worth(exchange.steps[s]!, party) * scale) / parts, 0),
    ),
  );
  return {
    exchange,
    turns,
    scale,
    tolerances: exchange.parties.map((party) => Math.round(exchange.tolerance[party]! * scale)),
    balance,
    end: Float64Array.from(exchange.parties, (_, p) =>
      turns.reduce((sum, { parts }, t) => sum + parts * balance[t]![p]!, 0),
    ),
  };
}

/** What a step gives a party that does not do it, in points. */
export function benefitTo({ benefit }: Step, party: string): number {
  return Object.hasOwn(benefit, party) ? benefit[party]! : 0;
}

/** Why an exchange cannot be put in order; null if it can. */
export function checkExchange(exchange: Exchange): ExchangeRefusal | null {
  const turns = turnsOf(exchange);
  return isRefused(turns) ? turns : null;
}

/** What a step gives a party, less what it costs it, in points. */
export function worth(step: Step, party: string): number {
  return step.by === party ? -step.cost : benefitTo(step, party);
}

function groupsOf(exchange: Exchange): readonly (readonly number[])[] {
  const grouped = exchange.together.map((names) =>
    exchange.steps.flatMap((step, s) => (names.includes(step.name) ? [s] : [])),
  );
  const alone = exchange.steps.flatMap((_, s) => (grouped.some((group) => group.includes(s)) ? [] : [[s]]));
  return [...grouped, ...alone].filter((group) => group.length > 0).sort((a, b) => a[0]! - b[0]!);
}

// The least power of ten that makes all points whole, times a number that all parts divide.
function scaleOf({ steps, tolerance }: Exchange): number | null {
  const points = [...steps.flatMap((step) => [step.cost, ...Object.values(step.benefit)]), ...Object.values(tolerance)];
  const power = [1, 10, 100, 1e3, 1e4, 1e5, 1e6].find((ten) => points.every((x) => isWhole(x, ten)))!;
  const scale = power * steps.reduce((all, { parts = 1 }) => leastMultiple(all, parts), 1);
  const total = points.reduce((sum, x) => sum + Math.abs(x), 0);
  return total * scale * (steps.length + 1) * 2 < 2 ** 53 ? scale : null;
}

function leastMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}

function circular(circle: readonly (readonly string[])[]): ExchangeRefusal {
  const names = circle.map((steps) => steps.map(quoted).join(' with '));
  const words =
    names.length === 1
      ? `The order contradicts itself: ${names[0]} would have to be done before itself.`
      : `The order goes round in a circle: ${[...names, names[0]!].join(' before ')}.`;
  return { ...refuse('circularOrder', 'before', words), cycle: circle.flat() };
}
