import {
  conflict,
  sequencing,
  type ConflictModel,
  type Exchange,
  type frontiers,
  type uncertainty,
} from '../../analysis/index.ts';
import { analyse, type InOneThread } from '../analyse/analyse.ts';
import type { Question, SolutionFound } from '../analyse/analysis.ts';
import { solutionByBounding, type Sought } from '../analyse/by-bounding.ts';
import { bargain, type Bargained, type BargainQuestion, type NotBargained } from '../bargain/bargained.ts';
import { examine, type Examined, type ExamineQuestion, type NotAllowed } from '../packages/examined.ts';
import { robustnessOf, type RobustnessQuestion } from '../packages/robustly.ts';
import { suggest, type Suggested, type SuggestQuestion } from '../packages/suggested.ts';
import { sharesTold, type Tell } from './progress.ts';

/** The pieces of work that can take long, by name: what each is given and what it gives, both plain data. */
export interface Jobs {
  readonly analyse: (question: Question, tell: Tell) => InOneThread;
  readonly solution: (sought: Sought) => SolutionFound;
  readonly suggest: (question: SuggestQuestion, tell: Tell) => Suggested | frontiers.Entangled;
  readonly examine: (question: ExamineQuestion, tell: Tell) => Examined | NotAllowed;
  readonly bargain: (question: BargainQuestion, tell: Tell) => Bargained | NotBargained;
  readonly robustness: (question: RobustnessQuestion) => readonly uncertainty.Robustness[];
  readonly conflict: (question: ConflictQuestion, tell: Tell) => ConflictFound;
  readonly sequence: (question: SequenceQuestion, tell: Tell) => SequenceFound;
}

export type JobName = keyof Jobs;

/** What is asked of a conflict; `from`: the pattern of the state as things are, or null. */
export interface ConflictQuestion {
  readonly model: ConflictModel;
  readonly convention: conflict.Convention;
  readonly from: string | null;
}

export type ConflictFound =
  | {
      readonly conflict: conflict.Conflict;
      readonly stability: conflict.Stability;
      readonly report: conflict.ConflictReport;
    }
  | conflict.ConflictRefusal
  | { readonly refused: 'noSuchState'; readonly words: string };

/** What is asked of an exchange. */
export interface SequenceQuestion {
  readonly exchange: Exchange;
  readonly measure: sequencing.Measure;
}

export type SequenceFound =
  | { readonly sequence: sequencing.Sequence; readonly remedies: sequencing.Remedies }
  | sequencing.ExchangeRefusal;

/** The work itself. */
export const jobs: Jobs = {
  analyse,
  solution: solutionByBounding,
  suggest,
  examine,
  bargain,
  robustness: robustnessOf,
  conflict: ({ model, convention, from }, tell) => {
    tell({ doing: 'the states and moves', expected: null });
    const built = conflict.buildConflict(model);
    if (conflict.isConflictRefused(built)) return built;
    const at =
      from === null ? null : built.states.findIndex(({ pattern }, s) => pattern === from || `s${s + 1}` === from);
    if (at === -1)
      return {
        refused: 'noSuchState',
        words: `There is no state “${from ?? ''}”; say s1 to s${built.states.length}, or its letters.`,
      };
    tell({ doing: 'what is stable for whom', expected: null });
    const stability = conflict.stabilityOf(built, convention);
    return {
      conflict: built,
      stability,
      report: conflict.reportOn(built, stability, at, undefined, sharesTold('the report', tell)),
    };
  },
  sequence: ({ exchange, measure }, tell) => {
    const sequence = sequencing.sequenceSteps(exchange, measure, sharesTold('the orders of the steps', tell));
    if (sequencing.isExchangeRefused(sequence)) return sequence;
    tell({ doing: 'what would help', expected: null });
    const remedies = sequencing.remediesFor(exchange, measure);
    return sequencing.isExchangeRefused(remedies) ? remedies : { sequence, remedies };
  },
};
