/**
 * The shapes that the values of an issue may have, from 0 to 1 along its answers in order: rising, falling, and rising to a peak at each
 * answer between, then falling (Hindriks and Tykhonov 2008). An issue with one answer has the one shape 1. At most 21 peaks are
 * taken, evenly placed, when there are more answers.
 */
export function shapesOn(answers: number): readonly (readonly number[])[] {
  if (answers === 1) return [[1]];
  const last = answers - 1;
  const steps = Math.min(last, 20);
  const peaks = Array.from({ length: steps + 1 }, (_, k) => Math.round((k * last) / steps));
  return peaks.map((peak) =>
    Array.from({ length: answers }, (_, a) => (a === peak ? 1 : a < peak ? a / peak : (last - a) / (last - peak))),
  );
}
