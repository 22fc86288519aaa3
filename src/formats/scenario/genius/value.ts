import type { Issue, ValueFunction } from '../../../analysis/index.ts';
import { didYouMean } from '../../nearest-word.ts';
import type { Findings } from '../findings.ts';
import { lineOver, mostOf } from '../profile.ts';
import type { Reading } from '../read-scenario.ts';
import type { XmlElement } from '../xml/document.ts';
import { childless, numberOf, required, type GeniusIssue } from './issue.ts';

type Options = Extract<Issue, { kind: 'options' }>;
type Range = Extract<Issue, { kind: 'range' }>;

/**
 * What the answers to an issue are worth by a GENIUS file, before the weight. Discrete: the evaluation over the greatest of the issue, or 0 for
 * all if that is below 0.00001; integer: slope × (x − lowest) + offset; real: linear, constant or triangular; straight lines cut to 0…1. The raw
 * reading neither divides nor cuts. (GENIUS 9: EvaluatorDiscrete, EvaluatorInteger, EvaluatorReal.)
 */
export function valueIn(
  own: GeniusIssue,
  issue: Issue,
  reading: Reading['genius'],
  findings: Findings,
): ValueFunction | null {
  if (own.issue.kind !== issue.kind) {
    findings.fault(own.element, `The issue “${issue.name}” is of another type in the domain.`);
    return null;
  }
  return issue.kind === 'options'
    ? tableIn(own.element, issue, reading, findings)
    : lineIn(own.element, own.issue as Range, issue, reading, findings);
}

function tableIn(
  element: XmlElement,
  issue: Options,
  reading: Reading['genius'],
  findings: Findings,
): ValueFunction | null {
  const evaluations = new Map<string, number>();
  const options = new Set(issue.options);
  for (const item of element.children) {
    const option = required(item, 'value', findings);
    const evaluation = numberOf(item, 'evaluation', findings);
    if (option === null || evaluation === null) continue;
    if (evaluation < 0) findings.fault(item, `The evaluation of “${option}” is ${evaluation}; it must be at least 0.`);
    if (!options.has(option) && !findings.isFull())
      findings.fault(
        item,
        `There is no option “${option}” of “${issue.name}” in the domain${didYouMean(option, issue.options.slice(0, 200))}`,
      );
    if (Number(item.attributes.get('cost')?.value ?? 0) !== 0)
      findings.note(item.line, 'The cost of an option is not part of its utility, and is not read.');
    evaluations.set(option, evaluation);
  }
  for (const option of issue.options)
    if (!evaluations.has(option))
      findings.fault(element, `There is no evaluation for the option “${option}” of “${issue.name}”.`);
  const given = issue.options.map((option) => evaluations.get(option) ?? 0);
  const most = mostOf({ kind: 'table', values: given });
  if (reading === 'raw') return { kind: 'table', values: given };
  if (most < leastMaximum) {
    findings.note(element.line, `No option of “${issue.name}” is worth anything: all count 0.`);
    return { kind: 'table', values: given.map(() => 0) };
  }
  return { kind: 'table', values: given.map((evaluation) => evaluation / most) };
}

/** The greatest evaluation below which GENIUS counts every option of an issue as 0. */
const leastMaximum = 1e-5;

function lineIn(
  element: XmlElement,
  own: Range,
  range: Range,
  reading: Reading['genius'],
  findings: Findings,
): ValueFunction | null {
  if (own.from !== range.from || own.to !== range.to || own.step !== range.step) {
    findings.fault(element, `The range of “${range.name}” is another one in the domain.`);
    return null;
  }
  const [evaluator, second] = element.children.filter((child) => child.name === 'evaluator');
  if (second !== undefined) findings.fault(second, `The issue “${range.name}” has a second <evaluator>.`);
  if (evaluator === undefined) {
    findings.fault(element, `The issue “${range.name}” has no <evaluator>.`);
    return null;
  }
  childless(evaluator, findings);
  const form = required(evaluator, 'ftype', findings);
  const number = (name: string) => numberOf(evaluator, name, findings);
  const cut = reading === 'genius' ? ([0, 1] as const) : null;
  if (form === null) return null;
  if (form === 'linear') {
    const isWhole = range.step !== null;
    const [slope, offset] = isWhole
      ? [number('slope'), number('offset')]
      : [number('parameter1'), number('parameter0')];
    if (slope === null || offset === null) return null;
    const at = (x: number): number => slope * (isWhole ? x - range.from : x) + offset;
    if (![range.from, range.to].every((end) => Number.isFinite(at(end)))) {
      findings.fault(evaluator, `The line of “${range.name}” goes beyond the numbers that can be reckoned with.`);
      return null;
    }
    return lineOver(range, at, cut);
  }
  if (form === 'constant' && range.step === null) {
    const constant = number('parameter0');
    return constant === null ? null : lineOver(range, () => constant);
  }
  if (form === 'triangular' && range.step === null) return triangleIn(evaluator, range, findings);
  findings.fault(
    evaluator,
    `An evaluator of form “${form}” is not read for this type of issue; linear is, and for real issues constant and triangular.`,
  );
  return null;
}

/** 0 up to the first parameter, 1 at the third, 0 from the second; straight between them. */
function triangleIn(evaluator: XmlElement, { from, to }: Range, findings: Findings): ValueFunction | null {
  const [low, high, top] = ['parameter0', 'parameter1', 'parameter2'].map((name) =>
    numberOf(evaluator, name, findings),
  );
  if (low == null || high == null || top == null) return null;
  if (!(low < top && top < high)) {
    findings.fault(evaluator, 'The top of a triangle must lie between its ends: parameter0 < parameter2 < parameter1.');
    return null;
  }
  const height = (x: number) => Math.max(0, x <= top ? (x - low) / (top - low) : (high - x) / (high - top));
  const bends = [low, top, high].filter((x) => x > from && x < to);
  return { kind: 'piecewise', points: [from, ...bends, to].map((x) => ({ at: x, value: height(x) })) };
}
