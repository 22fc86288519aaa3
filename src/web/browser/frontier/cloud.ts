import { preferences, seeded, type Package, type Scenario } from '../../../analysis/index.ts';

const samples = 160;

/**
 * Where a package would lie if the weights were somewhat off: each weight of both sides by chance up to `off` (a share) more or less, then scaled
 * to the same sum. Two numbers a sample, in points. The same package gives the same cloud.
 */
export function cloudOf({ issues, profiles }: Scenario, pack: Package, off: number): Float64Array {
  const chance = seeded(20_310_107);
  const answers = preferences.answersIn({ issues, profiles });
  const worth = profiles.map(({ values }) =>
    values.map((value, i) => {
      const of = answers[i];
      return of === undefined ? 0 : (preferences.valuesOn(value, of)[pack[i] ?? 0] ?? 0);
    }),
  );
  const cloud = new Float64Array(samples * 2);
  for (let s = 0; s < samples; s++)
    profiles.slice(0, 2).forEach(({ weights }, p) => {
      let [sum, before, total] = [0, 0, 0];
      weights.forEach((weight, i) => {
        const drawn = weight * (1 + off * (2 * chance() - 1));
        sum += drawn;
        before += weight;
        total += drawn * (worth[p]?.[i] ?? 0);
      });
      cloud[s * 2 + p] = sum > 0 ? (total * before) / sum : 0;
    });
  return cloud;
}
