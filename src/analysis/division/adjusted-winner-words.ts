import { asNumber, fraction, listInWords, minus, type Fraction } from '../solutions/index.ts';
import type { AdjustedWinner, AdjustedWinnerStep } from './adjusted-winner.ts';
import { partInWords, pointsInWords, type SoundClaims } from './claims.ts';

/** The result in a sentence. */
export function adjustedWinnerInWords({ claims, shares, totals, split }: AdjustedWinner): string {
  const has = ([0, 1] as const).map((party) => {
    const whole = claims.items.filter((_, item) => isWhole(shares[item]!, party));
    const part =
      split === null ? [] : [`${partInWords(shareOf(shares[split.item]!, party))} of ${claims.items[split.item]}`];
    return `${claims.parties[party]} gets ${listInWords([...whole, ...part]) || 'nothing'}`;
  });
  return `${has.join('; ')}. Each has ${pointsInWords(totals[0])} of its own 100 points.`;
}

/** Every step on the way, one sentence each. */
export function adjustedWinnerSteps({ claims, steps, split, totals }: AdjustedWinner): readonly string[] {
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
  ];
}

function stepInWords(step: AdjustedWinnerStep, { parties, items, points }: SoundClaims): string {
  const gives = (item: number): string =>
    `${parties[0]} gives it ${pointsInWords(points[0][item]!)}, ${parties[1]} ${pointsInWords(points[1][item]!)}`;
  switch (step.kind) {
    case 'won':
      return `${items[step.item]} goes to ${parties[step.by]}: ${gives(step.item)}.`;
    case 'tied': {
      const names = listInWords(step.items.map((item) => items[item]!));
      const beside = `from the other items ${parties[0]} has ${pointsInWords(step.before[0])} and ${parties[1]} ${pointsInWords(step.before[1])}`;
      return step.even
        ? `Both give ${names} the same points, and ${beside}, so either could have it; it goes to ${parties[step.to]} for now.`
        : `Both give ${names} the same points; ${beside}, so it goes to ${parties[step.to]}, which has fewer.`;
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
