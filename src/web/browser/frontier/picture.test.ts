import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packages, preferences, solutions } from '../../../analysis/index.ts';
import { scenarios } from '../../../../tests/support/frontier-scenarios.ts';
import { moving, pictureOf } from './picture.ts';

test('the picture is the library’s: its points, the worth of its packages and of the offers, and its solutions', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const pack = scenario.issues.map((_, i) => i % 3);
      const picture = pictureOf({ dance: [{ party: 0, pack }] }, scenario);
      const { scores } = preferences.scoresOf(scenario);
      const worth = (of: readonly number[]): readonly number[] =>
        [0, 1].map((party) => packages.valueByIssue(scores, of, party).total);
      expect(picture.dance).toEqual([worth(pack)]);
      for (let place = 0; place < picture.size; place++)
        expect(worth(picture.packageAt(place))).toEqual(picture.totalsAt(place));
      const nash = picture.named.find(({ label }) => label === 'Nash');
      const disagreement = solutions.disagreementOf(scores.floors, packages.endsOf(scores).worst);
      const rows = Array.from({ length: picture.size }, (_, place) =>
        picture.totalsAt(place).map((total) => Math.round(total / scores.step)),
      );
      expect(nash?.place).toBe(solutions.nash(solutions.pointsOf(rows), disagreement).places[0]);
    }),
    { numRuns: 60 },
  );
});

test('a weight on its way gives what the whole scenario with that weight gives, but for the rounding of its steps', () => {
  fc.assert(
    fc.property(scenarios, fc.nat(1), fc.integer({ min: 0, max: 100 }), (scenario, party, percent) => {
      const given = { dance: [] };
      const moved = moving(given, scenario, party, 0)(percent / 100);
      const profile = scenario.profiles[party]!;
      const factor = (1 - percent / 100) / (1 - profile.weights[0]!);
      const weights = profile.weights.map((weight, i) => (i === 0 ? percent / 100 : weight * factor));
      const whole = pictureOf(given, { ...scenario, profiles: scenario.profiles.with(party, { ...profile, weights }) });
      const { step } = preferences.scoresOf(scenario).scores;
      // Each point of the one is matched by a point of the other that gives neither side less, to within the steps.
      for (const [some, other] of [
        [moved, whole],
        [whole, moved],
      ] as const)
        for (let place = 0; place < some.size; place++) {
          const [x, y] = some.totalsAt(place);
          const near = Array.from({ length: other.size }, (_, k) => other.totalsAt(k)).some(
            ([a, b]) => a >= x - 4 * step - 1e-9 && b >= y - 4 * step - 1e-9,
          );
          expect(near).toBe(true);
        }
    }),
    { numRuns: 60 },
  );
});
