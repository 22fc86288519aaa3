import { frontiers, packages, preferences, seeded, totalsOf, type Method } from '../../analysis/index.ts';
import type { Answer, Party } from '../analyse/analysis.ts';
import { answersIn, choiceOf } from '../analyse/answers.ts';
import { compile, isSampled, onlyConsidered, partiesIn, roundedInWords } from '../analyse/compiled.ts';
import { sharesTold, type Tell } from '../progress/progress.ts';
import type { PackageFound } from './found.ts';
import { questionOn, type Ground } from './ground.ts';

/** What is asked: where to look, how many points the frontier may keep, and by how much stated weights may be off. */
export interface SuggestQuestion {
  readonly ground: Ground;
  readonly budget: number;
  readonly off: number;
  /** Whether packages are tried over sampled weightings at all. */
  readonly isTried: boolean;
}

/** Packages to think about, and where there is something to trade. */
export interface Suggested {
  readonly parties: readonly Party[];
  /** Each party’s latest answers; none where it has made no offer. */
  readonly offers: readonly (readonly Answer[])[];
  readonly suggestions: readonly SuggestedPackage[];
  /** How much there is to gain by trading at all, in a sentence. */
  readonly potential: string;
  /** The pairs of issues that the parties weigh most differently. */
  readonly trades: readonly {
    readonly issues: readonly [string, string];
    readonly difference: number;
    readonly sentence: string;
  }[];
  readonly notes: readonly string[];
}

/** A package, why it is here, and what it means for each party. */
export interface SuggestedPackage extends PackageFound {
  readonly reasons: readonly packages.Reason[];
  /** For each party, how far it would have to come from its own latest offer, as a share of all issues. */
  readonly apart: readonly number[];
  /** What it means for each party: in words, and issue by issue against its own latest answer. */
  readonly accounts: readonly { readonly sentence: string; readonly against: readonly Against[] }[];
}

/** What an answer is worth to a party; its own latest answer, and what it gains (below 0: loses) against it, null where it has given none. */
export interface Against {
  readonly points: number;
  readonly offered: string | null;
  readonly change: number | null;
}

/** The methods behind a list of suggestions. */
export const suggestMethods: readonly Method[] = [packages.suggestionsMethod, packages.tradePotentialMethod];

/** So many packages behind one point of the frontier are looked at, at most. */
const look = 20_000;
const tradesShown = 3;
/** So many weightings for the suggestion that stays efficient most often. */
const weightings = 400;

/** Packages to think about; refused where conditions and interactions tie too many issues together. */
export function suggest(
  { ground, budget, off, isTried }: SuggestQuestion,
  tell: Tell,
): Suggested | frontiers.Entangled {
  const compiled = compile(questionOn(ground, budget));
  const { scores, agenda } = compiled;
  const effort = { budget: { points: budget }, look };
  const heard = sharesTold('the frontier', tell);
  const frontier = frontiers.frontierOf(scores, { individuallyRational: false, ...effort, heard });
  if ('refused' in frontier) return frontier;
  tell({ doing: 'packages near the offers', expected: null });
  const table = { agenda, offers: ground.offers };
  const isStated = ground.uncertain.every((known) => known === null);
  const { list, notes } = packages.suggestionsFor(scores, table, frontier, {
    ...effort,
    deal: ground.deal,
    wavering: isStated && off > 0 && isTried ? packages.waveringOf(scores, off, weightings, seeded(1998)) : null,
  });
  const named = (issue: number): string => agenda[issue]?.issue.name ?? '';
  return {
    parties: partiesIn(compiled),
    offers: ground.offers.map((offer) => answersIn(compiled, offer)),
    suggestions: list.map(({ pack, reasons, apart, accounts }) => ({
      ...choiceOf(compiled, pack, totalsOf(scores, pack) ?? []),
      places: pack,
      reasons,
      apart,
      accounts: accounts.map((account) => ({
        sentence: packages.accountInWords(scores, agenda, account),
        against: account.issues.map(({ points, offered, change }, i) => ({
          points,
          offered: offered === null ? null : preferences.answerName(agenda[i]!.answers, offered),
          change,
        })),
      })),
    })),
    potential:
      agenda.length < 2
        ? 'There is one issue, and nothing to trade it for.'
        : packages.potentialInWords(packages.integrativePotential(scores, frontier)),
    trades: packages
      .tradePotentials(scores)
      .slice(0, tradesShown)
      .map((trade) => ({
        issues: [named(trade.issues[0]), named(trade.issues[1])],
        difference: trade.difference,
        sentence: packages.tradePotentialInWords(scores, agenda, trade),
      })),
    notes: [
      ...compiled.notes,
      ...roundedInWords(compiled),
      ...(isSampled(compiled) ? [onlyConsidered] : []),
      ...ground.remarks,
      ...notes,
    ],
  };
}
