import type { Bond } from '../scores.ts';

/**
 * A bond read issue by issue: what has been answered so far matters only through its class. Two beginnings are in one class if every
 * continuation is allowed alike and adds alike (a reduced decision diagram, Bryant 1986).
 */
export interface BondClasses {
  /** The bond's issues in the order in which they are settled. */
  readonly issues: readonly number[];
  /** `next[depth][class × size + answer]`: the class after one more answer; -1 if nothing that follows is allowed. */
  readonly next: readonly Int32Array[];
  /** The class before any answer: 0, or -1 if the bond forbids everything. */
  readonly first: number;
  /** `adds[party][class]` once all its issues are answered; null if it adds nothing. */
  readonly adds: readonly Float64Array[] | null;
}

/** The classes of a bond when its issues are settled in the order of `turn[issue]`. */
export function classesOf(bond: Bond, sizes: readonly number[], turn: readonly number[]): BondClasses {
  const issues = [...bond.scope].sort((a, b) => turn[a]! - turn[b]!);
  const places = placesInTurn(bond.scope, issues, sizes);
  const kinds = new Map<string, number>();
  const examples: number[] = [];
  let classes = places.map((place) => {
    if (bond.allowed !== null && bond.allowed[place] === 0) return -1;
    const key = bond.of === null ? '' : bond.of.map((of) => of[place]).join();
    const known = kinds.get(key);
    if (known !== undefined) return known;
    kinds.set(key, examples.length);
    return examples.push(place) - 1;
  });
  const adds = bond.of === null ? null : bond.of.map((of) => Float64Array.from(examples, (place) => of[place]!));
  const next: Int32Array[] = [];
  for (let depth = issues.length - 1; depth >= 0; depth--) {
    const size = sizes[issues[depth]!]!;
    const rows = new Map<string, number>();
    const table: number[] = [];
    const before = new Int32Array(classes.length / size);
    for (let b = 0; b < before.length; b++) {
      const row = classes.subarray(b * size, b * size + size);
      const key = row.join();
      let known = row.every((c) => c < 0) ? -1 : rows.get(key);
      if (known === undefined) {
        known = rows.size;
        rows.set(key, known);
        table.push(...row);
      }
      before[b] = known;
    }
    next.unshift(Int32Array.from(table));
    classes = before;
  }
  return { issues, next, first: classes[0]!, adds };
}

/** The bond's places, when its combinations are numbered with the issue that is settled last fastest. */
function placesInTurn(scope: readonly number[], issues: readonly number[], sizes: readonly number[]): Int32Array {
  let places = new Int32Array(1);
  for (const issue of issues) {
    const size = sizes[issue]!;
    const stride = scope.slice(0, scope.indexOf(issue)).reduce((product, i) => product * sizes[i]!, 1);
    const longer = new Int32Array(places.length * size);
    for (let b = 0; b < places.length; b++)
      for (let a = 0; a < size; a++) longer[b * size + a] = places[b]! + a * stride;
    places = longer;
  }
  return places;
}
