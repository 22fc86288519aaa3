import type { Issue, ValueFunction } from '../../../analysis/index.ts';
import type { Findings } from '../findings.ts';
import type { ReadProfile } from '../profile.ts';
import type { Reading } from '../read-scenario.ts';
import type { XmlElement } from '../xml/document.ts';
import { issuesIn, numberOf, objectiveOf, required, type GeniusIssue } from './issue.ts';
import { valueIn } from './value.ts';

/**
 * One party's utility profile in GENIUS XML, in the order of the domain's issues. Issues are matched by name. Null when something is
 * missing, given twice, or not what the domain has, which is then among the findings.
 */
export function profileIn(
  root: XmlElement,
  issues: readonly Issue[],
  reading: Reading['genius'],
  findings: Findings,
): ReadProfile | null {
  const found = objectiveOf(root, findings);
  if (found === null) return null;
  const { space, objective } = found;
  const own = issuesIn(objective, findings);
  if (findings.faults.length > 0) return null;
  const weightOf = weightsIn(objective, own, findings);
  for (const { issue, element } of own)
    if (!issues.some(({ name }) => name === issue.name))
      findings.fault(element, `There is no issue “${issue.name}” in the domain.`);
  const parts = issues.map((issue): { readonly weight: number; readonly value: ValueFunction } | null => {
    const mine = own.find((other) => other.issue.name === issue.name);
    if (mine === undefined) {
      findings.fault(objective, `There are no evaluations for the issue “${issue.name}”.`);
      return null;
    }
    const weight = weightOf.get(mine.index);
    if (weight === undefined) findings.fault(mine.element, `There is no weight for the issue “${issue.name}”.`);
    const value = valueIn(mine, issue, reading, findings);
    return weight === undefined || value === null ? null : { weight, value };
  });
  const read = parts.flatMap((part) => (part === null ? [] : [part]));
  const reservation = settingIn(space, 'reservation', findings);
  const discount = settingIn(space, 'discount_factor', findings);
  if (discount !== null && (discount < 0 || discount > 1))
    findings.fault(space, `The discount factor is ${discount}; it must lie between 0 and 1.`);
  if (findings.faults.length > 0) return null;
  return {
    findings,
    place: objective,
    weights: read.map(({ weight }) => weight),
    values: read.map(({ value }) => value),
    reservation: reservation === null ? null : { kind: 'utility', utility: reservation },
    discount,
    ceiling: reading === 'genius' ? 1 : null,
  };
}

function weightsIn(
  objective: XmlElement,
  own: readonly GeniusIssue[],
  findings: Findings,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const element of objective.children) {
    if (element.name !== 'weight') continue;
    const index = required(element, 'index', findings);
    const weight = numberOf(element, 'value', findings);
    if (index === null || weight === null) continue;
    if (weight < 0) findings.fault(element, `The weight of issue ${index} is ${weight}; it must be at least 0.`);
    if (weights.has(index)) findings.fault(element, `Issue ${index} has two weights.`);
    if (!own.some((issue) => issue.index === index))
      findings.fault(element, `There is no issue with the index ${index}.`);
    weights.set(index, weight);
  }
  return weights;
}

function settingIn(space: XmlElement, name: string, findings: Findings): number | null {
  const [element, second] = space.children.filter((child) => child.name === name);
  if (second !== undefined) findings.fault(second, `There is a second <${name}>.`);
  return element === undefined ? null : numberOf(element, 'value', findings);
}
