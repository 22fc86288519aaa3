import { describe, expect, it } from 'vitest';
import { asNumber, asText, type Fraction } from '../solutions/index.ts';
import { adjustedWinnerInWords, adjustedWinnerSteps } from './adjusted-winner-words.ts';
import { adjustedWinner, type AdjustedWinner } from './adjusted-winner.ts';
import type { Claims } from './claims.ts';
import { proportionalAllocation, proportionalAllocationInWords } from './proportional-allocation.ts';

const divorce = claimsOf(['Bob', 'Carol'], {
  'Custody (sole)': [25, 65],
  Alimony: [60, 25],
  House: [15, 10],
});
const estate = claimsOf(['Carol', 'Bob'], {
  'Retirement Account': [50, 40],
  Home: [20, 30],
  'Summer Cottage': [15, 10],
  Investments: [10, 10],
  Other: [5, 10],
});
/** The points are assumptions of Brams and Togman, not the parties’ own. */
const campDavid = claimsOf(['Israel', 'Egypt'], {
  Sinai: [35, 55],
  'Diplomatic recognition': [10, 5],
  'West Bank/Gaza': [20, 10],
  Linkage: [10, 5],
  'Palestinian rights': [5, 20],
  Jerusalem: [20, 5],
});
/** The points are assumptions of analysts (Raiffa 1982), not the parties’ own. */
const panama = claimsOf(['US', 'Panama'], {
  'US defence rights': [22, 9],
  'Use rights': [22, 15],
  'Land and water': [15, 15],
  'Expansion rights': [14, 3],
  Duration: [11, 15],
  'Expansion routes': [6, 5],
  Compensation: [4, 11],
  Jurisdiction: [2, 7],
  'US military rights': [2, 7],
  'Defence role of Panama': [2, 13],
});
const annBen = claimsOf(['Ann', 'Ben'], { G1: [6, 5], G2: [67, 34], G3: [27, 61] });

describe('Adjusted Winner, as published', () => {
  it.each([
    ['a divorce with three items', divorce, [75, 65], 'House', '3/5', '69'],
    ['a divorce with five items', estate, [65, 50], 'Retirement Account', '5/6', '170/3'],
    ['Camp David', campDavid, [60, 75], 'Sinai', '5/6', '395/6'],
    ['the Panama Canal', panama, [64, 68], 'Land and water', '13/15', '66'],
    ['Ann and Ben', annBen, [73, 61], 'G2', '100/101', '6700/101'],
  ])('%s', (_, claims, initial, item, keeps, final) => {
    const result = divided(claims);
    expect(initialOf(result)).toEqual(initial.map(String));
    expect(claims.items[result.split!.item]).toBe(item);
    expect(asText(result.split!.keeps)).toBe(keeps);
    expect(result.totals.map(asText)).toEqual([final, final]);
  });

  it('gives a tied item to the side with fewer points from the others', () => {
    for (const [claims, before] of [
      [estate, ['65', '40']],
      [panama, ['64', '53']],
    ] as const) {
      const tied = divided(claims).steps.find((step) => step.kind === 'tied');
      expect(tied).toMatchObject({ to: 1, even: false });
      expect(tied!.before.map(asText)).toEqual(before);
    }
  });

  it('divides five zones of the Spratly Islands in six ways, by three strategies of one side and two of the other', () => {
    // Denoon and Brams (1997) report 65 to 83 per cent for each side; their points were not to be had, so these are invented in their manner.
    const china = [
      [50, 20, 10, 10, 10],
      [40, 30, 15, 10, 5],
      [45, 30, 5, 10, 10],
    ];
    const asean = [
      [10, 15, 30, 25, 20],
      [5, 10, 25, 20, 40],
    ];
    const zones = ['west', 'south', 'north', 'centre', 'east'];
    const found = china.flatMap((a) =>
      asean.map((b) => divided({ parties: ['China', 'ASEAN'], items: zones, points: [a, b] })),
    );
    expect(found).toHaveLength(6);
    for (const { totals } of found) {
      expect(asText(totals[0])).toBe(asText(totals[1]));
      expect(asNumber(totals[0])).toBeGreaterThanOrEqual(65);
      expect(asNumber(totals[0])).toBeLessThanOrEqual(83);
    }
    expect(new Set(found.map(({ totals }) => asText(totals[0]))).size).toBeGreaterThan(1);
  });

  it('passes all of G1 and then a part of G2 from Ann to Ben', () => {
    const passed = divided(annBen).steps.filter((step) => step.kind === 'passed');
    expect(passed.map(({ item, from, part }) => [annBen.items[item], from, asText(part)])).toEqual([
      ['G1', 0, '1'],
      ['G2', 0, '1/101'],
    ]);
  });

  it('tells the result and every step', () => {
    const result = divided(estate);
    expect(adjustedWinnerInWords(result)).toBe(
      'Carol gets Summer Cottage and 5/6 of Retirement Account; Bob gets Home, Investments, Other and 1/6 of Retirement Account. Each has 170/3 (56.6667) of its own 100 points.',
    );
    expect(adjustedWinnerSteps(result)).toEqual([
      'Retirement Account goes to Carol: Carol gives it 50, Bob 40.',
      'Home goes to Bob: Carol gives it 20, Bob 30.',
      'Summer Cottage goes to Carol: Carol gives it 15, Bob 10.',
      'Other goes to Bob: Carol gives it 5, Bob 10.',
      'Both give Investments the same points; from the other items Carol has 65 and Bob 40, so it goes to Bob, which has fewer.',
      'That makes 65 for Carol and 50 for Bob.',
      'Carol passes 1/6 of Retirement Account to Bob: of what Carol holds it costs least, 1.25 for each point that Bob gains. That makes 170/3 (56.6667) for Carol and 170/3 (56.6667) for Bob.',
      'Retirement Account is the only item to be split: Carol keeps 5/6 of it and Bob gets 1/6.',
      "Both end with 170/3 (56.6667) points, so neither would rather have the other's part.",
    ]);
  });
});

describe('proportional allocation, as published', () => {
  it('gives Ann and Ben 56.0024 each', () => {
    const result = proportionalAllocation(annBen);
    if ('refused' in result) throw new Error(result.refused);
    expect(asText(result.totals[0])).toBe(asText(result.totals[1]));
    expect(asNumber(result.totals[0])).toBeCloseTo(56.0024, 4);
    expect(result.shares.map(asText)).toEqual(['6/11', '67/101', '27/88']);
    expect(proportionalAllocationInWords(result)).toMatch(
      /^Ann gets 6\/11 of G1, 67\/101 of G2, 27\/88 of G3, and Ben the rest\./,
    );
  });
});

function claimsOf(parties: readonly [string, string], points: Record<string, readonly [number, number]>): Claims {
  const both = Object.values(points);
  return { parties, items: Object.keys(points), points: [both.map(([a]) => a), both.map(([, b]) => b)] };
}

function divided(claims: Claims): AdjustedWinner {
  const result = adjustedWinner(claims);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

function initialOf(result: AdjustedWinner): readonly string[] {
  const totals: readonly Fraction[] = result.steps.find((step) => step.kind === 'initial')!.totals;
  return totals.map(asText);
}
