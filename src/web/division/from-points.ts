import {
  issueWithKey,
  parties,
  preferencesOf,
  type CaseFile,
  type Entry,
  type Party,
  type Preferences,
  type Worth,
} from '../../domain/index.ts';

/** A division as it can be started from what two sides value. */
export interface Started {
  readonly items: readonly { readonly name: string; readonly points: readonly [number, number] }[];
  /** Issues on which one answer is best for both, so that there is nothing to divide. */
  readonly leftOut: readonly string[];
  readonly sources: readonly [Entry<Preferences>, Entry<Preferences>];
}

/** The pairs of sides whose points the viewer knows, in the order of all pages. */
export function pairsWithPoints(file: CaseFile): readonly (readonly [Party, Party])[] {
  const known = parties(file).filter(({ key }) => preferencesOf(file, key) !== null);
  return known.flatMap((first, i) => known.slice(i + 1).map((second) => [first, second] as const));
}

/**
 * A division started from the points of two sides: on each issue that both value, what is at stake for a side, which is its points for the
 * answer that it likes best, less those for the answer that the other likes best, times the weight of the issue. Null where either's
 * points are not known, or nothing is at stake.
 */
export function startedFrom(file: CaseFile, first: string, second: string): Started | null {
  const [one, other] = [preferencesOf(file, first), preferencesOf(file, second)];
  if (one === null || other === null || first === second) return null;
  const items: Started['items'][number][] = [];
  const leftOut: string[] = [];
  for (const { issue, weight, worth } of one.fact.issues) {
    const theirs = other.fact.issues.find((known) => known.issue === issue);
    if (theirs === undefined) continue;
    const name = issueWithKey(file, issue)?.name ?? issue;
    const points = [atStake(worth, theirs.worth, weight), atStake(theirs.worth, worth, theirs.weight)] as const;
    if (points[0] === 0 && points[1] === 0) leftOut.push(name);
    else items.push({ name, points });
  }
  const divisible = [0, 1].every((side) => items.some(({ points }) => (points[side] ?? 0) > 0));
  return divisible ? { items, leftOut, sources: [one, other] } : null;
}

function atStake(own: Worth, others: Worth, weight: number): number {
  const answers = [...new Set([...answersOf(own), ...answersOf(others)])];
  const most = Math.max(...answers.map((answer) => valueOf(others, answer)));
  const othersBest = answers.filter((answer) => valueOf(others, answer) === most);
  const best = Math.max(...answers.map((answer) => valueOf(own, answer)));
  const left = Math.max(...othersBest.map((answer) => valueOf(own, answer)));
  return Number(((weight * (best - left)) / 100).toFixed(4));
}

const answersOf = (worth: Worth): readonly (string | number)[] =>
  worth.kind === 'options' ? Object.keys(worth.values) : worth.points.map(({ at }) => at);

/** What an answer is worth: as given, or on the straight line between the numbers given. */
function valueOf(worth: Worth, answer: string | number): number {
  if (worth.kind === 'options') return worth.values[answer] ?? 0;
  const at = Number(answer);
  const after = worth.points.findIndex((point) => point.at >= at);
  const [low, high] = [worth.points[Math.max(after - 1, 0)], worth.points[after]];
  if (high === undefined) return worth.points.at(-1)?.value ?? 0;
  if (low === undefined || high.at === at || high.at === low.at) return high.value;
  return low.value + ((high.value - low.value) * (at - low.at)) / (high.at - low.at);
}
