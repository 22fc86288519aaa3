/** The places of `count` things of which at most about `most` are shown: evenly spread, both ends included, and always those that must be. */
export function thinned(count: number, most: number, must: readonly number[] = []): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, place) => place);
  const spread = Array.from({ length: most }, (_, k) => Math.round((k * (count - 1)) / (most - 1)));
  return [...new Set([...spread, ...must.filter((place) => place >= 0 && place < count)])].sort((a, b) => a - b);
}
