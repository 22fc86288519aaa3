import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { answerName } from '../preferences/index.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { percent } from '../solutions/words.ts';
import { accountsOf, type Account } from './account.ts';
import { pointsInWords } from './figures.ts';
import type { OnTheTable } from './table.ts';
import type { NotAllowed } from './trades.ts';

/** A limit that a party says it will not cross: the answers to an issue that lie beyond it. */
export interface RedLine {
  readonly party: number;
  readonly issue: number;
  readonly beyond: readonly number[];
}

/** A reason why a party might refuse a package. Figures are points. */
export type Objection =
  | { readonly kind: 'beyond its red line'; readonly issue: number; readonly answer: number }
  | { readonly kind: 'below its reservation'; readonly by: number }
  /** Worth less to it than what it last offered, issue by issue. */
  | {
      readonly kind: 'less than it asked for';
      readonly issue: number;
      readonly answer: number;
      readonly offered: number;
      readonly by: number;
    }
  | { readonly kind: 'less than its offer in all'; readonly by: number }
  /** It gains a smaller share of what it could gain than another does. */
  | {
      readonly kind: 'smaller share than another';
      readonly share: number;
      readonly other: number;
      readonly others: number;
    };

/** Why each party might refuse a package, in the order of the parties; the weightiest first. An empty list: nothing that is known speaks against it. */
export interface Objections {
  readonly kind: 'objections';
  readonly of: readonly (readonly Objection[])[];
}

/**
 * What speaks against a package for each party: its red lines, its reservation, its own latest offer, and its share of what it could gain,
 * beside the largest share of any other. `best`: each party's best total (in steps) among the packages that could be agreed; shares
 * run from the reservation (or, where none is known, from its worst package, `worst`) to it.
 */
export function objectionsTo(
  scores: Scores,
  table: OnTheTable,
  pack: Package,
  redLines: readonly RedLine[],
  ends: { readonly worst: readonly number[]; readonly best: readonly number[] },
): Objections | NotAllowed {
  const totals = totalsOf(scores, pack);
  if (totals === null) return { refused: 'not allowed' };
  const shares = scores.floors.map((floor, p) => {
    const from = Math.max(floor, ends.worst[p]!);
    return ends.best[p]! > from ? (totals[p]! - from) / (ends.best[p]! - from) : null;
  });
  const of = accountsOf(scores, table, pack).map((account) => [
    ...redLinesCrossed(account.party, pack, redLines),
    ...belowReservation(account),
    ...belowOffer(account),
    ...smallerShare(account.party, shares),
  ]);
  return { kind: 'objections', of };
}

function redLinesCrossed(party: number, pack: Package, redLines: readonly RedLine[]): readonly Objection[] {
  const crossed = redLines.filter((line) => line.party === party && line.beyond.includes(pack[line.issue]!));
  return [...new Set(crossed.map(({ issue }) => issue))]
    .sort((a, b) => a - b)
    .map((issue) => ({ kind: 'beyond its red line', issue, answer: pack[issue]! }));
}

function belowReservation({ aboveReservation }: Account): readonly Objection[] {
  return aboveReservation !== null && aboveReservation < 0
    ? [{ kind: 'below its reservation', by: -aboveReservation }]
    : [];
}

function belowOffer({ againstOffer, issues }: Account): readonly Objection[] {
  const lost = issues.flatMap(({ answer, offered, change }, issue) =>
    offered !== null && change !== null && change < 0
      ? [{ kind: 'less than it asked for' as const, issue, answer, offered, by: -change }]
      : [],
  );
  const inAll: readonly Objection[] =
    againstOffer !== null && againstOffer < 0 ? [{ kind: 'less than its offer in all', by: -againstOffer }] : [];
  return [...inAll, ...lost.sort((a, b) => b.by - a.by || a.issue - b.issue)];
}

function smallerShare(party: number, shares: readonly (number | null)[]): readonly Objection[] {
  const share = shares[party] ?? null;
  if (share === null) return [];
  let [others, other] = [-Infinity, -1];
  shares.forEach((theirs, p) => {
    if (p !== party && theirs !== null && theirs > others) [others, other] = [theirs, p];
  });
  return other >= 0 && others > share ? [{ kind: 'smaller share than another', share, other, others }] : [];
}

/** What may make one party refuse, in neutral sentences. */
export function objectionsInWords(scores: Scores, table: OnTheTable, party: number, objections: Objections): string {
  const name = scores.parties[party]!;
  const reasons = objections.of[party]!;
  if (reasons.length === 0) return `Nothing that is known here speaks against it for ${name}.`;
  return `${name} might refuse it. ${reasons.map((reason) => reasonInWords(scores, table, reason)).join(' ')}`;
}

function reasonInWords(scores: Scores, { agenda }: OnTheTable, objection: Objection): string {
  const on = (issue: number): string => `“${agenda[issue]!.issue.name}”`;
  const said = (issue: number, answer: number): string => answerName(agenda[issue]!.answers, answer);
  switch (objection.kind) {
    case 'beyond its red line':
      return `${said(objection.issue, objection.answer)} on ${on(objection.issue)} lies beyond its red line.`;
    case 'below its reservation':
      return `It would have ${pointsInWords(objection.by)} more without an agreement.`;
    case 'less than its offer in all':
      return `Its own latest offer would give it ${pointsInWords(objection.by)} more.`;
    case 'less than it asked for': {
      const { issue, answer, offered, by } = objection;
      return `On ${on(issue)} it asked for ${said(issue, offered)} and would get ${said(issue, answer)}, which costs it ${pointsInWords(by)}.`;
    }
    case 'smaller share than another': {
      const { share, other, others } = objection;
      if (share < 0 && others < 0)
        return `It would be worse off than without an agreement, and so would ${scores.parties[other]!}, but by less of what it could gain.`;
      if (share < 0)
        return `It would be worse off than without an agreement, while ${scores.parties[other]!} would gain ${percent(others)} of what it could.`;
      return `It would gain ${percent(share)} of what it could, ${scores.parties[other]!} ${percent(others)}.`;
    }
  }
}

/** Why a side might refuse a package. */
export const objectionsMethod: Method = {
  name: 'Reasons to refuse',
  definition:
    'For each side: red lines that the package crosses, by how much it falls short of what the side has without an agreement and of its own latest offer, and whether another side gains a larger share of what it could gain.',
  assumes:
    'What is known of the sides’ limits and points is right, and an offer is something that its maker would have accepted.',
  misleads:
    'Sides also refuse for what no points hold: who proposed it, how it looks at home, what it would set a pattern for.',
  source: 'Fisher and Ury 1981; Raiffa 1982; relative gains: Loewenstein, Thompson and Bazerman 1989',
};
