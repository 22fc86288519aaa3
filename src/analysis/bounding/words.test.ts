import { expect, test } from 'vitest';
import { seeded } from '../chance.ts';
import type { Scores } from '../scores.ts';
import { agreementZone, agreementZoneInWords } from './agreement-zone.ts';
import { kalaiSmorodinskyByBounding, kalaiSmorodinskyByBoundingInWords } from './kalai-smorodinsky.ts';
import { leastSacrifice, leastSacrificeInWords } from './least-sacrifice.ts';
import { leximinByBounding, leximinByBoundingInWords } from './leximin.ts';
import { maxMinByBounding, maxMinByBoundingInWords } from './max-min.ts';
import { nashByBounding, nashByBoundingInWords } from './nash.ts';
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
