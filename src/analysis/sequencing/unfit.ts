import type { Exchange } from './exchange.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';

/** No exchange may have more steps than this, and no step more parts. */
export const stepsAtMost = 60;
/** No step may have more parts than this. */
export const partsAtMost = 24;

/**
 * What is wrong with an exchange as it is written: too few parties, names given twice, unknown names, points that are not numbers or
 * have more than six decimals, negative costs and tolerances, a benefit to the doer itself, impossible parts, groups that overlap or
 * mix parts. Null if nothing is.
 */
export function unfitness(exchange: Exchange): ExchangeRefusal | null {
  return unfitParties(exchange) ?? unfitSteps(exchange) ?? unfitNames(exchange);
}

/** Whether points are whole when multiplied by a power of ten. */
export function isWhole(points: number, power: number): boolean {
  return Math.round(points * power) / power === points;
}

/** A name in quotation marks. */
export function quoted(name: string): string {
  return `“${name}”`;
}

function unfitParties({ parties, tolerance }: Exchange): ExchangeRefusal | null {
  if (parties.length < 2)
    return refuse('tooFewParties', 'parties', `An exchange has at least two parties; this one has ${parties.length}.`);
  for (const [p, party] of parties.entries()) {
    if (parties.indexOf(party) !== p) return refuse('nameTwice', `parties[${p}]`, `Two parties are called “${party}”.`);
    const most = tolerance[party];
    if (most === undefined || !isPoints(most) || most < 0)
      return refuse(
        'badTolerance',
        `tolerance.${party}`,
        `The tolerance of ${party} must be a number of points from 0, with at most six decimals.`,
      );
  }
  const stranger = Object.keys(tolerance).find((name) => !parties.includes(name));
  return stranger === undefined
    ? null
    : refuse('unknownParty', `tolerance.${stranger}`, `A tolerance names “${stranger}”, who is no party.`);
}

function unfitSteps({ parties, steps }: Exchange): ExchangeRefusal | null {
  if (steps.length === 0) return refuse('noSteps', 'steps', 'There is no step to put in order.');
  if (steps.length > stepsAtMost)
    return refuse('tooManySteps', 'steps', `There are ${steps.length} steps; up to ${stepsAtMost} are put in order.`);
  for (const [s, { name, by, cost, benefit, parts = 1, divisible = parts }] of steps.entries()) {
    const where = `steps[${s}]`;
    if (steps.findIndex((step) => step.name === name) !== s)
      return refuse('nameTwice', where, `Two steps are called “${name}”.`);
    if (!parties.includes(by))
      return refuse('unknownParty', `${where}.by`, `“${name}” is done by “${by}”, who is no party.`);
    if (!isPoints(cost) || cost < 0)
      return refuse(
        'badPoints',
        `${where}.cost`,
        `The cost of “${name}” must be a number of points from 0, with at most six decimals.`,
      );
    for (const [party, points] of Object.entries(benefit)) {
      const at = `${where}.benefit.${party}`;
      if (!parties.includes(party))
        return refuse('unknownParty', at, `“${name}” benefits “${party}”, who is no party.`);
      if (party === by)
        return refuse('benefitToDoer', at, `“${name}” benefits ${party}, who does it: take that off its cost.`);
      if (!isPoints(points))
        return refuse(
          'badPoints',
          at,
          `What “${name}” gives ${party} must be a number of points with at most six decimals.`,
        );
    }
    if (![parts, divisible].every((n) => Number.isInteger(n) && n >= 1 && n <= partsAtMost) || divisible < parts)
      return refuse(
        'badParts',
        `${where}.parts`,
        `“${name}” must have from 1 to ${partsAtMost} parts, and no more than it can be split into.`,
      );
  }
  return null;
}

function unfitNames({ steps, before, together }: Exchange): ExchangeRefusal | null {
  const find = (name: string) => steps.find((step) => step.name === name);
  const grouped = new Set<string>();
  for (const [where, names] of [
    ...before.map((pair, i) => [`before[${i}]`, pair] as const),
    ...together.map((group, i) => [`together[${i}]`, group] as const),
  ]) {
    const unknown = names.find((name) => find(name) === undefined);
    if (unknown !== undefined) return refuse('unknownStep', where, `There is no step called “${unknown}”.`);
  }
  for (const [g, group] of together.entries()) {
    const again = group.find((name, i) => grouped.has(name) || group.indexOf(name) !== i);
    if (again !== undefined) return refuse('groupedTwice', `together[${g}]`, `“${again}” is put together twice.`);
    for (const name of group) grouped.add(name);
    if (new Set(group.map((name) => find(name)!.parts ?? 1)).size > 1)
      return refuse(
        'groupParts',
        `together[${g}]`,
        `Steps done together must have the same number of parts: ${group.map(quoted).join(', ')}.`,
      );
  }
  return null;
}

function isPoints(points: number): boolean {
  return Number.isFinite(points) && isWhole(points, 1e6);
}
