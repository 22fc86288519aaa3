/** A straight scale from numbers to places on a drawing. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where a number stands on the drawing. */
  at(number: number): number;
}

/** The scale that puts `from` at `start` and `to` at `end`. */
export const axisOf = (from: number, to: number, start: number, end: number): Axis => ({
  from,
  to,
  at: (number) => round(start + ((number - from) / (to - from || 1)) * (end - start)),
});

/** Round numbers across a scale, at most `most` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticksOf({ from, to }: Pick<Axis, 'from' | 'to'>, most = 8): readonly number[] {
  const rough = (to - from) / Math.max(1, most - 1);
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough - 1e-9) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** The ends of a scale that holds all these numbers, widened to whole steps. */
export function endsFor(numbers: readonly number[], step: number): { readonly from: number; readonly to: number } {
  const known = numbers.filter((number) => Number.isFinite(number));
  if (known.length === 0) return { from: 0, to: step };
  const from = Math.floor(Math.min(...known) / step) * step;
  const to = Math.ceil(Math.max(...known) / step) * step;
  return { from, to: to > from ? to : from + step };
}

const round = (place: number): number => Math.round(place * 100) / 100;
