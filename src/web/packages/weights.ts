import type { CaseFile, Valued } from '../../domain/index.ts';
import { issues, parties } from '../../domain/index.ts';
import { problemWith, type Form, type Problem } from '../form.ts';

/** Weights tried out: the profiles with them, and the words of the address that say so; both as stated where none was changed. */
export interface Tried {
  readonly valued: Valued;
  /** `&w.upstream.water=40…`, or empty. */
  readonly query: string;
  readonly changed: boolean;
}

/** The name of the field for a side's weight on an issue. */
export const weightField = (party: string, issue: string): string => `w.${party}.${issue}`;

/** A weight as points of 100, as its field shows it. */
export const weightInField = (weight: number): string => String(Math.round(weight * 1000) / 10);

/** The weights that an address tries out in place of those stated; or what is wrong with them, and nothing is tried. */
export function triedWeights(file: CaseFile, valued: Valued, form: Form, names: readonly string[]): Tried | Problem {
  const fields = names.filter((name) => name.startsWith('w.'));
  const stray = fields.map((name) => strayInWords(file, valued, name)).find((sentence) => sentence !== null);
  if (stray !== undefined && stray !== null) return problemWith('weights', stray);
  const query: [string, string][] = [];
  const profiles: Valued['scenario']['profiles'][number][] = [];
  for (const [p, profile] of valued.scenario.profiles.entries()) {
    const side = valued.sides[p]?.party;
    const typed: number[] = [];
    let changed = false;
    for (const [i, issue] of valued.issues.entries()) {
      const name = weightField(side?.key ?? '', issue.key);
      const stated = profile.weights[i] ?? 0;
      const text = fields.includes(name) ? form.text(name).trim().replace(',', '.') : weightInField(stated);
      const weight = text === '' ? Number.NaN : Number(text);
      if (!(weight >= 0 && weight <= 1e6))
        return problemWith(
          name,
          `“${form.text(name)}” cannot be ${side?.name ?? 'a side'}’s weight on ${issue.name}. Give a number from 0 to a million; the weights as stated are shown meanwhile.`,
        );
      changed ||= text !== weightInField(stated);
      typed.push(text === weightInField(stated) ? stated * 100 : weight);
    }
    const total = typed.reduce((sum, weight) => sum + weight, 0);
    if (total === 0)
      return problemWith(
        weightField(side?.key ?? '', valued.issues[0]?.key ?? ''),
        `All of ${side?.name ?? 'a side'}’s weights are 0, so that nothing would be worth anything to it. Give at least one issue a weight; the weights as stated are shown meanwhile.`,
      );
    if (changed)
      valued.issues.forEach(({ key }, i) =>
        query.push([weightField(side?.key ?? '', key), weightInField((typed[i] ?? 0) / total)]),
      );
    profiles.push(changed ? { ...profile, weights: typed.map((weight) => weight / total) } : profile);
  }
  const changed = query.length > 0;
  return {
    valued: changed ? { ...valued, scenario: { ...valued.scenario, profiles } } : valued,
    query: changed ? `&${new URLSearchParams(query).toString()}` : '',
    changed,
  };
}

/** Why a field is no weight here: a side without points, or an issue that is gone. */
function strayInWords(file: CaseFile, valued: Valued, name: string): string | null {
  const [, party = '', ...rest] = name.split('.');
  const key = rest.join('.');
  const side = parties(file).find((known) => known.key === party);
  if (side === undefined) return `“${party}” is none of the sides. Use the fields below.`;
  if (!valued.sides.some(({ party: known }) => known.key === party))
    return `No points of ${side.name} are known to you, so there is no weight to change. Give points first, under Preferences.`;
  if (valued.issues.some((issue) => issue.key === key)) return null;
  const issue = issues(file).find((known) => known.key === key);
  return issue === undefined
    ? `“${key}” is not, or no longer, an issue on the agenda. Use the fields below.`
    : `No points are given on ${issue.name}, so it has no weight to change. Give points on it first, under Preferences.`;
}
