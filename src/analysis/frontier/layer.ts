/**
 * Partial packages after some issues are settled: the efficient ones only, equal totals once. Structure of arrays, because there can
 * be hundreds of thousands.
 */
export interface Layer {
  readonly size: number;
  /**
   * `totals[party][place]`; within a state sorted by the first party (highest first), then the second, and so on. The columns may be
   * longer than `size`.
   */
  readonly totals: readonly Float64Array[];
  /** The place in the layer before that this one continues. */
  readonly parent: Int32Array;
  /** Which transition of the step it came by, and so which answer. */
  readonly via: Uint8Array | Uint16Array | Uint32Array;
  /** The places of state `s` are `starts[s]` up to, not including, `starts[s + 1]`. */
  readonly starts: readonly number[];
}

/** The layer before any issue is settled: one partial package, with these totals, or none. */
export function firstLayer(totals: readonly number[], size: 0 | 1): Layer {
  const columns = totals.map((total) => {
    const column = new Float64Array(1);
    column[0] = total;
    return column;
  });
  return { size, totals: columns, parent: nowhere, via: noTransition, starts: size === 0 ? [0] : [0, 1] };
}

const nowhere = new Int32Array(1);
const noTransition = new Uint8Array(1);

/** Some places of a layer, in their order; `places` ascends. */
export function partOf(layer: Layer, places: Int32Array): Layer {
  const starts = [0];
  for (let s = 1, i = 0; s < layer.starts.length; s++) {
    while (i < places.length && places[i]! < layer.starts[s]!) i++;
    starts.push(i);
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
const kept: (Sheet | undefined)[] = [];

/** Does something with an empty sheet, which is free for others afterwards: of what was cut from it the totals may not be kept. */
export function onSheet<T>(parties: number, work: (sheet: Sheet) => T): T {
  const sheet = kept[parties] ?? new Sheet(parties);
  kept[parties] = undefined;
  const found = work(sheet);
  sheet.size = 0;
  if (sheet.parent.length <= roomKept && sheet.sources.via.length <= roomKept) kept[parties] = sheet;
  return found;
}

/** A layer in the making: columns that grow. The merges write at `size` and raise it. */
export class Sheet {
  totals: Float64Array[];
  /** The totals of the layer that was cut last, from which the next is made. */
  #lent: Float64Array[];
  parent = new Int32Array(roomAtFirst);
  via = new Int32Array(roomAtFirst);
  size = 0;
  /** Where what is to be merged next can be listed. */
  readonly sources: SourceList;

  constructor(parties: number) {
    this.totals = Array.from({ length: parties }, () => new Float64Array(roomAtFirst));
    this.#lent = this.totals.map((column) => column.slice());
    this.sources = new SourceList(parties);
  }

  /** Makes room for more; columns read before are stale afterwards. */
  grow(): void {
    this.totals = this.totals.map(longer);
    [this.parent, this.via] = [longer(this.parent), longer(this.via)];
  }

  /** Copies one place over another. */
  move(place: number, to: number): void {
    for (const column of this.totals) column[to] = column[place]!;
    this.parent[to] = this.parent[place]!;
    this.via[to] = this.via[place]!;
  }

  /** What was written, as a layer; the sheet is then empty again. The layer’s totals are good until the next one is cut. */
  cut(starts: readonly number[], transitions: number): Layer {
    const { size, totals, parent } = this;
    this.size = 0;
    this.totals =
      this.#lent[0]?.length === parent.length ? this.#lent : totals.map(({ length }) => new Float64Array(length));
    this.#lent = totals;
    return { size, totals, parent: parent.slice(0, size), via: narrowed(this.via, size, transitions), starts };
  }
}

/** The totals of a layer, to be kept. */
export function ownTotals({ size, totals }: Layer): readonly Float64Array[] {
  return totals.map((column) => column.slice(0, size));
}

function narrowed(via: Int32Array, size: number, most: number): Layer['via'] {
  const narrow = most <= 256 ? new Uint8Array(size) : most <= 65536 ? new Uint16Array(size) : new Uint32Array(size);
  for (let i = 0; i < size; i++) narrow[i] = via[i]!;
  return narrow;
}

/** What is merged into one state: stretches of the columns before, each shifted by one answer. The columns may be longer than `count`. */
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

/** Sources listed one by one, in columns that grow and are written over for the next merge. */
export class SourceList implements Sources {
  count = 0;
  from = new Int32Array(roomAtFirst);
  to = new Int32Array(roomAtFirst);
  via = new Int32Array(roomAtFirst);
  shift: Float64Array[];

  constructor(parties: number) {
    this.shift = Array.from({ length: parties }, () => new Float64Array(roomAtFirst));
  }

  /** Adds the stretch from `from` up to `to`, by the transition `via`, whose shift stands in the columns `of`. */
  add(from: number, to: number, of: readonly Float64Array[], via: number): void {
    if (this.count === this.via.length) {
      [this.from, this.to, this.via] = [longer(this.from), longer(this.to), longer(this.via)];
      this.shift = this.shift.map(longer);
    }
    const place = this.count++;
    this.from[place] = from;
    this.to[place] = to;
    this.via[place] = via;
    for (let p = 0; p < of.length; p++) this.shift[p]![place] = of[p]![via]!;
  }
}

/** Twice as long, with the same at the beginning. */
function longer<Column extends Int32Array | Float64Array>(column: Column): Column {
  const copy = new (column.constructor as new (length: number) => Column)(column.length * 2);
  copy.set(column);
  return copy;
}

/** Merges shifted fronts into one and keeps what is efficient and gives each party at least `least`; writes it to a sheet. */
export type Merge = (totals: readonly Float64Array[], sources: Sources, least: readonly number[]) => void;

/** How points at the same state compare: the first party's total first, then the second's, and so on; positive if `a` comes later. */
export function lexicographic(totals: readonly Float64Array[], a: number, b: number): number {
  for (const column of totals) if (column[a] !== column[b]) return column[b]! - column[a]!;
  return 0;
}
