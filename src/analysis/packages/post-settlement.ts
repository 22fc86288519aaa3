import { frontierOf, type Entangled } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import { packageInWords, type Agenda } from './agenda.ts';
import { changeInWords, pointsInWords } from './figures.ts';
import { nearnessOf, type Effort } from './nearness.ts';
import { byLeximin, sharesOf, stakesOf } from './stakes.ts';
import type { NotAllowed } from './trades.ts';

/** What can be done after a deal so that nobody is worse off. */
export type PostSettlement =
  | {
      readonly kind: 'improvements';
      /** All points that tie for the best, each with the package behind it that changes the deal least. */
      readonly improvements: readonly Improvement[];
      readonly exact: Exactness;
    }
  /** No package makes one side better without making another worse. Proved, if `exact` is true. */
  | { readonly kind: 'efficient'; readonly exact: Exactness }
  | NotAllowed
  | Entangled;

/** True, or by how much utility a package that was left out can be better for each party. */
export type Exactness = true | { readonly within: number };

export interface Improvement {
  readonly pack: Package;
  /** For each party, in steps of the grid; at least the deal's. */
  readonly totals: readonly number[];
  readonly gains: readonly number[];
  /** The issues on which it differs from the deal. */
  readonly changes: readonly number[];
}

/**
 * The best improvements of a deal: no party has less than in the deal, and the least gain is the largest; among those the next least, and so on
 * (leximin). Gains are compared as shares of what each party has at stake. The old deal stands unless all prefer the new one.
 */
export function improvementsOf(scores: Scores, agenda: Agenda, deal: Package, effort: Effort = {}): PostSettlement {
  const before = totalsOf(scores, deal);
  if (before === null) return { refused: 'not allowed' };
  const atLeast = { ...scores, floors: [...before] };
  const frontier = frontierOf(atLeast, effort.budget === undefined ? {} : { budget: effort.budget });
  if ('refused' in frontier) return frontier;
  const gainsAt = (place: number): number[] => frontier.totals.map((totals, p) => totals[place]! - before[p]!);
  const stakes = stakesOf(scores);
  const better = Array.from({ length: frontier.size }, (_, place) => place).filter((place) => {
    const gains = gainsAt(place);
    return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
  });
  const [first, ...others] = better.map((place) => ({ place, shares: sharesOf(gainsAt(place), stakes) }));
  if (first === undefined) return { kind: 'efficient', exact: frontier.exact };
  const best = others.reduce((standing, one) => (byLeximin(one.shares, standing.shares) < 0 ? one : standing), first);
  const chosen = [first, ...others].filter(({ shares }) => byLeximin(shares, best.shares) === 0);
  const nearness = nearnessOf(atLeast, { agenda, offers: scores.parties.map(() => deal) }, frontier, effort);
  const improvements = chosen.map(({ place }) => {
    const pack = nearness.nearestAt(nearness.places.indexOf(place));
    return {
      pack,
      totals: frontier.totals.map((totals) => totals[place]!),
      gains: gainsAt(place),
      changes: pack.flatMap((answer, i) => (answer === deal[i] ? [] : [i])),
    };
  });
  return { kind: 'improvements', improvements, exact: frontier.exact };
}

/** What was found, in a sentence. */
export function postSettlementInWords(scores: Scores, agenda: Agenda, found: PostSettlement): string {
  if ('refused' in found)
    return found.refused === 'not allowed'
      ? 'The deal breaks a constraint, so that nothing can be said of what would improve it.'
      : 'Too many issues are tied together to say what would improve the deal.';
  const within =
    found.exact === true
      ? ''
      : ` Not every package was looked at: one that was not can be better by at most ${pointsInWords(found.exact.within)} for each side.`;
  if (found.kind === 'efficient') {
    return found.exact === true
      ? 'No package makes one side better without making another worse: the deal is efficient.'
      : `No package was found that makes one side better without making another worse.${within}`;
  }
  const [{ pack, gains, changes }] = found.improvements as [Improvement, ...Improvement[]];
  const gained = scores.parties.map((name, p) => `${name} ${changeInWords(utilityOf(scores, gains[p]!))}`);
  const tied = found.improvements.length > 1 ? ` ${found.improvements.length} packages do equally well.` : '';
  return `With ${packageInWords(agenda, pack, changes)}, nobody is worse off than in the deal: ${listInWords(gained)}. No other package makes the least gain larger.${tied}${within}`;
}

/** Improving a deal after it was made. */
export const postSettlementMethod: Method = {
  name: 'Post-settlement settlement',
  definition:
    'Of the packages that give no side less than the deal, those whose least gain is the largest, then the next least, and so on. If there is none but the deal, the deal is efficient.',
  assumes:
    'The deal stands unless every side prefers the new one; gains are compared as shares of all that a side has at stake.',
  misleads: 'When reopening has a cost that the points leave out: trust, ratification, a majority at home.',
  source: 'Raiffa 1985; leximin: Sen 1970',
};
