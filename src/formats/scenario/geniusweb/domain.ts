import { z } from 'zod';
import type { Issue } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { twiceIn } from '../twice.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';

/** A number, which GeniusWeb may also write as text, so that no digit is lost. */
export const decimal = z.union(
  [z.number(), z.string().regex(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/, 'must be a number')],
  'must be a number',
);

const range = z.strictObject({ low: decimal, high: decimal, step: decimal });

/** A GeniusWeb domain. */
export const domainShape = z.looseObject({
  name: z.string().optional(),
  issuesValues: z.record(
    z.string(),
    z.union(
      [z.strictObject({ values: z.array(z.string()) }), z.strictObject({ range })],
      'must be { values: […] } or { range: { low, high, step } }',
    ),
  ),
});

/** The issues of a GeniusWeb domain: discrete value sets become options, number value sets a range by steps. */
export function issuesOf(domain: z.infer<typeof domainShape>, path: Path, file: YamlFile): readonly Issue[] {
  return Object.entries(domain.issuesValues).flatMap(([name, set]): readonly Issue[] => {
    const at = [...path, 'issuesValues', name];
    if ('range' in set) {
      const { low, high, step } = set.range;
      const [from, to, by] = [Number(low), Number(high), Number(step)];
      if (from < to && by > 0) return [{ kind: 'range', name, from, to, step: by }];
      faultAt(file, [...at, 'range'], `The range of “${name}” must go upwards, by steps above 0.`);
      return [];
    }
    const twice = twiceIn(set.values);
    if (twice !== undefined) faultAt(file, [...at, 'values'], `Issue “${name}” has the option “${twice}” twice.`);
    if (set.values.length === 0) faultAt(file, [...at, 'values'], `Issue “${name}” has no options.`);
    return [{ kind: 'options', name, options: set.values }];
  });
}
