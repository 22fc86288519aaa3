import { z } from 'zod';
import type { Issue, ValueFunction } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { rounded } from '../number-in.ts';
import type { ReadProfile } from '../profile.ts';
import { faultAt, noteUnread, placeIn, shaped, type YamlFile } from '../yaml-file.ts';
import { classNamed } from './domain.ts';
import { lineOf, valueIn, valueShape, type ValueDocument } from './value.ts';

const perIssue = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), z.record(z.string(), one)], 'must be a list, one for each issue, or a group by issue')
    .optional();

/** Python writes an infinity in JSON as a bare word. */
const reserved = z
  .union([z.number(), z.literal(['-Infinity', -Infinity, '-inf']), z.null()], 'must be a number')
  .optional();

const additive = {
  type: z.string(),
  reserved_value: reserved,
  weights: perIssue(z.number()),
  values: perIssue(valueShape),
  bias: z.number().optional(),
};

const profile = z.looseObject({
  ...additive,
  discount: z.number().optional(),
  ufun: z.looseObject(additive).optional(),
});

type Additive = z.infer<z.ZodObject<typeof additive>>;

const ofAdditive = [...Object.keys(additive), 'name'];

/** Functions that wrap another one and make it depend on time, which an agreement now does not. */
const wrappers = ['ExpDiscountedUFun', 'LinDiscountedUFun', 'DiscountedUtilityFunction'];

/**
 * One party's utility function in a NegMAS scenario: linear additive, linear or affine, also within a discounting one. Others are
 * refused by name. A negative weight is read as a positive one over negated values, which is the same utility; a constant is counted
 * with the first issue; both are noted.
 */
export function profileIn(file: YamlFile, issues: readonly Issue[]): ReadProfile | null {
  const read = shaped(profile, file);
  if (read === null) return null;
  const wrapped = wrappers.includes(classNamed(read.type));
  if (wrapped && read.ufun === undefined) {
    faultAt(file, [], `${read.type} needs the function that it discounts, under ufun.`);
    return null;
  }
  const inner: Additive = wrapped && read.ufun !== undefined ? read.ufun : read;
  const path: Path = wrapped ? ['ufun'] : [];
  noteUnread(read, wrapped ? ['name', 'type', 'reserved_value', 'discount', 'ufun'] : ofAdditive, [], file);
  if (wrapped) noteUnread(inner, ofAdditive, path, file);
  const utilities = utilitiesIn(inner, issues, path, file);
  if (utilities === null || file.findings.faults.length > 0) return null;
  const limit = read.reserved_value ?? inner.reserved_value ?? null;
  return {
    findings: file.findings,
    place: placeIn(file.yaml, [...path, 'weights'], 'key'),
    ...utilities,
    reservation: typeof limit === 'number' && Number.isFinite(limit) ? { kind: 'utility', utility: limit } : null,
    discount: wrapped ? (read.discount ?? null) : null,
    ceiling: null,
  };
}

interface Utilities {
  readonly weights: readonly number[];
  readonly values: readonly ValueFunction[];
}

function utilitiesIn(written: Additive, issues: readonly Issue[], path: Path, file: YamlFile): Utilities | null {
  const kind = classNamed(written.type);
  if (!['LinearAdditiveUtilityFunction', 'LinearUtilityFunction', 'AffineUtilityFunction'].includes(kind)) {
    faultAt(
      file,
      [...path, 'type'],
      `${written.type} is not read; linear additive, linear and affine utility functions are.`,
    );
    return null;
  }
  const weights =
    each(written.weights, issues, [...path, 'weights'], file) ??
    (kind === 'LinearAdditiveUtilityFunction' ? null : issues.map(() => 1));
  if (weights === null) {
    if (written.weights === undefined) faultAt(file, path, 'There are no weights.');
    return null;
  }
  const values =
    kind === 'LinearAdditiveUtilityFunction'
      ? valuesIn(written.values, issues, [...path, 'values'], file)
      : issues.map((issue, i) => lineOf(1, 0, issue, [...path, 'weights', i], file));
  if (values === null || values.some((value) => value === null)) return null;
  const read = values.flatMap((value) => (value === null ? [] : [value]));
  return withBias(positive({ weights, values: read }, file), written.bias ?? 0, file);
}

function valuesIn(
  written: Additive['values'],
  issues: readonly Issue[],
  path: Path,
  file: YamlFile,
): readonly (ValueFunction | null)[] | null {
  if (written === undefined) {
    faultAt(file, path.slice(0, -1), 'There are no values.');
    return null;
  }
  const all = each<ValueDocument>(written, issues, path, file);
  const keyOf = (i: number) => (Array.isArray(written) ? i : (issues[i]?.name ?? i));
  return all === null
    ? null
    : all.map((value, i) => (issues[i] === undefined ? null : valueIn(value, issues[i], [...path, keyOf(i)], file)));
}

/** One for each issue, whether they are listed or named. */
function each<T>(
  written: readonly T[] | Readonly<Record<string, T>> | undefined,
  issues: readonly Issue[],
  path: Path,
  file: YamlFile,
): readonly T[] | null {
  if (written === undefined) return null;
  const list = isList(written)
    ? written
    : issues.flatMap(({ name }) => (Object.hasOwn(written, name) ? [written[name] as T] : []));
  const given = isList(written) ? written.length : Object.keys(written).length;
  if (list.length === issues.length && given === issues.length) return list;
  faultAt(
    file,
    path,
    `There must be one for each of the ${issues.length} issues; here are ${given}${isList(written) ? '' : ', by other names'}.`,
    'key',
  );
  return null;
}

const isList = <T>(written: readonly T[] | Readonly<Record<string, T>>): written is readonly T[] =>
  Array.isArray(written);

function positive({ weights, values }: Utilities, { findings }: YamlFile): Utilities {
  if (weights.every((weight) => weight >= 0)) return { weights, values };
  findings.note(null, 'Negative weights are read as positive ones over negated values, which is the same utility.');
  return {
    weights: weights.map(Math.abs),
    values: values.map((value, i) => ((weights[i] ?? 0) < 0 ? changed(value, (number) => -number) : value)),
  };
}

function withBias({ weights, values }: Utilities, bias: number, { findings }: YamlFile): Utilities | null {
  const place = weights.findIndex((weight) => weight > 0);
  const weight = weights[place] ?? 0;
  if (bias === 0) return { weights, values };
  if (weight === 0) {
    findings.fault(
      { line: 1, column: 1, path: 'bias' },
      'Every weight is 0, so there is no issue to count the bias with.',
    );
    return null;
  }
  findings.note(
    null,
    `The bias ${rounded(bias)}, which every package has, is counted with one issue, so that totals are as in the file.`,
  );
  return {
    weights,
    values: values.map((value, i) => (i === place ? changed(value, (number) => number + bias / weight) : value)),
  };
}

const changed = (value: ValueFunction, by: (number: number) => number): ValueFunction =>
  value.kind === 'table'
    ? { kind: 'table', values: value.values.map(by) }
    : { kind: 'piecewise', points: value.points.map(({ at, value: worth }) => ({ at, value: by(worth) })) };
