/** A shortest circle in an order of `n` things given as pairs (the first before the second), the first of several; null if there is none. */
export function circleOf(n: number, pairs: readonly (readonly [number, number])[]): readonly number[] | null {
  let shortest: readonly number[] | null = null;
  for (let start = 0; start < n; start++) {
    const circle = circleThrough(start, n, pairs);
    if (circle !== null && (shortest === null || circle.length < shortest.length)) shortest = circle;
  }
  return shortest;
}

function circleThrough(
  start: number,
  n: number,
  pairs: readonly (readonly [number, number])[],
): readonly number[] | null {
  const cameFrom = Array.from({ length: n }, () => -1);
  const queue = [start];
  for (const at of queue)
    for (const [first, second] of pairs) {
      if (first !== at) continue;
      if (second === start) return pathTo(at, start, cameFrom);
      if (cameFrom[second] !== -1) continue;
      cameFrom[second] = at;
      queue.push(second);
    }
  return null;
}

function pathTo(last: number, start: number, cameFrom: readonly number[]): readonly number[] {
  const path = [last];
  while (path[0] !== start) path.unshift(cameFrom[path[0]!]!);
  return path;
}
