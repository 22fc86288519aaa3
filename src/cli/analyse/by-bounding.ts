import { bounding, solutions } from '../../analysis/index.ts';
import type { Question, SolutionFound } from './analysis.ts';
import { choiceOf } from './answers.ts';
import { amongNumbers } from './bargain.ts';
import { compile, type Compiled } from './compiled.ts';

/** A concept worked out without the frontier, by bounding, where it can be; else left open with a sentence that says so. */
export function solutionByBounding({ question, name, why }: Sought): SolutionFound {
  const compiled = compile(question);
  return amongNumbers(compiled, { name, ...(directly(compiled, name) ?? leftOpen(name, why)) });
}

/** A concept to be worked out for a scenario without a whole frontier, and why there is none. */
export interface Sought {
  readonly question: Question;
  readonly name: solutions.SolutionName;
  readonly why: WhyNot;
}

function leftOpen(name: solutions.SolutionName, why: WhyNot): Direct {
  const { method } = solutions.solutions[name];
  const sentence = `The ${method.name} needs the whole frontier, which ${whyNot[why]}; it is not worked out.`;
  return { method, chosen: [], proved: false, sentence };
}

/** Why there is no whole frontier. */
export type WhyNot = 'budget' | 'entangled';

const whyNot: Record<WhyNot, string> = {
  budget: 'would be larger than the budget',
  entangled: 'is not made, since conditions and interactions tie too many issues together',
};

type Direct = Omit<SolutionFound, 'name'>;

function directly(compiled: Compiled, name: solutions.SolutionName): Direct | null {
  const { scores } = compiled;
  // Bounding works in whole steps: a reservation between two steps counts as the next, which no acceptable package is below.
  const disagreement = compiled.disagreement.map(Math.ceil);
  switch (name) {
    case 'nash': {
      const found = bounding.nashByBounding(scores, disagreement);
      return direct(compiled, bounding.nashByBoundingMethod, found, bounding.nashByBoundingInWords(scores, found));
    }
    case 'egalitarian': {
      const found = bounding.maxMinByBounding(scores, disagreement);
      return direct(compiled, bounding.maxMinByBoundingMethod, found, bounding.maxMinByBoundingInWords(scores, found));
    }
    case 'kalaiSmorodinsky': {
      const found = bounding.kalaiSmorodinskyByBounding(scores, disagreement);
      const sentence = bounding.kalaiSmorodinskyByBoundingInWords(scores, disagreement, found);
      return direct(compiled, bounding.kalaiSmorodinskyByBoundingMethod, found, sentence);
    }
    case 'kalaiSmorodinskyOverall': {
      // Where totals are cut off, the best may lie between two steps.
      if (!compiled.best.every(Number.isInteger)) return null;
      const found = bounding.kalaiSmorodinskyByBounding(scores, disagreement, {}, compiled.best);
      const sentence = bounding.kalaiSmorodinskyByBoundingInWords(scores, disagreement, found);
      const { method } = solutions.solutions[name];
      return direct(compiled, method, found, `${sentence} The most is that of any package here.`);
    }
    case 'leximin': {
      const found = bounding.leximinByBounding(scores, disagreement);
      return direct(
        compiled,
        bounding.leximinByBoundingMethod,
        found,
        bounding.leximinByBoundingInWords(scores, found),
      );
    }
    case 'utilitarian': {
      const found = bounding.utilitarianDirectly(scores);
      const sentence = bounding.utilitarianDirectlyInWords(scores, found);
      return direct(compiled, bounding.utilitarianDirectlyMethod, found, sentence);
    }
    case 'relativeUtilitarian':
    case 'equalArea':
    case 'minimumSpread':
    case 'minimumDifference':
    case 'productOfUtilities':
      return null;
  }
}

/** What every search by bounding gives: a package with its proof, one that only touches, or none. */
type Found =
  | bounding.NashByBounding
  | bounding.MaxMinByBounding
  | bounding.KalaiSmorodinskyByBounding
  | bounding.LeximinByBounding
  | bounding.UtilitarianDirectly;

function direct(compiled: Compiled, method: Direct['method'], found: Found, sentence: string): Direct {
  if ('refused' in found || found.kind === 'unknown') return { method, chosen: [], proved: false, sentence };
  if (found.kind === 'no zone' || found.kind === 'no gain') return { method, chosen: [], proved: true, sentence };
  const chosen = [choiceOf(compiled, found.package, found.totals)];
  return { method, chosen, proved: found.kind === 'touching' || found.proved, sentence };
}
