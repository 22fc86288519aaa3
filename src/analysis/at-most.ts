/** A bound for people: rounded up to three digits, so that it never says less than it is. */
export function atMost(bound: number): string {
  if (!(bound > 0 && Number.isFinite(bound))) return String(bound);
  const digits = 10 ** (2 - Math.floor(Math.log10(bound)));
  // What is a number of three digits but for its last bit stays as it is.
  return String(Number((Math.ceil(bound * digits - 1e-9) / digits).toPrecision(12)));
}
