import type { Scenario } from '../../../analysis/index.ts';

/** The field of one weight. */
export interface WeightField {
  readonly input: HTMLInputElement;
  readonly side: number;
  readonly issue: number;
}

/** The weight fields of a form. */
export const fieldsIn = (form: ParentNode): readonly WeightField[] =>
  [...form.querySelectorAll<HTMLInputElement>('input[data-issue]')].map((input) => ({
    input,
    side: Number(input.dataset['side']),
    issue: Number(input.dataset['issue']),
  }));

/** A weight as its field shows it: points of 100, the same as the server writes it. */
export const weightInField = (weight: number): string => String(Math.round(weight * 1000) / 10);

/** The scenario with the weights that the fields hold, read as the server reads them; null where one of them is impossible. */
export function withWeights(stated: Scenario, fields: readonly WeightField[]): Scenario | null {
  let possible = true;
  const profiles = stated.profiles.map((profile, p) => {
    let changed = false;
    const typed = profile.weights.map((weight, i) => {
      const text =
        fields
          .find(({ side, issue }) => side === p && issue === i)
          ?.input.value.trim()
          .replace(',', '.') ?? '';
      if (text === weightInField(weight)) return weight * 100;
      changed = true;
      return text === '' ? Number.NaN : Number(text);
    });
    const total = typed.reduce((sum, weight) => sum + weight, 0);
    if (!typed.every((weight) => weight >= 0 && weight <= 1e6) || !(total > 0)) possible = false;
    return changed ? { ...profile, weights: typed.map((weight) => weight / total) } : profile;
  });
  return possible ? { ...stated, profiles } : null;
}

/** The words of an address for weights that were changed; empty where none was. */
export function weightsQuery(stated: Scenario, fields: readonly WeightField[]): string {
  const changed = fields.filter(
    ({ input, side, issue }) => input.value !== weightInField(stated.profiles[side]?.weights[issue] ?? 0),
  );
  const sides = new Set(changed.map(({ side }) => side));
  return new URLSearchParams(
    fields.filter(({ side }) => sides.has(side)).map(({ input }): [string, string] => [input.name, input.value]),
  ).toString();
}
