import { asNumber, fraction, listInWords, minus, type Fraction } from '../solutions/index.ts';
import type { AdjustedWinner, AdjustedWinnerStep } from './adjusted-winner.ts';
import { partInWords, pointsInWords, type SoundClaims } from './claims.ts';
import type { Ties } from './ties.ts';

/** The result in a sentence, and one more for each kind of tie, where other divisions are as good. */
export function adjustedWinnerInWords({ claims, shares, totals, split, ties }: AdjustedWinner): string {
  const has = ([0, 1] as const).map((party) => {
    const whole = claims.items.filter((_, item) => isWhole(shares[item]!, party));
    const part =
      split === null ? [] : [`${partInWords(shareOf(shares[split.item]!, party))} of ${claims.items[split.item]}`];
    return `${claims.parties[party]} gets ${listInWords([...whole, ...part]) || 'nothing'}`;
  });
  const tied = [
    ...(ties.alike.length === 0
      ? []
      : [` ${namesOf(ties.alike, claims)} are tied: they can be divided otherwise so that both have just as much.`]),
    ...worthlessInWords(ties.worthless, claims).map((sentence) => ` ${sentence}`),
  ];
  return `${has.join('; ')}. Each has ${pointsInWords(totals[0])} of its own 100 points.${tied.join('')}`;
}

/** Every step on the way, one sentence each; then where other divisions are as good, if any are. */
export function adjustedWinnerSteps({ claims, steps, split, totals, ties }: AdjustedWinner): readonly string[] {
  const scaled = claims.scaled.map(
    (party) => `The points of ${claims.parties[party]} did not sum to 100; each was multiplied so that they do.`,
  );
  const end =
    split === null
      ? 'No item has to be split.'
      : `${claims.items[split.item]} is the only item to be split: ${claims.parties[split.from]} keeps ${partInWords(split.keeps)} of it and ${claims.parties[split.from === 0 ? 1 : 0]} gets ${partInWords(minus(fraction(1n), split.keeps))}.`;
  return [
    ...scaled,
    ...steps.map((step) => stepInWords(step, claims)),
    end,
    `Both end with ${pointsInWords(totals[0])} points, so neither would rather have the other's part.`,
    ...alikeInWords(ties, claims),
    ...worthlessInWords(ties.worthless, claims),
  ];
}

function alikeInWords({ alike, mirrored }: Ties, claims: SoundClaims): readonly string[] {
  if (alike.length === 0) return [];
  const [names, both] = [namesOf(alike, claims), listInWords(claims.parties)];
  const exchanged = mirrored ? `, for one with ${both} changing places on them` : '';
  return [
    `${names} are tied, since the points of ${both} stand in the same ratio on each: they can be divided otherwise so that both have just as much${exchanged}.`,
    'This one passes those with more points first, and then follows the order in which items and parties are listed.',
  ];
}

function worthlessInWords(worthless: readonly number[], claims: SoundClaims): readonly string[] {
  if (worthless.length === 0) return [];
  return [
    `Neither gives ${namesOf(worthless, claims)} any points, so either could have ${worthless.length === 1 ? 'it' : 'them'}.`,
  ];
}

function namesOf(items: readonly number[], claims: SoundClaims): string {
  return listInWords(items.map((item) => claims.items[item]!));
}

function stepInWords(step: AdjustedWinnerStep, claims: SoundClaims): string {
  const { parties, items, points } = claims;
  const gives = (item: number): string =>
    `${parties[0]} gives it ${pointsInWords(points[0][item]!)}, ${parties[1]} ${pointsInWords(points[1][item]!)}`;
  switch (step.kind) {
    case 'won':
      return `${items[step.item]} goes to ${parties[step.by]}: ${gives(step.item)}.`;
    case 'tied': {
      const names = namesOf(step.items, claims);
      const [them, go] = step.items.length === 1 ? ['it', 'it goes'] : ['them', 'they go'];
      const beside = `from the other items ${parties[0]} has ${pointsInWords(step.before[0])} and ${parties[1]} ${pointsInWords(step.before[1])}`;
      return step.even
        ? `Both give ${names} the same points, and ${beside}, so either could have ${them}; for now ${go} to ${parties[step.to]}, which is listed first.`
        : `Both give ${names} the same points; ${beside}, so ${go} to ${parties[step.to]}, which has fewer.`;
    }
    case 'initial':
      return `That makes ${both(step.totals, parties)}.`;
    case 'passed': {
      const [from, to] = [parties[step.from], parties[step.from === 0 ? 1 : 0]];
      const what = isOne(step.part) ? 'all' : partInWords(step.part);
      return `${from} passes ${what} of ${items[step.item]} to ${to}: of what ${from} holds it costs least, ${decimal(step.ratio)} for each point that ${to} gains. That makes ${both(step.totals, parties)}.`;
    }
  }
}

function both(totals: readonly [Fraction, Fraction], parties: readonly [string, string]): string {
  return `${pointsInWords(totals[0])} for ${parties[0]} and ${pointsInWords(totals[1])} for ${parties[1]}`;
}

function shareOf(firsts: Fraction, party: 0 | 1): Fraction {
  return party === 0 ? firsts : minus(fraction(1n), firsts);
}

function isWhole(firsts: Fraction, party: 0 | 1): boolean {
  return isOne(shareOf(firsts, party));
}

function isOne({ numerator, denominator }: Fraction): boolean {
  return numerator === denominator;
}

function decimal(ratio: Fraction): string {
  return String(Math.round(asNumber(ratio) * 1e4) / 1e4);
}
