import type { Issue, Profile, Scenario } from '../../../analysis/index.ts';
import { inUnits, type InUnits } from '../written/in-units.ts';
import { endValues, issueForms, optionValues, type IssueForm } from '../written/issue-form.ts';
import { fileNames, lostEverywhere, lostNames, type ToWrite, type Written } from '../written/written.ts';

/**
 * A scenario in GeniusWeb JSON: a domain, and a linear additive profile for each party. Its weights must sum to exactly 1 in decimals, so they are
 * written with 12 of them. A reservation stays only as a package.
 */
export function writeGeniusweb(written: ToWrite): Written {
  const { scenario, discounts } = written;
  const formed = issueForms(scenario, ({ step }) => step !== null);
  if ('refused' in formed) return formed;
  const { forms } = formed;
  const names = fileNames(written, 'json');
  const domain = {
    name: written.name,
    issuesValues: Object.fromEntries(forms.map((form) => [form.name, valueSet(form)])),
  };
  const lost = [...lostEverywhere(written), ...lostNames(written, names.parties, 'json'), ...formed.lost];
  const files = [{ name: names.domain, text: jsonText(domain) }];
  for (const [p, profile] of scenario.profiles.entries()) {
    const units = inUnits(profile, scenario.issues, 'exactly');
    if ('refused' in units) return units;
    lost.push(...units.lost, ...lostOf(profile, units));
    files.push({
      name: names.parties[p] ?? '',
      text: jsonText({ LinearAdditiveUtilitySpace: spaceOf(profile, scenario, forms, units, domain) }),
    });
  }
  if (discounts.some((discount) => discount !== null)) lost.push('Discounts of later agreements are left out.');
  return { files, lost };
}

function spaceOf(
  profile: Profile,
  { issues }: Scenario,
  forms: readonly IssueForm[],
  { tops, weights }: InUnits,
  domain: object,
) {
  const decimals = summingToOne(weights);
  const { reservation } = profile;
  return {
    issueUtilities: Object.fromEntries(
      forms.map((form, i) => [form.name, utilities(form, profile, i, issues[i], tops[i] ?? 1)]),
    ),
    issueWeights: Object.fromEntries(forms.map(({ name }, i) => [name, decimals[i] ?? 0])),
    domain,
    name: profile.party,
    ...(reservation?.kind === 'package'
      ? {
          reservationBid: {
            issuevalues: Object.fromEntries(
              forms.map((form, i) => [form.name, answerOf(form, reservation.package[i] ?? 0)]),
            ),
          },
        }
      : {}),
  };
}

function utilities(form: IssueForm, profile: Profile, i: number, issue: Issue | undefined, top: number) {
  if (form.kind === 'options') {
    const values = issue === undefined ? [] : optionValues(profile, i, issue);
    return {
      DiscreteValueSetUtilities: {
        valueUtilities: Object.fromEntries(form.options.map((option, k) => [option, (values[k] ?? 0) / top])),
      },
    };
  }
  const [first, last] = endValues(profile, i);
  return {
    NumberValueSetUtilities: {
      lowValue: form.range.from,
      lowUtility: first / top,
      highValue: form.range.to,
      highUtility: last / top,
    },
  };
}

const valueSet = (form: IssueForm) =>
  form.kind === 'options'
    ? { values: form.options }
    : { range: { low: form.range.from, high: form.range.to, step: form.range.step } };

const answerOf = (form: IssueForm, place: number): string | number =>
  form.kind === 'options' ? (form.options[place] ?? '') : form.range.from + place * (form.range.step ?? 0);

/** Weights as decimals that sum to exactly 1; the largest takes what rounding leaves. */
function summingToOne(weights: readonly number[]): readonly number[] {
  const whole = weights.map((weight) => Math.round(weight * decimal));
  const rest = decimal - whole.reduce((sum, each) => sum + each, 0);
  const largest = whole.indexOf(Math.max(...whole));
  return whole.map((each, i) => (i === largest ? each + rest : each) / decimal);
}

const decimal = 1e12;

function lostOf({ party, reservation }: Profile, { weights }: InUnits): readonly string[] {
  const decimals = summingToOne(weights);
  return [
    ...(decimals.some((each, i) => each !== weights[i])
      ? [`The weights of ${party} are rounded to 12 decimals, so that they sum to exactly 1.`]
      : []),
    ...(reservation?.kind === 'utility'
      ? [`The reservation value of ${party} is left out, since GeniusWeb holds a package there and no number.`]
      : []),
  ];
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
