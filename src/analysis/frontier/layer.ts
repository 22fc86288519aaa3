/**
 * Partial packages after some issues are settled: the efficient ones only, equal totals once. Structure of arrays, because there can
 * be hundreds of thousands.
 */
export interface Layer {
  readonly size: number;
  /** `totals[party][place]`; within a state sorted by the first party (highest first), then the second, and so on. */
  readonly totals: readonly Float64Array[];
  /** The place in the layer before that this one continues. */
  readonly parent: Int32Array;
  /** Which transition of the step it came by, and so which answer. */
  readonly via: Uint8Array | Uint16Array | Uint32Array;
  /** The places of state `s` are `starts[s]` up to, not including, `starts[s + 1]`. */
  readonly starts: Int32Array;
}

/** The layer before any issue is settled: one partial package, with these totals. */
export function firstLayer(totals: readonly number[], states: number): Layer {
  return {
    size: states,
    totals: totals.map((total) => new Float64Array(states).fill(total)),
    parent: new Int32Array(states),
    via: new Uint8Array(states),
    starts: Int32Array.from({ length: states + 1 }, (_, s) => s),
  };
}

/** Some places of a layer, in their order; `places` ascends. */
export function partOf(layer: Layer, places: Int32Array): Layer {
  const starts = new Int32Array(layer.starts.length);
  for (let s = 1, i = 0; s < starts.length; s++) {
    while (i < places.length && places[i]! < layer.starts[s]!) i++;
    starts[s] = i;
  }
  return {
    size: places.length,
    totals: layer.totals.map((column) => column.slice(0, places.length).map((_, i) => column[places[i]!]!)),
    parent: places.map((place) => layer.parent[place]!),
    via: layer.via.slice(0, places.length).map((_, i) => layer.via[places[i]!]!),
    starts,
  };
}

/** The places, in order, of which something holds. */
export function placesWhere(size: number, holds: (place: number) => boolean): Int32Array {
  const places = new Int32Array(size);
  let count = 0;
  for (let place = 0; place < size; place++) if (holds(place)) places[count++] = place;
  return places.slice(0, count);
}

const roomAtFirst = 128;
/** A sheet with more room than this is not kept. */
const roomKept = 4096;
/** Sheets to write on again, by the number of parties: to make one takes as long as a small frontier does. */
const kept = new Map<number, Sheet>();

/** Does something with an empty sheet, which is free for others afterwards: only what was cut from it may be kept. */
export function onSheet<T>(parties: number, work: (sheet: Sheet) => T): T {
  const sheet = kept.get(parties) ?? new Sheet(parties);
  kept.delete(parties);
  const found = work(sheet);
  sheet.size = 0;
  if (sheet.parent.length <= roomKept) kept.set(parties, sheet);
  return found;
}

/** A layer in the making: columns that grow. The merges write at `size` and raise it. */
export class Sheet {
  totals: Float64Array[];
  parent = new Int32Array(roomAtFirst);
  via = new Int32Array(roomAtFirst);
  size = 0;

  constructor(parties: number) {
    this.totals = Array.from({ length: parties }, () => new Float64Array(roomAtFirst));
  }

  /** Makes room for more; columns read before are stale afterwards. */
  grow(): void {
    const length = this.parent.length * 2;
    this.totals = this.totals.map((column) => {
      const longer = new Float64Array(length);
      longer.set(column);
      return longer;
    });
    const [parent, via] = [new Int32Array(length), new Int32Array(length)];
    parent.set(this.parent);
    via.set(this.via);
    [this.parent, this.via] = [parent, via];
  }

  /** Copies one place over another. */
  move(place: number, to: number): void {
    for (const column of this.totals) column[to] = column[place]!;
    this.parent[to] = this.parent[place]!;
    this.via[to] = this.via[place]!;
  }

  /** What was written, as a layer; the sheet is then empty again. */
  cut(starts: Int32Array, transitions: number): Layer {
    const { size } = this;
    this.size = 0;
    return {
      size,
      totals: this.totals.map((column) => column.slice(0, size)),
      parent: this.parent.slice(0, size),
      via: narrowed(this.via, size, transitions),
      starts,
    };
  }
}

function narrowed(via: Int32Array, size: number, most: number): Layer['via'] {
  const narrow = most <= 256 ? new Uint8Array(size) : most <= 65536 ? new Uint16Array(size) : new Uint32Array(size);
  for (let i = 0; i < size; i++) narrow[i] = via[i]!;
  return narrow;
}

/** What is merged into one state: stretches of the columns before, each shifted by one answer. */
export interface Sources {
  readonly count: number;
  /** The first place of each stretch, and the one past its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** `shift[party][source]`, whole numbers. */
  readonly shift: readonly Float64Array[];
  /** Which transition each source is. */
  readonly via: Int32Array;
}

/** Merges shifted fronts into one and keeps what is efficient and gives each party at least `least`; writes it to a sheet. */
export type Merge = (totals: readonly Float64Array[], sources: Sources, least: readonly number[]) => void;

/** How points at the same state compare: the first party's total first, then the second's, and so on; positive if `a` comes later. */
export function lexicographic(totals: readonly Float64Array[], a: number, b: number): number {
  for (const column of totals) if (column[a] !== column[b]) return column[b]! - column[a]!;
  return 0;
}
