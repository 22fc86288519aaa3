/** The end of a sentence about a word that is not known: the nearest that is, if one is near. */
export function didYouMean(given: string, words: readonly string[]): string {
  const near = nearest(given, words);
  return near === null ? '.' : `; did you mean “${near}”?`;
}

/** The word most like the one given, or null when none is like it. */
export function nearest(given: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, far: distance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(1, Math.floor(given.length / 3)) ? best.word : null;
}

/** How many letters must be added, dropped, changed or swapped with their neighbour to make one word of another (Damerau 1964). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 20 || a.length > 100) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, place) => place)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped),
      );
    }
  }
  return at(a.length, b.length);
}
