import type { Remedy, Together } from './remedy.ts';
import type { Moment, Sequence } from './sequencing.ts';

/** The result in a sentence or two. */
export function sequenceWords(sequence: Sequence): readonly string[] {
  const { excess, withinTolerance, measure, proven, atLeast, orders, more, turns } = sequence;
  const what = measure === 'exposure' ? 'exposed' : 'tempted to stop';
  const kept = withinTolerance
    ? `In this order nobody is ever ${what} beyond its tolerance.`
    : `${proven ? 'No order keeps' : 'No order was found that keeps'} everybody within its tolerance; in this one somebody is beyond it by ${points(excess)} at the worst moment${proven ? ', the least possible' : ''}.`;
  const unproven = proven
    ? []
    : [`This is not proven to be the best order; none can do better than ${points(atLeast)} in that.`];
  const ties =
    orders.length > 1
      ? [`${more ? `At least ${orders.length}` : orders.length} orders are equally good; this is one of them.`]
      : more && proven
        ? ['Not all orders were looked at: others may do as well at the worst moment, and better at the rest.']
        : [];
  const losers = turns.exchange.parties.flatMap((party, p) =>
    points(-turns.end[p]! / turns.scale) !== '0' && turns.end[p]! < 0
      ? [
          `${party} gives ${points(-turns.end[p]! / turns.scale)} more than it receives in the whole exchange, in whatever order.`,
        ]
      : [],
  );
  return [kept, ...unproven, ...ties, ...losers];
}

/** Each step of an order with how it leaves the parties: `Step 3: A does “x”. A has given 12 and received 10: exposed by 2, within its tolerance of 3.` */
export function momentWords(sequence: Sequence, order: readonly Moment[]): readonly string[] {
  const { exchange, turns } = sequence.turns;
  return order.map((moment, i) => {
    const { steps, parts } = turns[moment.turn]!;
    const acts = steps
      .map((s) => `${exchange.steps[s]!.by} does “${exchange.steps[s]!.name}”`)
      .join(' and, at the same moment, ');
    const part = parts === 1 ? '' : ` (part ${moment.part} of ${parts})`;
    const told = exchange.parties.map((_, p) => partyWords(sequence, moment, p, i === order.length - 1));
    return `Step ${i + 1}: ${acts}${part}. ${told.join(' ')}`;
  });
}

/** What a remedy does. */
export function remedyWords({ change, excess, falls, withinTolerance }: Remedy): string {
  const names = change.steps.map((name) => `“${name}”`).join(' and ');
  const what =
    change.kind === 'split'
      ? `Do ${names} in ${change.parts} parts`
      : `Do ${names} at the same moment${partsWords(change)}, and verify it`;
  const left = withinTolerance
    ? 'everybody can then be kept within its tolerance'
    : `${points(excess)} beyond a tolerance remain`;
  return `${what}: the worst moment falls by ${points(falls)}, and ${left}.`;
}

// How many parts two turns have when they are done together, where that changes: `, each in 2 parts (“x” in 2 instead of 1)`.
function partsWords({ steps, parts, were }: Together): string {
  const changes = steps.flatMap((name, i) =>
    were[i] === parts ? [] : [`“${name}” in ${parts} instead of ${were[i]}`],
  );
  if (changes.length === 0) return '';
  return `, each in ${parts === 1 ? 'one part' : `${parts} parts`} (${changes.join(', ')})`;
}

function partyWords(sequence: Sequence, moment: Moment, party: number, isLast: boolean): string {
  const { exchange } = sequence.turns;
  const name = exchange.parties[party]!;
  const account = `${name} has given ${points(moment.given[party]!)} and received ${points(moment.received[party]!)}`;
  const risk = moment.risk[party]!;
  if (risk === 0)
    return `${account}${isLast ? '' : sequence.measure === 'exposure' ? ': not exposed' : ': not tempted to stop'}.`;
  const tolerance = exchange.tolerance[name]!;
  const against =
    risk <= tolerance ? `within its tolerance of ${points(tolerance)}` : `beyond its tolerance of ${points(tolerance)}`;
  return sequence.measure === 'exposure'
    ? `${account}: exposed by ${points(risk)}, ${against}.`
    : `${account}: it would gain ${points(risk)} by stopping now, ${against}.`;
}

function points(amount: number): string {
  return String(Math.round(amount * 1000) / 1000);
}
