import fc from 'fast-check';
import { elements } from './elements.ts';
import type { Perspective } from './perspective.ts';
import type { History, Slot, Step } from './steps.ts';

/** A part of a history before it has its place: what happens, and how long after the part before it. */
export interface Part {
  readonly slot: (placeOf: (part: number) => number) => Slot;
  readonly after: number;
}

/** Some parts that belong together: a proposal and its carrying, or one thing alone. Parts name each other by their place in here. */
export type Element = readonly Part[];

/** Histories of what everybody does, as far as somebody may know it and in confidence from them. */
export const historyFor = (perspective: Perspective): fc.Arbitrary<History> =>
  fc.array(elements(perspective), { minLength: 3, maxLength: 11, size: 'max' }).map(placed);

/** Mixes the parts of the elements as their delays say, and gives each its slot. */
export function placed(all: readonly Element[]): History {
  const parts = all.flatMap((element, start) => {
    let time = start;
    return element.map((part, nth) => ({ part, element, nth, time: (time += nth === 0 ? 0 : part.after + 0.5) }));
  });
  parts.sort((a, b) => a.time - b.time);
  return parts.map(({ part, element }) =>
    part.slot((nth) => parts.findIndex((other) => other.element === element && other.nth === nth)),
  );
}

/** For each slot on whose thing a later one rests, since it carries or answers it, the last that does. */
export function neededUntil(history: History): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  const note = (step: Step, at: number): void => {
    if (step.act === 'carry' && 'slot' in step.source && step.source.slot !== 'here') last.set(step.source.slot, at);
    if (step.act === 'answer' && typeof step.which !== 'number' && step.which.slot !== 'here')
      last.set(step.which.slot, at);
  };
  history.forEach((slot, at) => (slot.kind === 'open' ? [slot.step] : slot.told).forEach((step) => note(step, at)));
  return last;
}
