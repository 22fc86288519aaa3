import { CornerTree } from './corner-tree.ts';
import type { Merge, Sheet, Sources } from './layer.ts';
import { Staircase } from './staircase.ts';
import { StairTree } from './stair-tree.ts';

/** Tells efficient points from others, when they come in lexicographic order. */
interface Filter {
  /** Forgets all points, before those of `sources` come. */
  readonly begin: (totals: readonly Float64Array[], sources: Sources) => void;
  /** Whether no point before gives as much to all; if so it counts from now on. The point stands in the sheet. */
  readonly admits: (place: number) => boolean;
}

/**
 * Merges shifted fronts into one, in lexicographic order, on a sheet that all later merges share, and keeps what is efficient and gives
 * each party at least `least`. For one party, or three and more.
 */
export function mergeManyOn(sheet: Sheet): Merge {
  const filter = filterOn(sheet);
  return (totals, sources, least) => {
    filter.begin(totals, sources);
    inOrder(totals, sources, least, sheet, filter.admits);
  };
}

function filterOn(sheet: Sheet): Filter {
  const parties = sheet.totals.length;
  if (parties === 1) {
    let first = 0;
    return { begin: () => void (first = sheet.size), admits: (place) => place === first };
  }
  if (parties === 3) {
    const stairs = new Staircase();
    return {
      begin: () => stairs.clear(),
      admits: (place) => stairs.admits(sheet.totals[1]![place]!, sheet.totals[2]![place]!),
    };
  }
  if (parties === 4) {
    const tree = new StairTree(sheet);
    return { begin: ([, second], sources) => tree.clear(second!, sources), admits: (place) => tree.admits(place) };
  }
  const tree = new CornerTree(parties - 1);
  return { begin: () => tree.clear(), admits: (place) => tree.admits(sheet.totals, place) };
}

/** Writes the sums that reach the floors to the sheet in lexicographic order, each kept if `admits` says so. */
function inOrder(
  totals: readonly Float64Array[],
  sources: Sources,
  least: readonly number[],
  sheet: Sheet,
  admits: (place: number) => boolean,
): void {
  const { count, to: ends, via, shift } = sources;
  if (count === 0) return;
  const parties = totals.length;
  const [X, dx] = [totals[0]!, shift[0]!];
  const at = sources.from.slice(0, count);
  const head = new Float64Array(count);
  for (let j = 0; j < count; j++) head[j] = at[j]! < ends[j]! ? X[at[j]!]! + dx[j]! : -Infinity;
  const before = (a: number, b: number): boolean => {
    if (head[a] !== head[b]) return head[a]! > head[b]!;
    if (head[a] === -Infinity) return false;
    for (let p = 1; p < parties; p++) {
      const by = totals[p]![at[a]!]! + shift[p]![a]! - totals[p]![at[b]!]! - shift[p]![b]!;
      if (by !== 0) return by > 0;
    }
    return false;
  };
  const heap = Int32Array.from({ length: count }, (_, j) => j).sort((a, b) =>
    before(a, b) ? -1 : before(b, a) ? 1 : 0,
  );
  for (;;) {
    const j = heap[0]!;
    if (head[j] === -Infinity || head[j]! < least[0]!) return;
    const q = at[j]!;
    let place = sheet.size;
    if (place === sheet.parent.length) sheet.grow();
    let enough = true;
    for (let p = 0; p < parties; p++) {
      const total = totals[p]![q]! + shift[p]![j]!;
      sheet.totals[p]![place] = total;
      if (total < least[p]!) enough = false;
    }
    if (enough && admits(place)) {
      sheet.parent[place] = q;
      sheet.via[place++] = via[j]!;
      sheet.size = place;
    }
    at[j] = q + 1;
    head[j] = q + 1 < ends[j]! ? X[q + 1]! + dx[j]! : -Infinity;
    let i = 0;
    for (;;) {
      let c = 2 * i + 1;
      if (c >= count) break;
      if (c + 1 < count && before(heap[c + 1]!, heap[c]!)) c++;
      if (!before(heap[c]!, j)) break;
      heap[i] = heap[c]!;
      i = c;
    }
    heap[i] = j;
  }
}
