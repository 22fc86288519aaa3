import type { Issue } from '../../../analysis/index.ts';
import type { Findings } from '../findings.ts';
import { numberIn } from '../number-in.ts';
import type { XmlElement } from '../xml/document.ts';

/** An issue of a GENIUS file and the element that it was read from. */
export interface GeniusIssue {
  readonly issue: Issue;
  readonly element: XmlElement;
  /** The number by which weights refer to it. */
  readonly index: string;
}

/** What a file may hold at the places that are read; what else stands there is refused. */
const knownInside: Readonly<Record<string, readonly string[]>> = {
  negotiation_template: ['utility_space', 'agent'],
  utility_space: ['objective', 'discount_factor', 'reservation'],
  objective: ['issue', 'weight'],
  issue: ['item', 'range', 'evaluator'],
};

/** The root objective of a GENIUS file; null when the file has another shape, which is then among the findings. */
export function objectiveOf(
  root: XmlElement,
  findings: Findings,
): { readonly space: XmlElement; readonly objective: XmlElement } | null {
  const space = root.name === 'negotiation_template' ? only(root, 'utility_space', findings) : root;
  if (root.name === 'negotiation_template') strangersIn(root, findings);
  if (space === null) return null;
  strangersIn(space, findings);
  const objective = only(space, 'objective', findings);
  if (objective === null) return null;
  strangersIn(objective, findings);
  return { space, objective };
}

const mostIssues = 10_000;

/** The issues of an objective, in the order of the file. */
export function issuesIn(objective: XmlElement, findings: Findings): readonly GeniusIssue[] {
  const names = new Set<string>();
  const indexes = new Set<string>();
  const elements = objective.children.filter(({ name }) => name === 'issue');
  if (elements.length > mostIssues) return refuse(objective, `There are more than ${mostIssues} issues.`, findings);
  return elements.flatMap((element): readonly GeniusIssue[] => {
    const name = required(element, 'name', findings);
    const index = required(element, 'index', findings);
    if (name === null || index === null) return [];
    if (names.has(name)) return refuse(element, `There are two issues “${name}”.`, findings);
    if (indexes.has(index)) return refuse(element, `There are two issues with the index ${index}.`, findings);
    names.add(name);
    indexes.add(index);
    strangersIn(element, findings);
    const issue = issueIn(element, name, findings);
    return issue === null ? [] : [{ issue, element, index }];
  });
}

/** The value of an attribute that must be there; null when it is not, which is then among the findings. */
export function required(element: XmlElement, name: string, findings: Findings): string | null {
  const found = element.attributes.get(name);
  if (found !== undefined) return found.value;
  findings.fault(element, `This <${element.name}> has no ${name}.`);
  return null;
}

/** The number that an attribute must hold. */
export function numberOf(element: XmlElement, name: string, findings: Findings): number | null {
  const text = required(element, name, findings);
  if (text === null) return null;
  const number = numberIn(text.trim());
  const line = element.attributes.get(name)?.line ?? element.line;
  if (number === null)
    findings.fault({ ...element, line }, `The ${name} of this <${element.name}> is “${text}”, which is no number.`);
  return number;
}

function issueIn(element: XmlElement, name: string, findings: Findings): Issue | null {
  const types = ['vtype', 'type', 'etype'].flatMap((word) => element.attributes.get(word)?.value ?? []);
  const [type] = types;
  if (type === undefined) return refused(element, `Issue “${name}” has no type: discrete, integer or real.`, findings);
  if (types.some((other) => other !== type))
    return refused(element, `Issue “${name}” has several types: ${types.join(', ')}.`, findings);
  if (type === 'discrete') return optionsIn(element, name, findings);
  if (type === 'integer' || type === 'real') return rangeIn(element, name, type, findings);
  return refused(
    element,
    `Issue “${name}” is of type “${type}”, which is not read; discrete, integer and real are.`,
    findings,
  );
}

function optionsIn(element: XmlElement, name: string, findings: Findings): Issue | null {
  const options: string[] = [];
  const seen = new Set<string>();
  for (const child of element.children) {
    if (child.name !== 'item') {
      findings.fault(child, `Issue “${name}” is discrete; a <${child.name}> has no place in it.`);
      continue;
    }
    childless(child, findings);
    const value = required(child, 'value', findings);
    if (value === null) continue;
    if (seen.has(value)) findings.fault(child, `Issue “${name}” has the option “${value}” twice.`);
    seen.add(value);
    options.push(value);
  }
  if (options.length === 0) return refused(element, `Issue “${name}” has no options.`, findings);
  return { kind: 'options', name, options };
}

function rangeIn(element: XmlElement, name: string, type: 'integer' | 'real', findings: Findings): Issue | null {
  for (const child of element.children)
    if (child.name === 'item') findings.fault(child, `Issue “${name}” is ${type}; an <item> has no place in it.`);
  const holder = element.children.find((child) => child.name === 'range') ?? element;
  const from = numberOf(holder, 'lowerbound', findings);
  const to = numberOf(holder, 'upperbound', findings);
  if (from === null || to === null) return null;
  if (to <= from)
    return refused(holder, `The range of “${name}” goes from ${from} to ${to}; it must go upwards.`, findings);
  if (type === 'real') return { kind: 'range', name, from, to, step: null };
  if (!Number.isInteger(from) || !Number.isInteger(to))
    return refused(holder, `Issue “${name}” is integer; its bounds must be whole numbers.`, findings);
  return { kind: 'range', name, from, to, step: 1 };
}

/** Refuses children of an element that nothing here reads. */
export function childless(element: XmlElement, findings: Findings): void {
  for (const child of element.children) stranger(child, element.name, findings);
}

function strangersIn(element: XmlElement, findings: Findings): void {
  for (const child of element.children)
    if (!(knownInside[element.name] ?? []).includes(child.name)) stranger(child, element.name, findings);
}

function stranger(child: XmlElement, parent: string, findings: Findings): void {
  findings.fault(
    child,
    child.name === 'objective'
      ? 'Objectives within objectives are not read.'
      : `An element <${child.name}> in <${parent}> is not known; only additive utility is read.`,
  );
}

function only(parent: XmlElement, name: string, findings: Findings): XmlElement | null {
  const [first, second] = parent.children.filter((child) => child.name === name);
  if (first === undefined) findings.fault(parent, `This <${parent.name}> has no <${name}>.`);
  if (second !== undefined) findings.fault(second, `This <${parent.name}> has a second <${name}>.`);
  return second === undefined ? (first ?? null) : null;
}

function refuse(element: XmlElement, message: string, findings: Findings): readonly [] {
  findings.fault(element, message);
  return [];
}

function refused(element: XmlElement, message: string, findings: Findings): null {
  findings.fault(element, message);
  return null;
}
