import type { Method } from '../method.ts';
import type { Frontier } from '../points.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { disagreementOf, egalitarian, egalitarianInWords, nash, nashInWords } from '../solutions/index.ts';
import { accountsOf, type Account } from './account.ts';
import { alternativesAt, type Alternatives } from './alternatives.ts';
import { bridgeAt, bridgeInWords, bridgesIn } from './bridging.ts';
import { endsOf } from './ends.ts';
import { pointsInWords } from './figures.ts';
import { mostOftenEfficient, robustInWords, type Wavering } from './robust.ts';
import { byNearness, nearnessOf, type Effort, type Nearness } from './nearness.ts';
import { improvementsOf, postSettlementInWords } from './post-settlement.ts';
import { byLeximin, sharesOf, stakesOf } from './stakes.ts';
import { hasOffered, type OnTheTable } from './table.ts';
import { tradedFromMiddle } from './traded-from-middle.ts';

/** What a suggestion is: nearest to the offers, a solution, traded from the middle of the offers, or better than a deal for all. */
export type SuggestionName =
  | 'nearest'
  | 'nash'
  | 'egalitarian'
  | 'robust'
  | 'traded from the middle'
  | 'better than the deal';

/** A package to think about, never to decide by: efficient, and at least everybody's reservation. */
export interface Suggestion {
  /** Why it is here; several reasons where they lead to the same point. */
  readonly reasons: readonly Reason[];
  /** Its place on the frontier. */
  readonly place: number;
  /** Of the packages behind the point, the one nearest to the table. */
  readonly pack: Package;
  readonly alternatives: Alternatives;
  /** For each party, in points. */
  readonly totals: readonly number[];
  /** For each party: how far it would have to come from its own latest offer, as a share of all issues. */
  readonly apart: readonly number[];
  /** What it means for each party, issue by issue, against its own latest offer and its reservation. */
  readonly accounts: readonly Account[];
}

export interface Reason {
  readonly name: SuggestionName;
  readonly sentence: string;
}

/** The suggestions, and what must be told beside them. */
export interface Suggestions {
  /** Different points, in the order: nearest, solutions, trades, improvement of the deal. */
  readonly list: readonly Suggestion[];
  readonly notes: readonly string[];
}

/** So many that tie in one regard are listed. */
const roomForTies = 6;

/** A short list of different packages to think about. `deal`: what was agreed, if the sides have a deal already. */
export function suggestionsFor(
  scores: Scores,
  table: OnTheTable,
  frontier: Frontier,
  {
    deal = null,
    wavering = null,
    ...effort
  }: Effort & { readonly deal?: Package | null; readonly wavering?: Wavering | null } = {},
): Suggestions {
  const nearness = nearnessOf(scores, table, frontier, effort);
  const notes = notesOn(scores, nearness);
  if (nearness.places.length === 0) return { list: [], notes };
  const gains = gainsIn(scores, nearness);
  const chosen = [
    ...nearest(scores, table, nearness, gains),
    ...solved(scores, nearness, gains),
    ...steady(scores, nearness, gains, wavering),
    ...traded(scores, table, nearness, effort),
  ];
  if (deal !== null) {
    const found = improvementsOf(scores, table.agenda, deal, effort);
    const sentence = postSettlementInWords(scores, table.agenda, found);
    const improvements = 'kind' in found && found.kind === 'improvements' ? found.improvements : [];
    const places = improvements.flatMap(({ totals }) => placeOf(nearness, totals) ?? []);
    if (places.length === 0) notes.push(sentence);
    else for (const k of preferred(nearness, gains, places)) chosen.push({ k, name: 'better than the deal', sentence });
  }
  for (const name of new Set(chosen.map((one) => one.name))) {
    const tied = chosen.filter((one) => one.name === name).length;
    if (tied > roomForTies)
      notes.push(`${tied} packages tie in one regard (${name}); the first ${roomForTies} of them are shown.`);
  }
  const shown = chosen.filter(
    (one, at) => chosen.slice(0, at).filter(({ name }) => name === one.name).length < roomForTies,
  );
  const points = [...new Set(shown.map(({ k }) => k))];
  const list = points.map((k) => {
    const reasons = shown.filter((one) => one.k === k).map(({ name, sentence }) => ({ name, sentence }));
    return suggestionAt(scores, table, nearness, k, reasons);
  });
  return { list, notes };
}

/** A reason and the point that it leads to, by its place among those of the nearness. */
interface Chosen extends Reason {
  readonly k: number;
}

function suggestionAt(
  scores: Scores,
  table: OnTheTable,
  nearness: Nearness,
  k: number,
  reasons: readonly Reason[],
): Suggestion {
  const { place, pack, totals, apart } = bridgeAt(nearness, k);
  return {
    reasons,
    place,
    pack,
    alternatives: alternativesAt(nearness.frontier, place, nearness.distances, { nearest: pack }),
    totals: totals.map((total) => utilityOf(scores, total)),
    apart,
    accounts: accountsOf(scores, table, pack),
  };
}

function nearest(scores: Scores, table: OnTheTable, nearness: Nearness, gains: Gains): readonly Chosen[] {
  if (!table.offers.some(hasOffered)) return [];
  const bridges = bridgesIn(nearness, 1);
  const ks = bridges.map(({ place }) => nearness.places.indexOf(place));
  return preferred(nearness, gains, ks).map((k) => ({
    k,
    name: 'nearest',
    sentence: `Nearest to the latest offers. ${bridgeInWords(scores, table, bridges[ks.indexOf(k)]!)}`,
  }));
}

function solved(scores: Scores, nearness: Nearness, gains: Gains): readonly Chosen[] {
  const points = nearness.frontier;
  const { disagreement } = gains;
  const telling = { points, parties: scores.parties, disagreement, step: scores.step };
  const concepts = [
    { name: 'nash', choose: nash, inWords: nashInWords },
    { name: 'egalitarian', choose: egalitarian, inWords: egalitarianInWords },
  ] as const;
  return concepts.flatMap(({ name, choose, inWords }) => {
    const solution = choose(points, disagreement);
    const ks = solution.places.flatMap((place) => {
      const k = nearness.places.indexOf(place);
      return k < 0 ? [] : [k];
    });
    const sentence = inWords(solution, telling);
    return preferred(nearness, gains, ks).map((k) => ({ k, name, sentence }));
  });
}

/** The package that stays efficient most often. */
function steady(scores: Scores, nearness: Nearness, gains: Gains, wavering: Wavering | null): readonly Chosen[] {
  if (wavering === null) return [];
  const places = new Map(
    nearness.places.map((place, k) => [nearness.frontier.totals.map((totals) => totals[place]).join(), k]),
  );
  const found = mostOftenEfficient(scores, wavering.factors, (totals) => places.has(totals.join()));
  const ks = found.flatMap(({ totals }) => places.get(totals.join()) ?? []);
  const [first] = found;
  // Where all that could be agreed stays efficient as often, it is no reason for any.
  if (first === undefined || new Set(ks).size === nearness.places.length) return [];
  const sentence = robustInWords(first, wavering.off);
  return preferred(nearness, gains, ks).map((k) => ({ k, name: 'robust', sentence }));
}

function traded(scores: Scores, table: OnTheTable, nearness: Nearness, effort: Effort): readonly Chosen[] {
  const found = tradedFromMiddle(scores, table, effort);
  const k = found === null ? null : placeOf(nearness, found.totals);
  return found === null || k === null ? [] : [{ k, name: 'traded from the middle', sentence: found.sentence }];
}

/** What gains are measured from, and those at a place as shares of what each party has at stake. */
interface Gains {
  readonly disagreement: readonly number[];
  readonly sharesAt: (k: number) => readonly number[];
}

function gainsIn(scores: Scores, { frontier, places }: Nearness): Gains {
  const disagreement = disagreementOf(scores.floors, endsOf(scores).worst);
  const stakes = stakesOf(scores);
  return {
    disagreement,
    sharesAt: (k) =>
      sharesOf(
        frontier.totals.map((totals, p) => totals[places[k]!]! - disagreement[p]!),
        stakes,
      ),
  };
}

/**
 * Of some places those nearest to the table, and of these those that leave the least gain largest, as a share of what each party has at stake,
 * then the next least: no order of parties or points decides. What still ties is all given.
 */
function preferred({ apart }: Nearness, { sharesAt }: Gains, ks: readonly number[]): readonly number[] {
  const measured = [...new Set(ks)].map((k) => ({
    k,
    steps: apart.map((party) => party[k]!),
    shares: sharesAt(k),
  }));
  type Measured = (typeof measured)[number];
  const order = (a: Measured, b: Measured): number => byNearness(a.steps, b.steps) || byLeximin(a.shares, b.shares);
  const [best, ...others] = measured.sort(order);
  if (best === undefined) return [];
  return [best, ...others.filter((other) => order(best, other) === 0)].map(({ k }) => k);
}

function placeOf({ frontier, places }: Nearness, totals: readonly number[]): number | null {
  const k = places.findIndex((place) => totals.every((total, p) => frontier.totals[p]![place] === total));
  return k < 0 ? null : k;
}

function notesOn(scores: Scores, { frontier, places, complete, distances }: Nearness): string[] {
  const notes: string[] = [];
  if (places.length === 0)
    notes.push('No package was found that gives every side at least what it has without an agreement.');
  if (frontier.exact !== true)
    notes.push(
      `Not every efficient package was looked at: one that was not can be better by at most ${pointsInWords(frontier.exact.within)} for each side.`,
    );
  if (!complete)
    notes.push(
      'Some points have more packages behind them than were looked at; a package nearer to the table may have been missed.',
    );
  if (distances.error > 0)
    notes.push('Distances are rounded: two that differ by less than a millionth count as equal.');
  if (scores.floors.some((floor) => floor === -Infinity)) {
    const unknown = scores.parties.filter((_, p) => scores.floors[p] === -Infinity);
    notes.push(
      `What ${unknown.join(' and ')} ${unknown.length === 1 ? 'has' : 'have'} without an agreement is not known; the worst package stands in for it.`,
    );
  }
  return notes;
}

/** Packages to think about. */
export const suggestionsMethod: Method = {
  name: 'Suggested packages',
  definition:
    'A few efficient packages that no side would refuse, each chosen for a different reason: nearest to the offers, the Nash and the egalitarian solution, traded from the middle of the offers, better than the deal for all.',
  assumes:
    'The sides’ points and limits are right. Of the packages behind one point, the one nearest to the offers is shown.',
  misleads:
    'A list of few suggests that there are no others. Every reason for being listed is a view of fairness or of ease, and none is the right one.',
  source: 'Raiffa 1982 on the contract embellisher and the single text',
};
