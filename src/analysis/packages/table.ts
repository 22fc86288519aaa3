import type { Package } from '../scenario.ts';
import { denominatorOf, leastCommonMultiple } from '../preferences/fraction.ts';
import { apartOn, type Agenda } from './agenda.ts';

/** One party's latest answer to each issue, by its place among the answers; null where it has given none. */
export type Offer = readonly (number | null)[];

/** What lies on the table: the agenda, and the latest offer of each party in the order of the scores. */
export interface OnTheTable {
  readonly agenda: Agenda;
  readonly offers: readonly Offer[];
}

/**
 * How far each answer lies from each party's latest offer, in whole steps, so that ties are ties. Every issue counts alike: a step is
 * 1 / `grid` of one whole issue (a range from end to end, or another option). Nothing that a party has not answered is away from it.
 */
export interface Distances {
  readonly grid: number;
  /** By how much a distance, as a share of all issues, can differ from the true one: 0 when the grid holds every answer of every range. */
  readonly error: number;
  /** `of[party][issue][answer]`, whole numbers from 0 to `grid`. */
  readonly of: readonly (readonly Float64Array[])[];
}

/** The distances of all answers from the offers on the table. */
export function distancesOf({ agenda, offers }: OnTheTable): Distances {
  const { grid, error } = gridFor(agenda);
  const away = (offer: Offer) =>
    agenda.map((item, i) => {
      const said = offer[i] ?? null;
      return Float64Array.from({ length: item.answers.size }, (_, a) =>
        said === null ? 0 : Math.round(apartOn(item, a, said) * grid),
      );
    });
  return { grid, error, of: offers.map(away) };
}

/** How far a package lies from one party's offer, in steps of the distances' grid. */
export function distanceTo(distances: Distances, party: number, pack: Package): number {
  return pack.reduce((sum, answer, i) => sum + distances.of[party]![i]![answer]!, 0);
}

/** Steps of the grid as a share: the mean over all issues, from 0 (the offer itself) to 1. */
export function asShare(distances: Distances, steps: number): number {
  const issues = distances.of[0]?.length ?? 0;
  return issues === 0 ? 0 : steps / (distances.grid * issues);
}

/** Whether a party has answered anything. */
export function hasOffered(offer: Offer): boolean {
  return offer.some((answer) => answer !== null);
}

/** The offer as a package, if it answers everything; else null. */
export function wholeOffer(offer: Offer): Package | null {
  return offer.every((answer) => answer !== null) ? offer : null;
}

const finest = 2 ** 20;

// The least number of parts into which one whole issue divides so that every range's answers lie on it.
function gridFor(agenda: Agenda): Pick<Distances, 'grid' | 'error'> {
  let grid = 1;
  for (const item of agenda)
    for (let a = 0; a < item.answers.size; a++) {
      grid = leastCommonMultiple(grid, denominatorOf(apartOn(item, 0, a)) || Infinity);
      if (!(grid <= finest)) return { grid: finest, error: 0.5 / finest };
    }
  return { grid, error: 0 };
}
