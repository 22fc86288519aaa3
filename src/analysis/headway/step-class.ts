import type { Method } from '../method.ts';

/** What step classes are. */
export const stepClassMethod: Method = {
  name: 'Classes of steps',
  definition:
    'Each change of a party’s answers is classed by what it gains or loses by it, and what another does: fortunate (both gain), nice (the other gains, at no cost), a concession (a cost, and the other does not lose), selfish (a gain, and the other does not gain), unfortunate (the other loses, and nothing is gained), silent (neither changes).',
  assumes: 'The preferences of both are right, and values of issues add up.',
  misleads:
    'The names are the literature’s and speak of utilities, not of intentions: a party that does not know the other’s preferences can hardly tell a nice step from an unfortunate one.',
  source: 'Hindriks, Jonker and Tykhonov 2007 (DANS)',
};

export type StepClass = 'fortunate' | 'nice' | 'concession' | 'selfish' | 'unfortunate' | 'silent';

/** The class of a step by the signs of what it changes: for the party that takes it, and for another (Hindriks, Jonker and Tykhonov 2007). */
export function classOfStep(own: number, other: number): StepClass {
  if (own === 0) return other === 0 ? 'silent' : other > 0 ? 'nice' : 'unfortunate';
  if (own > 0) return other > 0 ? 'fortunate' : 'selfish';
  return other < 0 ? 'unfortunate' : 'concession';
}

/** How a party steps: of its steps that help or spare the other, for one that does not; above 1 it heeds the other's preferences. Null without any of the latter. */
export function sensitivityOf(steps: readonly StepClass[]): number | null {
  const heeding = steps.filter((step) => step === 'fortunate' || step === 'nice' || step === 'concession').length;
  return heeding === steps.length ? null : heeding / (steps.length - heeding);
}
