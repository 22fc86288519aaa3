import type { packages, Scenario } from '../../../analysis/index.ts';

/** What the page tells its script: what the picture was worked out from. */
export interface Given {
  readonly scenario: Scenario;
  /** The whole offers in turn. */
  readonly dance: readonly packages.DanceOffer[];
}
