/** Partial packages after some blocks: what they gain so far, and for each set of multipliers the most that they can still come to. */
export interface Stage {
  size: number;
  /** Where the runs in lexicographic order of the gains begin, and the end. */
  readonly runs: number[];
  readonly gains: Float64Array[];
  readonly reach: Float64Array[];
  /** Which partial package of the stage before, and which place of the block, each comes from. */
  parent: Int32Array;
  place: Int32Array;
}

/** An empty stage with room for so many. */
export function stageOf(parties: number, sets: number, room: number): Stage {
  return {
    size: 0,
    runs: [0],
    gains: Array.from({ length: parties }, () => new Float64Array(room)),
    reach: Array.from({ length: sets }, () => new Float64Array(room)),
    parent: new Int32Array(room),
    place: new Int32Array(room),
  };
}

/** Twice the room. */
export function grow(stage: Stage): void {
  const room = stage.parent.length * 2;
  const larger = (old: Float64Array): Float64Array => {
    const array = new Float64Array(room);
    array.set(old);
    return array;
  };
  for (const columns of [stage.gains, stage.reach]) for (const [i, old] of columns.entries()) columns[i] = larger(old);
  const parent = new Int32Array(room);
  const place = new Int32Array(room);
  parent.set(stage.parent);
  place.set(stage.place);
  stage.parent = parent;
  stage.place = place;
}

/** Those of a stage that were kept, given in lexicographic order. */
export function picked(stage: Stage, kept: readonly number[]): Stage {
  const of = <T extends Float64Array | Int32Array>(array: T, into: T): T => {
    for (const [at, i] of kept.entries()) into[at] = array[i]!;
    return into;
  };
  return {
    size: kept.length,
    runs: [0, kept.length],
    gains: stage.gains.map((column) => of(column, new Float64Array(kept.length))),
    reach: stage.reach.map((column) => of(column, new Float64Array(kept.length))),
    parent: of(stage.parent, new Int32Array(kept.length)),
    place: of(stage.place, new Int32Array(kept.length)),
  };
}

/** Leaves only these, given in the order in which they stand. */
export function compacted(stage: Stage, kept: ArrayLike<number>): void {
  for (const columns of [stage.gains, stage.reach, [stage.parent], [stage.place]])
    for (const column of columns) for (let at = 0; at < kept.length; at++) column[at] = column[kept[at]!]!;
  let at = 0;
  for (const [r, start] of stage.runs.entries()) {
    while (at < kept.length && kept[at]! < start) at++;
    stage.runs[r] = at;
  }
  stage.size = kept.length;
}
