import type { Method } from '../method.ts';
import { egalitarian, egalitarianInWords, egalitarianMethod } from './egalitarian.ts';
import { equalArea, equalAreaInWords, equalAreaMethod } from './equal-area.ts';
import { kalaiSmorodinsky, kalaiSmorodinskyInWords, kalaiSmorodinskyMethod } from './kalai-smorodinsky.ts';
import { leximin, leximinInWords, leximinMethod } from './leximin.ts';
import { minimumDifference, minimumDifferenceInWords, minimumDifferenceMethod } from './minimum-difference.ts';
import { minimumSpread, minimumSpreadInWords, minimumSpreadMethod } from './minimum-spread.ts';
import { nash, nashInWords, nashMethod } from './nash.ts';
import { productOfUtilities, productOfUtilitiesInWords, productOfUtilitiesMethod } from './product-of-utilities.ts';
import { relativeUtilitarian, relativeUtilitarianInWords, relativeUtilitarianMethod } from './relative-utilitarian.ts';
import type { Bargain, Solution } from './solution.ts';
import { utilitarian, utilitarianInWords, utilitarianMethod } from './utilitarian.ts';
import type { Telling } from './words.ts';

/** A solution concept: what it means, what it chooses, and how to say it. */
export interface Concept {
  readonly method: Method;
  readonly choose: (bargain: Bargain) => Solution;
  readonly inWords: (solution: Solution, bargain: Bargain, names: Pick<Telling, 'parties' | 'step'>) => string;
}

/** The names of the concepts that choose among points. */
export type SolutionName =
  | 'nash'
  | 'kalaiSmorodinsky'
  | 'kalaiSmorodinskyOverall'
  | 'egalitarian'
  | 'leximin'
  | 'utilitarian'
  | 'relativeUtilitarian'
  | 'equalArea'
  | 'minimumSpread'
  | 'minimumDifference'
  | 'productOfUtilities';

/**
 * Every concept that chooses among points, by name. `kalaiSmorodinsky` takes its ideal from the packages that all would accept,
 * `kalaiSmorodinskyOverall`, `relativeUtilitarian` and `minimumSpread` from all packages.
 */
export const solutions: Readonly<Record<SolutionName, Concept>> = {
  nash: {
    method: nashMethod,
    choose: ({ points, disagreement }) => nash(points, disagreement),
    inWords: (solution, bargain, names) => nashInWords(solution, telling(bargain, names)),
  },
  kalaiSmorodinsky: {
    method: kalaiSmorodinskyMethod,
    choose: ({ points, disagreement }) => kalaiSmorodinsky(points, disagreement),
    inWords: (solution, bargain, names) => kalaiSmorodinskyInWords(solution, telling(bargain, names)),
  },
  kalaiSmorodinskyOverall: {
    method: {
      ...kalaiSmorodinskyMethod,
      name: 'Kalai–Smorodinsky solution with the ideal over all packages',
      assumes: 'A party measures a result by its best package of all, even one that another party would never accept.',
    },
    choose: ({ points, disagreement, ideal }) => kalaiSmorodinsky(points, disagreement, ideal),
    inWords: (solution, bargain, names) => kalaiSmorodinskyInWords(solution, telling(bargain, names), bargain.ideal),
  },
  egalitarian: {
    method: egalitarianMethod,
    choose: ({ points, disagreement }) => egalitarian(points, disagreement),
    inWords: (solution, bargain, names) => egalitarianInWords(solution, telling(bargain, names)),
  },
  leximin: {
    method: leximinMethod,
    choose: ({ points, disagreement }) => leximin(points, disagreement),
    inWords: (solution, bargain, names) => leximinInWords(solution, telling(bargain, names)),
  },
  utilitarian: {
    method: utilitarianMethod,
    choose: ({ points, disagreement }) => utilitarian(points, disagreement),
    inWords: (solution, bargain, names) => utilitarianInWords(solution, telling(bargain, names)),
  },
  relativeUtilitarian: {
    method: relativeUtilitarianMethod,
    choose: ({ points, disagreement, ideal }) => relativeUtilitarian(points, disagreement, ideal),
    inWords: (solution, bargain, names) => relativeUtilitarianInWords(solution, telling(bargain, names), bargain.ideal),
  },
  equalArea: {
    method: equalAreaMethod,
    choose: ({ points, disagreement }) => equalArea(points, disagreement),
    inWords: (solution, bargain, names) => equalAreaInWords(solution, telling(bargain, names)),
  },
  minimumSpread: {
    method: minimumSpreadMethod,
    choose: ({ points, disagreement, ideal }) => minimumSpread(points, disagreement, ideal),
    inWords: (solution, bargain, names) => minimumSpreadInWords(solution, telling(bargain, names), bargain.ideal),
  },
  minimumDifference: {
    method: minimumDifferenceMethod,
    choose: ({ points }) => minimumDifference(points),
    inWords: (solution, bargain, names) => minimumDifferenceInWords(solution, telling(bargain, names)),
  },
  productOfUtilities: {
    method: productOfUtilitiesMethod,
    choose: ({ points, reservations }) => productOfUtilities(points, reservations),
    inWords: (solution, bargain, names) =>
      productOfUtilitiesInWords(solution, telling(bargain, names), bargain.reservations),
  },
};

function telling({ points, disagreement }: Bargain, names: Pick<Telling, 'parties' | 'step'>): Telling {
  return { points, disagreement, ...names };
}
