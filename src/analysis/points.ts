import type { Package } from './scenario.ts';

/**
 * What packages give: distinct points, each a total for every party in steps of the grid, sorted by the first party's total
 * (highest first), then the second's, and so on. Solutions choose among them by their place.
 */
export interface Points {
  readonly parties: number;
  readonly size: number;
  /** `totals[party][place]`. */
  readonly totals: readonly Float64Array[];
}

/** The efficient points: no other package gives one party more and none less. */
export interface Frontier extends Points {
  /** True when these are all of them; else by how much utility, for each party, a point that is left out can exceed one that is here. */
  readonly exact: true | { readonly within: number };
  /** One package behind a point. */
  packageAt(place: number): Package;
  /** All packages behind a point, one after another. */
  packagesAt(place: number): Generator<Package>;
}
