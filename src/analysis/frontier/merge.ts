import type { Merge, Sheet } from './layer.ts';
import { mergeManyOn } from './merge-many.ts';
import { mergeTwoOn } from './merge-two.ts';

/** The merge that suits the number of parties; it writes to this sheet. */
export function mergeOn(sheet: Sheet): Merge {
  return sheet.totals.length === 2 ? mergeTwoOn(sheet) : mergeManyOn(sheet);
}
