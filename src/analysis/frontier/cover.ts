import { partOf, placesWhere, type Layer } from './layer.ts';

/** A layer that was thinned, and by how many steps of the grid, for each party, one left out can exceed one that is here. */
export interface Cover {
  readonly layer: Layer;
  readonly within: number;
}

/**
 * Thins a layer to at most `most` points (or one a state) with the smallest error found: for every point left out, one is kept that
 * gives each party at least its total less the error (an additive ε-cover; Papadimitriou and Yannakakis 2000). Parties are treated
 * alike: of two parties both ends begin, and of more a grid cell keeps its points of the highest sum.
 */
export function coverOf(layer: Layer, most: number): Cover {
  if (layer.size <= most) return { layer, within: 0 };
  const kept = (within: number): Int32Array =>
    layer.totals.length === 2 ? fromBothEnds(layer, within) : highestInCells(layer, within + 1);
  let low = 0;
  let high = 1;
  let places = kept(high);
  const widest = rangeOf(layer);
  while (places.length > most && high < widest) {
    low = high;
    high = Math.min(high * 4, widest);
    places = kept(high);
  }
  // The error need not be found to the last step: 32nds are fine enough.
  while (high - low > Math.max(1, low / 32)) {
    const middle = Math.floor((low + high) / 2);
    const fewer = kept(middle);
    if (fewer.length > most) low = middle;
    else [high, places] = [middle, fewer];
  }
  return { layer: partOf(layer, places), within: high };
}

function rangeOf(layer: Layer): number {
  let widest = 1;
  for (const column of layer.totals) {
    let [low, high] = [Infinity, -Infinity];
    for (let place = 0; place < layer.size; place++) {
      low = Math.min(low, column[place]!);
      high = Math.max(high, column[place]!);
    }
    widest = Math.max(widest, high - low);
  }
  return widest;
}

/** A cover of each state's points begun from the first party's best, and one begun from the second's, together. */
function fromBothEnds(layer: Layer, within: number): Int32Array {
  const [x, y] = [layer.totals[0]!, layer.totals[1]!];
  const keep = new Uint8Array(layer.size);
  for (let s = 0; s + 1 < layer.starts.length; s++) {
    const [from, to] = [layer.starts[s]!, layer.starts[s + 1]!];
    for (let i = from, reached = -Infinity; i < to; i++) {
      if (y[i]! <= reached) continue;
      const least = x[i]! - within;
      while (i + 1 < to && x[i + 1]! >= least) i++;
      keep[i] = 1;
      reached = y[i]! + within;
    }
    for (let i = to - 1, reached = -Infinity; i >= from; i--) {
      if (x[i]! <= reached) continue;
      const least = y[i]! - within;
      while (i > from && y[i - 1]! >= least) i--;
      keep[i] = 1;
      reached = x[i]! + within;
    }
    if (from < to) keep[from] = keep[to - 1] = 1;
  }
  return placesWhere(layer.size, (i) => keep[i] === 1);
}

/** In each cell of a grid this wide, the points of the highest sum; of equal sums the most even; of these all. */
function highestInCells(layer: Layer, width: number): Int32Array {
  const { size, totals, starts } = layer;
  const slots = 2 ** Math.ceil(Math.log2(size * 2 + 2));
  const held = new Int32Array(slots).fill(-1);
  const slotOf = new Int32Array(size);
  const sum = Float64Array.from({ length: size }, (_, i) => totals.reduce((s, column) => s + column[i]!, 0));
  const sameCell = (a: number, b: number): boolean =>
    totals.every((column) => Math.floor(column[a]! / width) === Math.floor(column[b]! / width));
  for (let s = 0; s + 1 < starts.length; s++)
    for (let i = starts[s]!; i < starts[s + 1]!; i++) {
      let slot = 17 + s;
      for (const column of totals) {
        const cell = Math.floor(column[i]! / width);
        slot = Math.imul((slot ^ cell) + Math.floor(cell / 2 ** 32), 0x9e3779b1);
        slot ^= slot >>> 15;
      }
      slot &= slots - 1;
      while (held[slot]! >= 0 && (held[slot]! < starts[s]! || !sameCell(held[slot]!, i)))
        slot = (slot + 1) & (slots - 1);
      slotOf[i] = slot;
      if (held[slot]! < 0 || preference(totals, sum, i, held[slot]!) > 0) held[slot] = i;
    }
  return placesWhere(size, (i) => preference(totals, sum, i, held[slotOf[i]!]!) === 0);
}

function preference(totals: readonly Float64Array[], sum: Float64Array, a: number, b: number): number {
  if (a === b) return 0;
  if (sum[a] !== sum[b]) return sum[a]! - sum[b]!;
  const evenness = (place: number): Float64Array => Float64Array.from(totals, (column) => column[place]!).sort();
  const [first, second] = [evenness(a), evenness(b)];
  const differs = first.findIndex((total, p) => total !== second[p]);
  return differs < 0 ? 0 : first[differs]! - second[differs]!;
}

/** How many points are looked at for each of the others, at most: fewer only make the error larger than it need be. */
const looked = 4096;

/**
 * By how much, for each party, one of these places can exceed what is kept: an upper bound on the largest, over places, of the least,
 * over kept points, of the greatest excess. Infinity if nothing is kept.
 */
export function excessOver(layer: Layer, places: Int32Array, kept: Layer): number {
  if (places.length === 0) return 0;
  if (kept.size === 0) return Infinity;
  const stride = Math.ceil(kept.size / looked);
  let worst = 0;
  for (const place of places) {
    let least = Infinity;
    for (let k = 0; k < kept.size && least > worst; k += stride) {
      let excess = 0;
      for (let p = 0; p < layer.totals.length; p++)
        excess = Math.max(excess, layer.totals[p]![place]! - kept.totals[p]![k]!);
      least = Math.min(least, excess);
    }
    worst = Math.max(worst, least);
  }
  return worst;
}
