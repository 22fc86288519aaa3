import { packages, preferences, type Method } from '../../analysis/index.ts';
import { issueOf, issues, offersOnTable, parties, told, type CaseFile } from '../../domain/index.ts';

/** What the offers of each side let one suppose of its weights, by two models; always learnt, never its own. */
export interface LearntFromCase {
  readonly issues: readonly string[];
  readonly parties: readonly LearntOfParty[];
  readonly remarks: readonly string[];
}

/** What was learnt of one side. `offers`: how many whole offers it has made, each as it stood when something in it changed. */
export interface LearntOfParty {
  readonly name: string;
  readonly offers: number;
  readonly models: readonly LearntByModel[];
}

/** By one model: weights that sum to 1, one for each issue, and how sure it is; or why there are none. */
export interface LearntByModel {
  readonly name: 'frequency' | 'bayesian';
  readonly method: Method;
  readonly weights: readonly number[] | null;
  readonly sureness: number | null;
  readonly sentence: string;
}

const models = [
  { name: 'frequency', method: preferences.frequencyMethod, learn: preferences.learnByFrequency },
  { name: 'bayesian', method: preferences.bayesianMethod, learn: preferences.learnByBayes },
] as const;

/** What can be learnt from the offers in a case. */
export function learntFrom(file: CaseFile): LearntFromCase {
  const [known, sides] = [issues(file), parties(file)];
  const matters = known.map(issueOf);
  const answers = preferences.answersIn({ issues: matters, profiles: [] });
  const agenda = packages.agendaOf(matters, answers);
  const { dance, remarks } = offersOnTable(file, known, agenda, sides);
  const names = matters.map(({ name }) => name);
  return {
    issues: names,
    parties: told(sides).map((name, party) => {
      const offers = dance.filter((offer) => offer.party === party).map(({ pack }) => pack);
      return {
        name,
        offers: offers.length,
        models: models.map(({ name: model, method, learn }) => {
          const found = learn({ party: name, issues: names, answers, offers });
          return 'refused' in found
            ? { name: model, method, weights: null, sureness: null, sentence: found.sentence }
            : {
                name: model,
                method,
                weights: found.profile.weights,
                sureness: found.sureness,
                sentence: found.sentence,
              };
        }),
      };
    }),
    remarks,
  };
}
