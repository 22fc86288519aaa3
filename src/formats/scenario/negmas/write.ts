import type { Issue, Profile } from '../../../analysis/index.ts';
import { reservedUtility } from '../written/in-units.ts';
import { endValues, issueForms, optionValues, type IssueForm } from '../written/issue-form.ts';
import { fileNames, lostEverywhere, lostNames, type ToWrite, type Written } from '../written/written.ts';

/** A scenario in NegMAS JSON: an outcome space, and a linear additive utility function for each party. Points and weights stay as they are. */
export function writeNegmas(written: ToWrite): Written {
  const { scenario, discounts } = written;
  const formed = issueForms(
    scenario,
    ({ from, to, step }) => step === null || (step === 1 && Number.isInteger(from) && Number.isInteger(to)),
  );
  if ('refused' in formed) return formed;
  const { forms } = formed;
  const names = fileNames(written, 'json');
  const isDiscrete = forms.every((form) => form.kind === 'options' || form.range.step !== null);
  const domain = {
    name: written.name,
    type: isDiscrete ? 'DiscreteCartesianOutcomeSpace' : 'CartesianOutcomeSpace',
    issues: forms.map(issueOf),
  };
  return {
    files: [
      { name: names.domain, text: jsonText(domain) },
      ...scenario.profiles.map((profile, p) => ({
        name: names.parties[p] ?? '',
        text: jsonText(functionOf(profile, forms, scenario.issues)),
      })),
    ],
    lost: [
      ...lostEverywhere(written),
      ...lostNames(written, names.parties, 'json'),
      ...formed.lost,
      ...scenario.profiles.flatMap(({ party, reservation }) =>
        reservation?.kind === 'package'
          ? [
              `What ${party} has without an agreement is written as its worth, since NegMAS has no place for a package here.`,
            ]
          : [],
      ),
      ...(discounts.some((discount) => discount !== null) ? ['Discounts of later agreements are left out.'] : []),
    ],
  };
}

function issueOf(form: IssueForm) {
  if (form.kind === 'options') return { name: form.name, type: 'CategoricalIssue', values: form.options };
  const { from, to, step } = form.range;
  return { name: form.name, type: step === null ? 'ContinuousIssue' : 'ContiguousIssue', values: [from, to] };
}

function functionOf(profile: Profile, forms: readonly IssueForm[], issues: readonly Issue[]) {
  const limit = reservedUtility(profile, issues);
  return {
    name: profile.party,
    type: 'LinearAdditiveUtilityFunction',
    ...(limit === null ? {} : { reserved_value: limit }),
    weights: profile.weights,
    values: forms.map((form, i) => {
      const issue = issues[i];
      if (form.kind === 'options' && issue !== undefined) {
        const values = optionValues(profile, i, issue);
        return {
          type: 'TableFun',
          mapping: Object.fromEntries(form.options.map((option, k) => [option, values[k] ?? 0])),
        };
      }
      const [first, last] = endValues(profile, i);
      const { from, to } = form.kind === 'line' ? form.range : { from: 0, to: 1 };
      const slope = (last - first) / (to - from);
      return { type: 'AffineFun', slope, bias: first - slope * from };
    }),
  };
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
