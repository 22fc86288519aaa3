import { lostEverywhere, lostNames, fileNames, type ToWrite, type Written } from '../written/written.ts';
import { endValues, issueForms, optionValues, type IssueForm } from '../written/issue-form.ts';
import { inUnits, reservedUtility, type InUnits } from '../written/in-units.ts';
import type { Profile, Scenario } from '../../../analysis/index.ts';

/**
 * A scenario in GENIUS XML: a domain and a utility profile for each party, in the GENIUS reading. Where the best package is worth more than 1 everything
 * is divided by that, since GENIUS counts what is above 1 as 1; unless it was counted so before. A package as reservation becomes its worth.
 */
export function writeGenius(written: ToWrite): Written {
  const { scenario, discounts, ceilings } = written;
  const formed = issueForms(
    scenario,
    ({ from, to, step }) => step === null || (step === 1 && Number.isInteger(from) && Number.isInteger(to)),
  );
  if ('refused' in formed) return formed;
  const names = fileNames(written, 'xml');
  const lost = [...lostEverywhere(written), ...lostNames(written, names.parties, 'xml'), ...formed.lost];
  const files = [{ name: names.domain, text: domainText(written.name, formed.forms) }];
  for (const [p, profile] of scenario.profiles.entries()) {
    const units = inUnits(profile, scenario.issues, ceilings[p] === 1 ? 'any' : 'atMost');
    if ('refused' in units) return units;
    if (profile.reservation?.kind === 'package')
      lost.push(
        `What ${profile.party} has without an agreement is written as its worth, since GENIUS has no place for a package.`,
      );
    lost.push(...units.lost);
    files.push({
      name: names.parties[p] ?? '',
      text: profileText(profile, scenario, formed.forms, units, discounts[p] ?? null),
    });
  }
  return { files, lost };
}

function domainText(name: string, forms: readonly IssueForm[]): string {
  const issues = forms.flatMap((form, i) => [
    `    ${issueTag(form, i)}`,
    ...(form.kind === 'options'
      ? form.options.map((option, k) => `      <item index="${k + 1}" value="${escaped(option)}" />`)
      : form.range.step === null
        ? [`      <range lowerbound="${form.range.from}" upperbound="${form.range.to}" />`]
        : []),
    '    </issue>',
  ]);
  return [
    '<negotiation_template>',
    `  <utility_space number_of_issues="${forms.length}">`,
    `    <objective index="0" name="${escaped(name)}" type="objective" etype="objective" description="">`,
    ...issues.map((line) => `  ${line}`),
    '    </objective>',
    '  </utility_space>',
    '</negotiation_template>',
    '',
  ].join('\n');
}

function profileText(
  profile: Profile,
  { issues }: Scenario,
  forms: readonly IssueForm[],
  { tops, weights, unit }: InUnits,
  discount: number | null,
): string {
  const limit = reservedUtility(profile, issues);
  const body = forms.flatMap((form, i) => {
    const issue = issues[i];
    const top = tops[i] ?? 1;
    if (issue === undefined) return [];
    return [
      `    ${issueTag(form, i)}`,
      ...insideOf(form, profile, i, top, optionsIn(form, profile, i, issue)),
      '    </issue>',
    ];
  });
  return [
    `<utility_space>`,
    `  <objective index="0" name="${escaped(profile.party)}" type="objective" etype="objective" description="">`,
    ...body,
    ...weights.map((weight, i) => `    <weight index="${i + 1}" value="${weight}" />`),
    '  </objective>',
    ...(discount === null ? [] : [`  <discount_factor value="${discount}" />`]),
    ...(limit === null ? [] : [`  <reservation value="${limit / unit}" />`]),
    '</utility_space>',
    '',
  ].join('\n');
}

const optionsIn = (
  form: IssueForm,
  profile: Profile,
  i: number,
  issue: Scenario['issues'][number],
): readonly number[] => (form.kind === 'options' ? optionValues(profile, i, issue) : []);

function insideOf(
  form: IssueForm,
  profile: Profile,
  i: number,
  top: number,
  values: readonly number[],
): readonly string[] {
  if (form.kind === 'options')
    return form.options.map(
      (option, k) =>
        `      <item index="${k + 1}" value="${escaped(option)}" evaluation="${(values[k] ?? 0) / top}" />`,
    );
  const { from, to, step } = form.range;
  const [first, last] = endValues(profile, i).map((value) => value / top);
  const slope = ((last ?? 0) - (first ?? 0)) / (to - from);
  if (step !== null) return [`      <evaluator ftype="linear" slope="${slope}" offset="${first ?? 0}" />`];
  return [
    `      <range lowerbound="${from}" upperbound="${to}" />`,
    `      <evaluator ftype="linear" parameter0="${(first ?? 0) - slope * from}" parameter1="${slope}" />`,
  ];
}

function issueTag(form: IssueForm, i: number): string {
  const type = form.kind === 'options' ? 'discrete' : form.range.step === null ? 'real' : 'integer';
  const bounds =
    type === 'integer' && form.kind === 'line' ? ` lowerbound="${form.range.from}" upperbound="${form.range.to}"` : '';
  return `<issue index="${i + 1}" name="${escaped(form.name)}" vtype="${type}" type="${type}" etype="${type}"${bounds}>`;
}

/** A text within the quotation marks of an attribute. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"'\t\n\r]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
