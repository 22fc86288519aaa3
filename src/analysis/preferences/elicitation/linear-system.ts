/** The numbers that solve as many linear equations, by elimination with the largest pivot; null if there is not exactly one solution. */
export function solved(rows: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null {
  const table = rows.map((row, r) => [...row, right[r]!]);
  const size = table.length;
  const scale = Math.max(...table.flat().map(Math.abs));
  for (let c = 0; c < size; c++) {
    let best = c;
    for (let r = c + 1; r < size; r++) if (Math.abs(table[r]![c]!) > Math.abs(table[best]![c]!)) best = r;
    if (!(Math.abs(table[best]![c]!) > scale * 1e-12)) return null;
    [table[c], table[best]] = [table[best]!, table[c]!];
    for (let r = 0; r < size; r++) {
      if (r === c) continue;
      const factor = table[r]![c]! / table[c]![c]!;
      for (let j = c; j <= size; j++) table[r]![j] = table[r]![j]! - factor * table[c]![j]!;
    }
  }
  return table.map((row, r) => row[size]! / row[r]!);
}
