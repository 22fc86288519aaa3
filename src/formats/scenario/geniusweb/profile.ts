import { z } from 'zod';
import type { Issue, Reservation, ValueFunction } from '../../../analysis/index.ts';
import { didYouMean } from '../../nearest-word.ts';
import type { Path } from '../../yaml/places.ts';
import { numberIn } from '../number-in.ts';
import { sameIssue, type ReadProfile } from '../profile.ts';
import { faultAt, noteUnread, placeIn, shaped, type YamlFile } from '../yaml-file.ts';
import { decimal, domainShape, issuesOf } from './domain.ts';

const discrete = z.strictObject({
  DiscreteValueSetUtilities: z.strictObject({ valueUtilities: z.record(z.string(), decimal) }),
});
const numbers = z.strictObject({
  NumberValueSetUtilities: z.strictObject({
    lowValue: decimal,
    lowUtility: decimal,
    highValue: decimal,
    highUtility: decimal,
  }),
});
const answers = z.record(z.string(), z.union([z.string(), z.number()]));

const profile = z.strictObject(
  {
    LinearAdditiveUtilitySpace: z.looseObject({
      name: z.string().optional(),
      domain: domainShape,
      issueUtilities: z.record(
        z.string(),
        z.union([discrete, numbers], 'must be DiscreteValueSetUtilities or NumberValueSetUtilities'),
      ),
      issueWeights: z.record(z.string(), decimal),
      reservationBid: z
        .union(
          [z.strictObject({ issuevalues: answers }), z.strictObject({ issueValues: answers }), z.null()],
          'must be { issuevalues: … }',
        )
        .optional(),
    }),
  },
  'must be a LinearAdditiveUtilitySpace; no other profile is read',
);

type Space = z.infer<typeof profile>['LinearAdditiveUtilitySpace'];
type Utilities = Space['issueUtilities'][string];

const top: Path = ['LinearAdditiveUtilitySpace'];

/** A GeniusWeb profile in its file, and the issues of the domain that it holds. */
export interface GeniuswebProfile {
  readonly file: YamlFile;
  readonly space: Space;
  readonly issues: readonly Issue[];
}

/** Reads the shape of a GeniusWeb profile and its own domain; null when it has faults. */
export function spaceIn(file: YamlFile): GeniuswebProfile | null {
  const read = shaped(profile, file);
  if (read === null) return null;
  const space = read.LinearAdditiveUtilitySpace;
  const issues = issuesOf(space.domain, [...top, 'domain'], file);
  noteUnread(space, ['name', 'domain', 'issueUtilities', 'issueWeights', 'reservationBid'], top, file);
  return file.findings.faults.length > 0 ? null : { file, space, issues };
}

/** A linear additive profile over the issues of the scenario; its reservation bid becomes a package. Null when it has faults. */
export function profileIn(
  { file, space, issues: own }: GeniuswebProfile,
  issues: readonly Issue[],
): ReadProfile | null {
  const same = (issue: Issue) => own.some((other) => sameIssue(issue, other));
  if (own.length !== issues.length || !issues.every(same))
    faultAt(file, [...top, 'domain'], 'The domain of this profile is not that of the other files.', 'key');
  const known = issues.map(({ name }) => name);
  const all = new Set(known);
  for (const section of ['issueUtilities', 'issueWeights'] as const)
    for (const name of Object.keys(space[section]))
      if (!all.has(name) && !file.findings.isFull())
        faultAt(
          file,
          [...top, section, name],
          `There is no issue “${name}” in the domain${didYouMean(name, known)}`,
          'key',
        );
  const weights = issues.map(({ name }) => {
    const weight = Number(space.issueWeights[name] ?? NaN);
    if (Number.isNaN(weight))
      faultAt(file, [...top, 'issueWeights'], `There is no weight for the issue “${name}”.`, 'key');
    else if (weight < 0)
      faultAt(file, [...top, 'issueWeights', name], `The weight of “${name}” is ${weight}; it must be at least 0.`);
    return weight;
  });
  const values = issues.flatMap((issue): readonly ValueFunction[] => {
    const written = space.issueUtilities[issue.name];
    if (written !== undefined) return valueIn(written, issue, [...top, 'issueUtilities', issue.name], file);
    faultAt(file, [...top, 'issueUtilities'], `There are no utilities for the issue “${issue.name}”.`, 'key');
    return [];
  });
  const reservation = reservationIn(space, issues, file);
  if (file.findings.faults.length > 0) return null;
  return {
    findings: file.findings,
    place: placeIn(file.yaml, [...top, 'issueWeights'], 'key'),
    weights,
    values,
    reservation,
    discount: null,
    ceiling: null,
  };
}

function valueIn(written: Utilities, issue: Issue, path: Path, file: YamlFile): readonly ValueFunction[] {
  if ('NumberValueSetUtilities' in written) {
    const { lowValue, lowUtility, highValue, highUtility } = written.NumberValueSetUtilities;
    const ends = [
      { at: Number(lowValue), value: Number(lowUtility) },
      { at: Number(highValue), value: Number(highUtility) },
    ];
    if (issue.kind === 'range' && ends[0]?.at === issue.from && ends[1]?.at === issue.to)
      return [{ kind: 'piecewise', points: ends }];
    faultAt(file, path, `The utilities of “${issue.name}” are not for its range in the domain.`);
    return [];
  }
  if (issue.kind === 'range') {
    faultAt(file, path, `“${issue.name}” is a range; its utilities must be NumberValueSetUtilities.`);
    return [];
  }
  const { valueUtilities } = written.DiscreteValueSetUtilities;
  const at = [...path, 'DiscreteValueSetUtilities', 'valueUtilities'];
  const options = new Set(issue.options);
  for (const option of Object.keys(valueUtilities))
    if (!options.has(option) && !file.findings.isFull())
      faultAt(
        file,
        [...at, option],
        `There is no option “${option}” of “${issue.name}” in the domain${didYouMean(option, issue.options.slice(0, 200))}`,
        'key',
      );
  const values = issue.options.map((option) => {
    if (Object.hasOwn(valueUtilities, option)) return Number(valueUtilities[option]);
    faultAt(file, at, `There is no utility for the option “${option}” of “${issue.name}”.`, 'key');
    return 0;
  });
  return [{ kind: 'table', values }];
}

function reservationIn({ reservationBid }: Space, issues: readonly Issue[], file: YamlFile): Reservation | null {
  if (reservationBid == null) return null;
  const bid = 'issuevalues' in reservationBid ? reservationBid.issuevalues : reservationBid.issueValues;
  const at = [...top, 'reservationBid', 'issuevalues' in reservationBid ? 'issuevalues' : 'issueValues'];
  for (const name of Object.keys(bid))
    if (!issues.some((issue) => issue.name === name))
      faultAt(file, [...at, name], `There is no issue “${name}” in the domain.`, 'key');
  const pack = issues.map((issue) => {
    const answer = bid[issue.name];
    if (answer === undefined) {
      faultAt(file, at, `The reservation bid has no answer to “${issue.name}”; a package answers every issue.`, 'key');
      return 0;
    }
    const place =
      issue.kind === 'options'
        ? issue.options.indexOf(String(answer))
        : stepOf(numberIn(String(answer)) ?? Number.NaN, issue);
    if (place < 0) faultAt(file, [...at, issue.name], `“${answer}” is no answer to “${issue.name}”.`);
    return place;
  });
  return { kind: 'package', package: pack };
}

/** Which step of a range a number is, or -1. */
function stepOf(number: number, { from, to, step }: Extract<Issue, { kind: 'range' }>): number {
  const steps = Math.round((number - from) / (step ?? NaN));
  const missed = Math.abs(from + steps * (step ?? NaN) - number);
  return number >= from && number <= to && missed <= 1e-9 * (step ?? 1) ? steps : -1;
}
