import { z } from 'zod';
import type { Issue, ValueFunction } from '../../../analysis/index.ts';
import { didYouMean } from '../../nearest-word.ts';
import type { Path } from '../../yaml/places.ts';
import { lineOver } from '../profile.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import { classNamed, mostOptions } from './domain.ts';

/** A value function as a NegMAS file has it. */
export const valueShape = z.looseObject({
  type: z.string(),
  mapping: z.record(z.string(), z.number()).optional(),
  slope: z.number().optional(),
  bias: z.number().optional(),
});

/** A value function as its file holds it. */
export type ValueDocument = z.infer<typeof valueShape>;

/** What the answers to an issue are worth: `TableFun` by its table; `AffineFun`, `LinearFun`, `IdentityFun` and `ConstFun` of numbers. */
export function valueIn(written: ValueDocument, issue: Issue, path: Path, file: YamlFile): ValueFunction | null {
  const { slope, bias } = written;
  const needs = (name: string) => {
    faultAt(file, path, `${written.type} needs a ${name}.`);
    return null;
  };
  switch (classNamed(written.type)) {
    case 'TableFun':
      return written.mapping === undefined
        ? needs('mapping')
        : tableOf(written.mapping, issue, [...path, 'mapping'], file);
    case 'AffineFun':
      return slope === undefined ? needs('slope') : lineOf(slope, bias ?? 0, issue, path, file);
    case 'LinearFun':
      return slope === undefined ? needs('slope') : lineOf(slope, 0, issue, path, file);
    case 'IdentityFun':
      return lineOf(1, 0, issue, path, file);
    case 'ConstFun':
      return bias === undefined ? needs('bias') : lineOf(0, bias, issue, path, file);
    default:
      faultAt(
        file,
        [...path, 'type'],
        `${written.type} is not read; TableFun, AffineFun, LinearFun, IdentityFun and ConstFun are.`,
      );
      return null;
  }
}

/** The value slope × answer + bias. */
export function lineOf(slope: number, bias: number, issue: Issue, path: Path, file: YamlFile): ValueFunction | null {
  if (issue.kind === 'range') return lineOver(issue, (x) => x * slope + bias);
  if (slope === 0) return { kind: 'table', values: issue.options.map(() => bias) };
  const numbers = issue.options.map((option) => (option.trim() === '' ? NaN : Number(option)));
  if (numbers.every(Number.isFinite)) return { kind: 'table', values: numbers.map((x) => x * slope + bias) };
  faultAt(
    file,
    path,
    `The options of “${issue.name}” are not all numbers, so a straight line does not say what they are worth.`,
  );
  return null;
}

function tableOf(
  mapping: Readonly<Record<string, number>>,
  issue: Issue,
  path: Path,
  file: YamlFile,
): ValueFunction | null {
  if (issue.kind === 'range' && issue.step === null) {
    faultAt(file, path, `“${issue.name}” is continuous, so a table cannot say what every answer is worth.`);
    return null;
  }
  if (issue.kind === 'range' && issue.to - issue.from >= mostOptions) {
    faultAt(file, path, `“${issue.name}” has more than ${mostOptions} answers, too many for a table.`);
    return null;
  }
  const answers =
    issue.kind === 'options'
      ? issue.options
      : Array.from({ length: issue.to - issue.from + 1 }, (_, k) => String(issue.from + k));
  const known = new Set(answers);
  for (const key of Object.keys(mapping))
    if (!known.has(key) && !file.findings.isFull())
      faultAt(
        file,
        [...path, key],
        `“${issue.name}” has no answer “${key}”${didYouMean(key, answers.slice(0, 200))}`,
        'key',
      );
  const values = answers.map((answer) => {
    if (Object.hasOwn(mapping, answer)) return mapping[answer] ?? 0;
    faultAt(file, path, `The table of “${issue.name}” has no value for “${answer}”.`);
    return 0;
  });
  return { kind: 'table', values };
}
