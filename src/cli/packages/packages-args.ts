import type { ArgsDef } from 'citty';
import { misused } from '../answer.ts';
import type { Exit } from '../command.ts';
import type { Io } from '../io.ts';

const [mostPoints, mostWeightings] = [1_000_000, 100_000];

/** The arguments of commands about packages: how much work, and how weights are sampled. */
export const packagesArgs = {
  budget: {
    type: 'string',
    valueHint: 'POINTS',
    default: '25000',
    description: 'The most points that a frontier may keep; more take time and memory.',
  },
  weightings: {
    type: 'string',
    valueHint: 'N',
    default: '400',
    description: 'In how many sampled weightings each package is tried; 0 for none.',
  },
  off: {
    type: 'string',
    valueHint: 'PERCENT',
    default: '20',
    description: 'By how much each stated weight may be off, where the file does not say what is known of it.',
  },
} as const satisfies ArgsDef;

/** What was asked for, as numbers. */
export interface PackagesAsked {
  readonly budget: number;
  readonly weightings: number;
  /** A share, from 0 to 1. */
  readonly off: number;
}

/** The arguments as numbers, or the refusal of the first that is none. */
export function packagesAsked(
  { budget, weightings, off }: Record<keyof typeof packagesArgs, string>,
  io: Io,
  name: string,
): PackagesAsked | { readonly misused: Exit } {
  const whole = (text: string, least: number, most: number): number | null =>
    /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
  const [points, count, percent] = [
    whole(budget, 1, mostPoints),
    whole(weightings, 0, mostWeightings),
    whole(off, 0, 100),
  ];
  const wrong = (what: string, least: number, most: number, text: string) => ({
    misused: misused(io, name, `--${what} must be a whole number from ${least} to ${most}; it is “${text}”.`),
  });
  if (points === null) return wrong('budget', 1, mostPoints, budget);
  if (count === null) return wrong('weightings', 0, mostWeightings, weightings);
  if (percent === null) return wrong('off', 0, 100, off);
  return { budget: points, weightings: count, off: percent / 100 };
}
