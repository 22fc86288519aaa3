import type { Frontier, Package } from '../../analysis/index.ts';

/**
 * A frontier where a party’s total counts as at most its ceiling (`ceilings` in utility, null where nothing is cut off; `step` the utility of one
 * step of the grid). Exact: cutting off keeps who has at least as much, so each efficient point under the ceilings is that of a package on
 * the frontier without them. Points that become one are one; those that fall behind another are left out.
 */
export function underCeilings(frontier: Frontier, ceilings: readonly (number | null)[], step: number): Frontier {
  const most = ceilings.map((ceiling) => (ceiling === null ? Infinity : inSteps(ceiling, step)));
  if (!frontier.totals.some((totals, party) => totals.some((total) => total > (most[party] ?? Infinity))))
    return frontier;
  const cut = frontier.totals.map((totals, party) => totals.map((total) => Math.min(total, most[party] ?? Infinity)));
  const at = (party: number, place: number) => cut[party]?.[place] ?? 0;
  const compare = (a: number, b: number) => {
    const party = cut.findIndex((totals) => totals[a] !== totals[b]);
    return party < 0 ? a - b : at(party, b) - at(party, a);
  };
  const groups: number[][] = [];
  for (const place of Array.from({ length: frontier.size }, (_, each) => each).sort(compare)) {
    const above = groups.find(([first = 0]) => cut.every((_, party) => at(party, first) >= at(party, place)));
    if (above === undefined) groups.push([place]);
    else if (cut.every((_, party) => at(party, above[0] ?? 0) === at(party, place))) above.push(place);
  }
  const behind = (place: number): readonly number[] => groups[place] ?? [];
  return {
    parties: frontier.parties,
    size: groups.length,
    totals: cut.map((totals) => Float64Array.from(groups, ([first = 0]) => totals[first] ?? 0)),
    exact: frontier.exact,
    packageAt: (place): Package => frontier.packageAt(behind(place)[0] ?? 0),
    *packagesAt(place) {
      for (const each of behind(place)) yield* frontier.packagesAt(each);
    },
  };
}

const inSteps = (utility: number, step: number): number => (step < 1 ? utility * Math.round(1 / step) : utility / step);
