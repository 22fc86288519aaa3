import { packages, solutions, type Frontier, type Method } from '../../analysis/index.ts';
import type { Choice, Party, Question } from '../analyse/analysis.ts';
import { choiceOf, utilitiesOf } from '../analyse/answers.ts';
import { compile, partiesIn, type Compiled } from '../analyse/compiled.ts';
import { frontiersOf } from '../analyse/frontiers.ts';
import type { Tell } from '../progress/progress.ts';

/** What is asked: a scenario, and what part of its gains a round’s delay leaves each of two parties. */
export interface BargainQuestion extends Question {
  readonly patience: readonly [number, number];
}

/** Where bargaining by stated rules leads. */
export interface Bargained {
  readonly parties: readonly Party[];
  readonly ways: readonly Way[];
  readonly notes: readonly string[];
}

/** One rule: the packages that it ends with, what each party has on average where that is a draw, and how it went. */
export interface Way {
  readonly name: WayName;
  readonly method: Method;
  readonly ends: readonly (Choice & { readonly share: number | null })[];
  /** What each party expects in the end where that is no single package; else null. */
  readonly expected: readonly number[] | null;
  /** What each party would have at each stage, the first to the last. */
  readonly path: readonly (readonly number[])[];
  readonly sentences: readonly string[];
}

export type WayName =
  | 'zeuthen'
  | 'rubinstein'
  | 'raiffaDiscrete'
  | 'raiffaContinuous'
  | 'kalaiSmorodinskyLottery'
  | 'fallback';

/** Why there is nothing to show. */
export type NotBargained = { readonly refused: 'too many points' | 'entangled' | 'range without a step' };

/** Where bargaining by stated rules leads, over the whole frontier; refused where that is not to be had. */
export function bargain(question: BargainQuestion, tell: Tell): Bargained | NotBargained {
  const compiled = compile(question);
  if (compiled.between.some((most) => most > 0)) return { refused: 'range without a step' };
  const { acceptable, all } = frontiersOf(compiled, question, tell);
  if ('refused' in acceptable || 'refused' in all) return { refused: 'entangled' };
  if (acceptable.exact !== true || all.exact !== true) return { refused: 'too many points' };
  tell({ doing: 'where bargaining leads', expected: null });
  const ground = { compiled, acceptable, all, patience: question.patience };
  return {
    parties: partiesIn(compiled),
    ways: [zeuthen(ground), rubinstein(ground), ...raiffa(ground), lottery(ground), fallback(ground)].filter(
      (way) => way !== null,
    ),
    notes: [
      ...compiled.notes,
      ...(acceptable.parties === 2
        ? []
        : [
            'Zeuthen’s concessions and offers in turn are worked out for two parties only, and --patience is of no use here.',
          ]),
    ],
  };
}

interface Bargaining {
  readonly compiled: Compiled;
  /** The efficient points that all would accept, and all of them. */
  readonly acceptable: Frontier;
  readonly all: Frontier;
  readonly patience: readonly [number, number];
}

const telling = ({ compiled: { scores, disagreement } }: Bargaining, points: Frontier): solutions.Telling => ({
  points,
  parties: scores.parties,
  disagreement,
  step: scores.step,
});

/** The package behind a place of a frontier. */
function endAt({ compiled }: Bargaining, points: Frontier, place: number, share: number | null = null) {
  const totals = points.totals.map((of) => of[place] ?? 0);
  return { ...choiceOf(compiled, points.packageAt(place), totals), share };
}

const totalsAt = ({ compiled }: Bargaining, points: Frontier, place: number): readonly number[] =>
  utilitiesOf(
    compiled,
    points.totals.map((of) => of[place] ?? 0),
  );

/** From the best that each could ask for, if it were to be accepted at all. */
function zeuthen(ground: Bargaining): Way | null {
  const { acceptable, compiled } = ground;
  if (acceptable.parties !== 2 || acceptable.size === 0) return null;
  const path = solutions.zeuthen(acceptable, compiled.disagreement, [0, acceptable.size - 1]);
  if ('refused' in path) return null;
  return {
    name: 'zeuthen',
    method: solutions.zeuthenMethod,
    ends: path.places.map((place) => endAt(ground, acceptable, place)),
    expected: null,
    path: path.steps.flatMap(({ concedes, to }) => concedes.map((party) => totalsAt(ground, acceptable, to[party]))),
    sentences: [
      'Each begins with the package that is best for it among those that all could accept.',
      ...solutions.zeuthenInWords(path, telling(ground, acceptable)),
    ],
  };
}

function rubinstein(ground: Bargaining): Way | null {
  const { acceptable, compiled, patience } = ground;
  if (acceptable.parties !== 2) return null;
  const found = solutions.rubinsteinOffers(acceptable, compiled.disagreement, patience);
  const places = 'offers' in found ? [...new Set(found.offers.flat())] : [];
  return {
    name: 'rubinstein',
    method: solutions.rubinsteinMethod,
    ends: places.map((place) => endAt(ground, acceptable, place)),
    expected: null,
    path: [],
    sentences: solutions.rubinsteinInWords(found, telling(ground, acceptable), patience),
  };
}

function raiffa(ground: Bargaining): readonly Way[] {
  const { all, compiled } = ground;
  const ways = [
    ['raiffaDiscrete', solutions.raiffaDiscreteMethod, solutions.raiffaDiscrete(all, compiled.disagreement)],
    ['raiffaContinuous', solutions.raiffaContinuousMethod, solutions.raiffaContinuous(all, compiled.disagreement)],
  ] as const;
  return ways.map(([name, method, found]) => ({
    name,
    method,
    ends: [],
    expected: found.kind === 'chosen' ? utilitiesOf(compiled, found.totals) : null,
    path: found.kind === 'chosen' ? found.path.map((totals) => utilitiesOf(compiled, totals)) : [],
    sentences: [solutions.raiffaInWords(found, telling(ground, all), method)],
  }));
}

function lottery(ground: Bargaining): Way {
  const { all, compiled } = ground;
  const found = solutions.kalaiSmorodinskyLottery(all, compiled.disagreement);
  return {
    name: 'kalaiSmorodinskyLottery',
    method: solutions.kalaiSmorodinskyLotteryMethod,
    ends: 'mix' in found ? found.mix.map(({ place, share }) => endAt(ground, all, place, share)) : [],
    expected: 'drawn' in found ? utilitiesOf(compiled, found.drawn) : null,
    path: [],
    sentences: [solutions.kalaiSmorodinskyLotteryInWords(found, telling(ground, all))],
  };
}

/** Among the efficient packages; left out where a party is indifferent between two, which no ranking says. */
function fallback(ground: Bargaining): Way | null {
  const { acceptable, compiled } = ground;
  const places = Array.from({ length: acceptable.size }, (_, place) => place);
  if (places.length === 0 || acceptable.totals.some((of) => new Set(of).size < places.length)) return null;
  const found = solutions.fallback(
    acceptable.totals.map((of) => places.toSorted((a, b) => (of[b] ?? 0) - (of[a] ?? 0))),
  );
  if (!('options' in found)) return null;
  const words = found.options.map(
    (place) =>
      `the package that gives ${solutions.listInWords(totalsAt(ground, acceptable, place).map((utility, p) => `${compiled.scores.parties[p] ?? ''} ${packages.pointsInWords(utility)}`))}`,
  );
  return {
    name: 'fallback',
    method: solutions.fallbackMethod,
    ends: found.options.map((place) => endAt(ground, acceptable, place)),
    expected: null,
    path: [],
    sentences: [
      'Each ranks the efficient packages that all could accept.',
      solutions.fallbackInWords({ ...found, options: words }, compiled.scores.parties),
    ],
  };
}
