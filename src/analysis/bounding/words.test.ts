import { expect, test } from 'vitest';
import { seeded } from '../chance.ts';
import type { Scores } from '../scores.ts';
import { agreementZone, agreementZoneInWords } from './agreement-zone.ts';
import { kalaiSmorodinskyByBounding, kalaiSmorodinskyByBoundingInWords } from './kalai-smorodinsky.ts';
import { leastSacrifice, leastSacrificeInWords } from './least-sacrifice.ts';
import { leximinByBounding, leximinByBoundingInWords } from './leximin.ts';
import { maxMinByBounding, maxMinByBoundingInWords } from './max-min.ts';
import { minimumDifferenceByBounding, minimumDifferenceByBoundingInWords } from './minimum-difference.ts';
import { minimumSpreadByBounding, minimumSpreadByBoundingInWords } from './minimum-spread.ts';
import { nashByBounding, nashByBoundingInWords } from './nash.ts';
import { productOfUtilitiesByBounding, productOfUtilitiesByBoundingInWords } from './product-of-utilities.ts';
import { relativeUtilitarianByBounding, relativeUtilitarianByBoundingInWords } from './relative-utilitarian.ts';
import { utilitarianDirectly, utilitarianDirectlyInWords } from './utilitarian.ts';
import { zoneSize, zoneSizeInWords } from './zone-size.ts';

/** Two issues; Ana cares more for the first, Ben for the second. */
const scores = (floors: readonly number[]): Scores => ({
  parties: ['Ana', 'Ben'],
  sizes: [2, 2],
  of: [
    [Float64Array.of(0, 70), Float64Array.of(30, 0)],
    [Float64Array.of(40, 0), Float64Array.of(0, 60)],
  ],
  bonds: [],
  floors,
  step: 0.01,
  error: 0,
});

test('each result is said in a sentence', () => {
  const open = scores([20, 20]);
  const from = [20, 20];
  const proved = 'That no package does better is proved.';
  expect(nashByBoundingInWords(open, nashByBounding(open, from))).toBe(
    `The package with the largest product of gains gives Ana 0.7 and Ben 0.6. ${proved}`,
  );
  expect(maxMinByBoundingInWords(open, maxMinByBounding(open, from))).toBe(
    `The package in which the least gain is largest gives Ana 0.7 and Ben 0.6. ${proved}`,
  );
  expect(leximinByBoundingInWords(open, leximinByBounding(open, from))).toBe(
    `The package that raises the least gain first, then the next, gives Ana 0.7 and Ben 0.6. ${proved}`,
  );
  expect(kalaiSmorodinskyByBoundingInWords(open, from, kalaiSmorodinskyByBounding(open, from))).toBe(
    `The package with the largest least share of the most that each could gain gives Ana 0.7 and Ben 0.6 (Ana 100% and Ben 100%). ${proved}`,
  );
  expect(utilitarianDirectlyInWords(open, utilitarianDirectly(open))).toBe(
    `The package with the largest sum gives Ana 0.7 and Ben 0.6. ${proved}`,
  );
  expect(agreementZoneInWords(open, agreementZone(open))).toMatch(/^There is room for agreement: one package gives /);
  expect(zoneSizeInWords(zoneSize(open, seeded(1)))).toBe(
    '2 of 4 allowed packages (50%) give every party at least what it has without an agreement.',
  );
  expect(leastSacrificeInWords(open, leastSacrifice(open))).toBe(
    'Nobody has to give anything: there is a package that all can accept.',
  );
});

test('where there is no room, it says why and what would open it', () => {
  const closed = scores([75, 65]);
  expect(nashByBoundingInWords(closed, nashByBounding(closed, [75, 65]))).toBe(
    'No package gives every party at least what it has without an agreement.',
  );
  expect(agreementZoneInWords(closed, agreementZone(closed))).toMatch(
    /^There is no room for agreement: counting Ana 0\.\d+ and Ben 0\.\d+, the best package comes to 0\.\d+, and what the parties have without an agreement to 0\.\d+\.$/,
  );
  expect(leastSacrificeInWords(closed, leastSacrifice(closed))).toBe(
    'The least that would open a zone: Ana 0.05 (5% of its range) and Ben 0.05 (5% of its range) less than they have without an agreement.',
  );
});

test('a search that was cut short says what is open', () => {
  const found = nashByBounding(scores([20, 20]), [20, 20]);
  if (!('gap' in found)) throw new Error('nothing was chosen');
  expect(nashByBoundingInWords(scores([20, 20]), { ...found, proved: false, gap: 0.015 })).toBe(
    'The package with the largest product of gains gives Ana 0.7 and Ben 0.6. It is not proved that this is the best: another’s product can be larger by at most 1.5%.',
  );
});

test('shares, differences and products are said with their proof, and without it with what is open', () => {
  const open = scores([20, 20]);
  const from = [20, 20];
  const best = [100, 100];
  const sum = relativeUtilitarianByBounding(open, from, best);
  const sumWords = 'The package with the largest sum of shares of the most that each could gain in any package gives';
  expect(relativeUtilitarianByBoundingInWords(open, from, best, sum)).toBe(
    `${sumWords} Ana 0.7 and Ben 0.6 (Ana 62.5% and Ben 50%). That no package does better is proved.`,
  );
  if (!('gap' in sum)) throw new Error('nothing was chosen');
  expect(relativeUtilitarianByBoundingInWords(open, from, [20, 100], { ...sum, proved: false, gap: 0.04 })).toBe(
    `${sumWords} Ana 0.7 and Ben 0.6 (Ana can gain nothing and Ben 50%). It is not proved that this is the best: the shares could come to more by at most 4% of what one party could gain.`,
  );
  const spread = minimumSpreadByBounding(open, from, best);
  const spreadWords =
    'The efficient point at which shares of the most that each could gain in any package lie closest together gives Ana 0.7 and Ben 0.6 (Ana 62.5% and Ben 50%).';
  expect(minimumSpreadByBoundingInWords(open, from, best, spread)).toBe(
    `${spreadWords} That they lie closer together in no efficient package that all accept is proved.`,
  );
  if (!('tied' in spread)) throw new Error('nothing was chosen');
  expect(minimumSpreadByBoundingInWords(open, from, best, { ...spread, proved: false, bound: 0.1 })).toBe(
    `${spreadWords} It is not proved that this is the best: in another they could lie closer together by at most 2.5% of what each could gain.`,
  );
  expect(minimumSpreadByBoundingInWords(open, from, best, { kind: 'too many' })).toMatch(
    /^Too many efficient packages/,
  );
  const difference = minimumDifferenceByBounding(open);
  const differenceWords = 'The efficient point at which the parties’ totals differ least gives Ana 0.7 and Ben 0.6.';
  expect(minimumDifferenceByBoundingInWords(open, difference)).toBe(
    `${differenceWords} That they differ less in no efficient package is proved. It does not ask whether each party would accept.`,
  );
  if (!('tied' in difference)) throw new Error('nothing was chosen');
  const twice = [...difference.tied, ...difference.tied];
  expect(minimumDifferenceByBoundingInWords(open, { ...difference, tied: twice, proved: false, bound: 7 })).toBe(
    'There are 2 efficient points at which the parties’ totals differ least; the first gives Ana 0.7 and Ben 0.6. It is not proved that this is the best: in another they could differ less by at most 0.03. It does not ask whether each party would accept.',
  );
});

test('a product of utilities is said with whom it leaves below its reservation, and what is open', () => {
  const said = (reservations: readonly number[]): string =>
    productOfUtilitiesByBoundingInWords(scores([20, 20]), productOfUtilitiesByBounding(scores([20, 20]), reservations));
  const product = 'The efficient package with the largest product above the stated reservations gives';
  expect(said([0, 0])).toBe(
    `${product} Ana 0.7 and Ben 0.6. That no efficient package has a larger product is proved.`,
  );
  expect(said([75, 65])).toBe(
    'The package with the largest product above the stated reservations that was found gives Ana 0.7 and Ben 0.6. It is below the reservation of Ana and Ben. It is not proved that this is the best: the product of another efficient package, perhaps one of losses, could be larger by at most 4400%.',
  );
  expect(said([70, 60])).toMatch(/^No package gives every party more than its stated reservation, so /);
  const found = productOfUtilitiesByBounding(scores([20, 20]), [0, 0]);
  if (!('below' in found)) throw new Error('nothing was chosen');
  const open = { ...found, proved: false, bound: 6300n };
  const any =
    'The package with the largest product above the stated reservations that was found gives Ana 0.7 and Ben 0.6.';
  expect(productOfUtilitiesByBoundingInWords(scores([0, 0]), open)).toBe(
    `${any} It is not proved that this is the best: the product of another efficient package, perhaps one of losses, could be larger by at most 50%.`,
  );
  expect(productOfUtilitiesByBoundingInWords(scores([0, 0]), { ...open, bound: null })).toMatch(/could be larger\.$/);
});
