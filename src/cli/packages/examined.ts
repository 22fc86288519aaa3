import { bounding, packages, preferences, totalsOf, uncertainty, type Package } from '../../analysis/index.ts';
import type { Answer, Choice, Party } from '../analyse/analysis.ts';
import { answersIn, choiceOf } from '../analyse/answers.ts';
import { compile, isSampled, onlyConsidered, partiesIn, roundedInWords } from '../analyse/compiled.ts';
import type { Tell } from '../progress/progress.ts';
import type { PackageFound, Section } from './found.ts';
import { questionOn, type Ground } from './ground.ts';

/** What is asked: a package, and how many points a frontier may keep. */
export interface ExamineQuestion {
  readonly ground: Ground;
  readonly pack: Package;
  readonly budget: number;
}

/** What can be said of one package. */
export interface Examined extends PackageFound {
  readonly parties: readonly Party[];
  /** Each party’s latest answers; none where it has made no offer. */
  readonly offers: readonly (readonly Answer[])[];
  /** Null where that was not decided. */
  readonly efficient: boolean | null;
  /** The best packages by which nobody would have less than by this one; none where it is efficient. */
  readonly improvements: readonly Choice[];
  /** Whether it is proved that there are no better ones. */
  readonly exact: boolean;
  readonly acceptance: readonly uncertainty.PartyAcceptance[];
  readonly sensitivity: readonly uncertainty.WeightRoom[] | null;
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
}

/** The conditions that a package breaks, by name. */
export interface NotAllowed {
  readonly refused: 'not allowed';
  readonly broken: readonly string[];
}

const look = 20_000;
const tradesShown = 3;

/** What a package means for each party, whether a better one is there, and what would have to be different for all to accept it. */
export function examine({ ground, pack, budget }: ExamineQuestion, tell: Tell): Examined | NotAllowed {
  const { scenario, offers, redLines } = ground;
  const compiled = compile(questionOn(ground, budget));
  const { scores, agenda, worst, best } = compiled;
  const totals = totalsOf(scores, pack);
  if (totals === null) return { refused: 'not allowed', broken: brokenBy(pack, ground) };
  const table = { agenda, offers };
  const doing = (what: string): void => tell({ doing: what, expected: null });
  doing('whether it is efficient');
  const efficiency = bounding.efficiencyOf(scores, pack);
  const known = 'refused' in efficiency || efficiency.kind === 'unknown' ? null : efficiency.kind === 'efficient';
  // Numbers between those that are considered might be better for all.
  const sampled = isSampled(compiled);
  const efficient = known === true && sampled ? null : known;
  const among = sampled ? [onlyConsidered] : [];
  doing('what would be better for all');
  const better = packages.improvementsOf(scores, agenda, pack, { budget: { points: budget }, look });
  const improvements = 'kind' in better && better.kind === 'improvements' ? better.improvements : [];
  const trades = packages.tradesFrom(scores, pack, tradesShown);
  const found = 'refused' in trades ? [] : trades.best.slice(0, tradesShown);
  const objections = packages.objectionsTo(scores, table, pack, redLines, { worst, best });
  doing('what would have to be true');
  const acceptance = uncertainty.whatWouldMakeAcceptable(scenario, pack);
  doing('how much depends on each weight');
  const sensitivity = uncertainty.sensitivity(scenario, pack, 'efficient');
  return {
    ...choiceOf(compiled, pack, totals),
    places: pack,
    parties: partiesIn(compiled),
    offers: offers.map((offer) => answersIn(compiled, offer)),
    efficient,
    exact: 'kind' in better && better.exact === true && !sampled,
    improvements: improvements.map((one) => choiceOf(compiled, one.pack, one.totals)),
    acceptance: 'refused' in acceptance ? [] : acceptance,
    sensitivity: 'kind' in sensitivity && sensitivity.kind === 'measured' ? sensitivity.weights : null,
    sections: [
      {
        heading: 'What it means for each',
        sentences: packages.accountsOf(scores, table, pack).map((one) => packages.accountInWords(scores, agenda, one)),
        methods: [preferences.additiveUtilityMethod],
      },
      {
        heading: 'What would have to be true for all to accept it',
        sentences: uncertainty.acceptanceInWords(scenario, acceptance),
        methods: [uncertainty.acceptanceMethod],
      },
      {
        heading: 'Why a party might refuse it',
        sentences:
          'refused' in objections
            ? []
            : scores.parties.map((_, p) => packages.objectionsInWords(scores, table, p, objections)),
        methods: [packages.objectionsMethod],
      },
      {
        heading: 'What would be better for all, were it the deal',
        sentences: [
          packages.postSettlementInWords(scores, agenda, better),
          ...among,
          ...found.map((trade) => packages.tradeInWords(scores, agenda, trade)),
        ],
        methods: [packages.postSettlementMethod, packages.logrollingMethod],
      },
      {
        heading: 'If one weight is wrong',
        sentences: [uncertainty.sensitivityInWords(scenario, sensitivity, 'efficient'), ...among],
        methods: [uncertainty.sensitivityMethod],
      },
    ],
    notes: [...compiled.notes, ...roundedInWords(compiled), ...among, ...ground.remarks],
  };
}

/** The names of the conditions that do not allow a package. */
const brokenBy = (pack: Package, { scenario }: Ground): readonly string[] =>
  scenario.constraints.flatMap(({ kind, name, answers }) => {
    const has = answers.map(({ issue, anyOf }) => anyOf.includes(pack[issue] ?? -1));
    return (kind === 'forbidden' ? has.every(Boolean) : !has.some(Boolean)) ? [name] : [];
  });
