import { answerName, utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import { placeIn, type Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import type { Agenda } from './agenda.ts';
import { changeInWords, pointsInWords } from './figures.ts';
import { hasOffered, wholeOffer, type Offer, type OnTheTable } from './table.ts';
import { valueByIssue } from './value-by-issue.ts';

/** What a package means for one party, beside its own latest offer and what it has without an agreement. All figures are points. */
export interface Account {
  readonly party: number;
  readonly total: number;
  /** The total less the party's reservation; null if that is not known. */
  readonly aboveReservation: number | null;
  /** The gain (below 0: the loss) against its own latest offer, on all that the offer says; null if it has made none. */
  readonly againstOffer: number | null;
  /** Whether the offer answers every issue, so that nothing is left out of the comparison. */
  readonly wholeOffer: boolean;
  /** Issue by issue, in their order. */
  readonly issues: readonly IssueAccount[];
  /** What bonds add, where the scores have any. */
  readonly bonds: readonly BondAccount[];
}

/** One issue in an account. */
export interface IssueAccount {
  readonly answer: number;
  /** Its own latest answer; null if it has given none. */
  readonly offered: number | null;
  readonly points: number;
  /** The gain against its own latest answer; null if it has given none. */
  readonly change: number | null;
}

/** One bond in an account. */
export interface BondAccount {
  readonly scope: readonly number[];
  readonly points: number;
  /** The gain against its own latest answers; null if it has not answered all of the bond's issues. */
  readonly change: number | null;
}

/** The account of a package, party by party. */
export function accountsOf(scores: Scores, table: OnTheTable, pack: Package): readonly Account[] {
  return scores.parties.map((_, party) => accountOf(scores, table.offers[party]!, pack, party));
}

function accountOf(scores: Scores, offer: Offer, pack: Package, party: number): Account {
  const { sizes, of, floors } = scores;
  const value = valueByIssue(scores, pack, party);
  // In steps, so that sums and differences are exact.
  const changes = pack.map((answer, i) => {
    const said = offer[i] ?? null;
    return said === null ? null : of[party]![i]![answer]! - of[party]![i]![said]!;
  });
  const bondChanges = scores.bonds.map((bond) => {
    if (!bond.scope.every((i) => (offer[i] ?? null) !== null)) return null;
    if (bond.of === null) return 0;
    const said = pack.map((_, i) => offer[i] ?? 0);
    return bond.of[party]![placeIn(bond, sizes, pack)]! - bond.of[party]![placeIn(bond, sizes, said)]!;
  });
  const sum = [...changes, ...bondChanges].reduce<number>((total, change) => total + (change ?? 0), 0);
  const inPoints = (steps: number | null): number | null => (steps === null ? null : utilityOf(scores, steps));
  return {
    party,
    total: value.total,
    aboveReservation: floors[party] === -Infinity ? null : utilityOf(scores, value.steps - floors[party]!),
    againstOffer: hasOffered(offer) ? utilityOf(scores, sum) : null,
    wholeOffer: wholeOffer(offer) !== null,
    issues: pack.map((answer, i) => ({
      answer,
      offered: offer[i] ?? null,
      points: value.issues[i]!,
      change: inPoints(changes[i]!),
    })),
    bonds: value.bonds.map((bond, b) => ({ ...bond, change: inPoints(bondChanges[b]!) })),
  };
}

/** An account in a sentence: what the package gives, and what it gains and loses against the party's own latest offer. */
export function accountInWords(scores: Scores, agenda: Agenda, account: Account): string {
  const name = scores.parties[account.party]!;
  const reservation =
    account.aboveReservation === null
      ? ''
      : account.aboveReservation < 0
        ? `, ${pointsInWords(-account.aboveReservation)} below what it has without an agreement`
        : `, ${pointsInWords(account.aboveReservation)} above what it has without an agreement`;
  const opening = `${name} gets ${pointsInWords(account.total)}${reservation}.`;
  if (account.againstOffer === null) return `${opening} It has made no offer to compare with.`;
  const changed = account.issues.flatMap(({ answer, offered, change }, i) => {
    if (offered === null || offered === answer) return [];
    const { issue, answers } = agenda[i]!;
    return [
      `${changeInWords(change ?? 0)} on “${issue.name}” (${answerName(answers, answer)} for ${answerName(answers, offered)})`,
    ];
  });
  const together = account.bonds.reduce((sum, { change }) => sum + (change ?? 0), 0);
  if (together !== 0) changed.push(`${changeInWords(together)} for what answers are worth together`);
  const scope = account.wholeOffer ? 'its own latest offer' : 'what it has answered so far';
  if (changed.length === 0) return `${opening} It is ${scope}.`;
  return `${opening} Against ${scope}: ${listInWords(changed)}; in all ${changeInWords(account.againstOffer)}.`;
}
