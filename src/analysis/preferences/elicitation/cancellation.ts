/**
 * Multiples, at least 0 and not all 0, with which the columns add up to nothing; null if there are none. Columns marked `free` may be
 * taken with either sign and do not count as "not all 0". By Gordan's theorem (1873) there are such multiples exactly if no numbers make
 * the product with every column positive (and with every free column 0). Whole-number simplex with Bland's rule (1977): exact, and it
 * always ends.
 */
export function cancellation(
  columns: readonly { readonly numbers: readonly number[]; readonly free: boolean }[],
): readonly bigint[] | null {
  const rows = columns[0]?.numbers.length ?? 0;
  const signed = columns.flatMap(({ numbers, free }, c) => [
    { c, numbers, counts: !free },
    ...(free ? [reversed(c, numbers)] : []),
  ]);
  // One row for each number, which must sum to 0, and one that asks for a sum of 1 over the columns that count; then the total shortfall.
  const table = Array.from({ length: rows + 1 }, (_, r) => [
    ...signed.map(({ numbers, counts }) => BigInt(r < rows ? numbers[r]! : counts ? 1 : 0)),
    r < rows ? 0n : 1n,
  ]);
  const shortfall = signed.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0n)).concat(1n);
  const basis: number[] = table.map(() => -1);
  let scale = 1n;
  for (;;) {
    const enter = signed.findIndex((_, j) => shortfall[j]! > 0n);
    if (enter === -1) break;
    const leave = leavingRow(table, basis, enter);
    if (leave === -1) break;
    scale = pivot([...table, shortfall], leave, enter, scale);
    basis[leave] = enter;
  }
  if (shortfall.at(-1) !== 0n) return null;
  const multiples = columns.map(() => 0n);
  basis.forEach((j, r) => {
    if (j !== -1)
      multiples[signed[j]!.c] =
        multiples[signed[j]!.c]! +
        (signed[j]!.numbers === columns[signed[j]!.c]!.numbers ? 1n : -1n) * table[r]!.at(-1)!;
  });
  return multiples;
}

function reversed(c: number, numbers: readonly number[]) {
  return { c, numbers: numbers.map((each) => -each), counts: false };
}

function leavingRow(table: readonly (readonly bigint[])[], basis: readonly number[], enter: number): number {
  let best = -1;
  table.forEach((row, r) => {
    if (row[enter]! <= 0n) return;
    if (best === -1) return void (best = r);
    const compared = row.at(-1)! * table[best]![enter]! - table[best]!.at(-1)! * row[enter]!;
    if (compared < 0n || (compared === 0n && basis[r]! < basis[best]!)) best = r;
  });
  return best;
}

// Whole numbers throughout: every entry is a determinant, and the last pivot divides it (Edmonds 1967, Bareiss 1968).
function pivot(table: readonly bigint[][], leave: number, enter: number, scale: bigint): bigint {
  const by = table[leave]!;
  const on = by[enter]!;
  for (const row of table) {
    if (row === by) continue;
    const factor = row[enter]!;
    for (let j = 0; j < row.length; j++) row[j] = (row[j]! * on - factor * by[j]!) / scale;
  }
  return on;
}
