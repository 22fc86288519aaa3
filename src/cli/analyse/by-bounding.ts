import { bounding, solutions, type Scores } from '../../analysis/index.ts';
import type { Question, SolutionFound } from './analysis.ts';
import { choiceOf } from './answers.ts';
import { amongNumbers } from './bargain.ts';
import { compile, reservationsIn, type Compiled } from './compiled.ts';

/** A concept worked out without the frontier, by bounding, where it can be; else left open with a sentence that says so. */
export function solutionByBounding({ question, name, why }: Sought): SolutionFound {
  const compiled = compile(question);
  return amongNumbers(compiled, { name, ...directly(compiled, name, why) });
}

/** A concept to be worked out for a scenario without a whole frontier, and why there is none. */
export interface Sought {
  readonly question: Question;
  readonly name: solutions.SolutionName;
  readonly why: WhyNot;
}

/** Why there is no whole frontier. */
export type WhyNot = 'budget' | 'entangled';

const whyNot: Record<WhyNot, string> = {
  budget: 'would be larger than the budget',
  entangled: 'is not made, since conditions and interactions tie too many issues together',
};

type Direct = Omit<SolutionFound, 'name'>;

function directly(compiled: Compiled, name: solutions.SolutionName, why: WhyNot): Direct {
  switch (name) {
    case 'nash':
      return above(compiled, compiled.disagreement, ({ scores, from }) => {
        const found = bounding.nashByBounding(scores, from);
        return [bounding.nashByBoundingMethod, found, bounding.nashByBoundingInWords(scores, found)];
      });
    case 'egalitarian':
      return above(compiled, compiled.disagreement, ({ scores, from }) => {
        const found = bounding.maxMinByBounding(scores, from);
        return [bounding.maxMinByBoundingMethod, found, bounding.maxMinByBoundingInWords(scores, found)];
      });
    case 'kalaiSmorodinsky':
      return above(compiled, compiled.disagreement, ({ scores, from }) => {
        const found = bounding.kalaiSmorodinskyByBounding(scores, from);
        const sentence = bounding.kalaiSmorodinskyByBoundingInWords(scores, from, found);
        return [bounding.kalaiSmorodinskyByBoundingMethod, found, sentence];
      });
    case 'kalaiSmorodinskyOverall':
      return above(compiled, compiled.disagreement, ({ scores, from, ideal }) => {
        const found = bounding.kalaiSmorodinskyByBounding(scores, from, {}, ideal);
        const sentence = bounding.kalaiSmorodinskyByBoundingInWords(scores, from, found);
        return [
          solutions.solutions[name].method,
          found,
          'ideal' in found ? `${sentence} The most is that of any package here.` : sentence,
        ];
      });
    case 'leximin':
      return above(compiled, compiled.disagreement, ({ scores, from }) => {
        const found = bounding.leximinByBounding(scores, from);
        return [bounding.leximinByBoundingMethod, found, bounding.leximinByBoundingInWords(scores, found)];
      });
    case 'utilitarian': {
      const found = bounding.utilitarianDirectly(compiled.scores);
      const sentence = bounding.utilitarianDirectlyInWords(compiled.scores, found);
      return direct(compiled, [bounding.utilitarianDirectlyMethod, found, sentence]);
    }
    case 'relativeUtilitarian':
      return above(compiled, compiled.disagreement, ({ scores, from, ideal }) => {
        const found = bounding.relativeUtilitarianByBounding(scores, from, ideal);
        const sentence = bounding.relativeUtilitarianByBoundingInWords(scores, from, ideal, found);
        return [bounding.relativeUtilitarianByBoundingMethod, found, sentence];
      });
    case 'minimumSpread':
      return above(compiled, compiled.disagreement, ({ scores, from, ideal }) => {
        const found = bounding.minimumSpreadByBounding(scores, from, ideal);
        const sentence = bounding.minimumSpreadByBoundingInWords(scores, from, ideal, found);
        return [bounding.minimumSpreadByBoundingMethod, found, sentence];
      });
    case 'minimumDifference': {
      const found = bounding.minimumDifferenceByBounding(compiled.scores);
      const sentence = bounding.minimumDifferenceByBoundingInWords(compiled.scores, found);
      return direct(compiled, [bounding.minimumDifferenceByBoundingMethod, found, sentence]);
    }
    case 'productOfUtilities':
      return above(compiled, reservationsIn(compiled), ({ scores, from }) => {
        const found = bounding.productOfUtilitiesByBounding(scores, from);
        const sentence = bounding.productOfUtilitiesByBoundingInWords(scores, found);
        return [bounding.productOfUtilitiesByBoundingMethod, found, sentence];
      });
    case 'equalArea': {
      const { method } = solutions.solutions[name];
      const isForTwo = compiled.scores.parties.length === 2;
      const sentence = isForTwo
        ? `The ${method.name} needs the whole frontier, for it is defined by the areas under all of it; that ${whyNot[why]}, and so it is not worked out.`
        : `The ${method.name} is defined for two parties only.`;
      return { method, chosen: [], proved: !isForTwo, sentence };
    }
  }
}

/** What a search starts from, in whole steps of the grid of these scores, and each party’s best total of any package. */
interface Ground {
  readonly scores: Scores;
  readonly from: readonly number[];
  readonly ideal: readonly number[];
}

/** A method, what it found, and that in words. */
type Told = readonly [Direct['method'], Found, string];

const rounded =
  'Here a reservation between two steps of the grid counts as the next step; for the reservation as it is stated this is not proved.';

/** What is found above these totals. Bounding works in whole steps: a total that no exact grid holds counts as the next. */
function above(compiled: Compiled, totals: readonly number[], find: (ground: Ground) => Told): Direct {
  const { scores, best } = compiled;
  const found = direct(compiled, find({ scores, from: totals.map(Math.ceil), ideal: best.map(Math.floor) }));
  // Where scores were rounded to the grid themselves, that is said already, and by how much.
  if (scores.error > 0 || [...totals, ...best].every(Number.isInteger)) return found;
  return { ...found, proved: false, sentence: `${found.sentence} ${rounded}` };
}

/** What every search by bounding gives: a package with its proof, several that tie, one that only touches, or none. */
type Found =
  | bounding.NashByBounding
  | bounding.MaxMinByBounding
  | bounding.KalaiSmorodinskyByBounding
  | bounding.LeximinByBounding
  | bounding.LargestSum
  | bounding.MinimumSpreadByBounding
  | bounding.ProductByBounding;

function direct(compiled: Compiled, [method, found, sentence]: Told): Direct {
  const none = (proved: boolean): Direct => ({ method, chosen: [], proved, sentence });
  if ('refused' in found) return none(false);
  switch (found.kind) {
    case 'unknown':
    case 'too many':
    case 'losses':
      return none(false);
    case 'no zone':
    case 'no gain':
    case 'no package':
      return none(true);
    case 'touching':
    case 'chosen': {
      const chosen = 'tied' in found ? found.tied : [found];
      return {
        method,
        chosen: chosen.map(({ package: pack, totals }) => choiceOf(compiled, pack, totals)),
        proved: found.kind === 'touching' || found.proved,
        sentence,
      };
    }
  }
}
