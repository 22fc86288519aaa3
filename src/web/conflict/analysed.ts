import { conflict } from '../../analysis/index.ts';
import type { ModelledConflict } from '../../domain/index.ts';

/** A conflict model worked out by one convention of which joint answers count. */
export interface Analysed {
  readonly conflict: conflict.Conflict;
  readonly convention: conflict.Convention;
  readonly stability: conflict.Stability;
  readonly report: conflict.ConflictReport;
  /** The state as it is, by its place; null where it is not said. */
  readonly now: number | null;
}

const conventions: readonly conflict.Convention[] = ['legal-sequences', 'each-once', 'one-move'];
const known = new WeakMap<ModelledConflict, Map<conflict.Convention, Analysed>>();

/** The convention that an address asks for; the usual one where it asks for none that there is. */
export const conventionNamed = (name: string): conflict.Convention =>
  conventions.find((convention) => convention === name) ?? conflict.usualConvention;

/** All conventions, the usual one first. */
export { conventions };

/** The model worked out, once for each convention. A model that is kept can be analysed, since it was when it was kept. */
export function analysed(fact: ModelledConflict, convention: conflict.Convention): Analysed {
  const before = known.get(fact)?.get(convention);
  if (before !== undefined) return before;
  const built = conflict.buildConflict(fact.model);
  if (conflict.isConflictRefused(built)) throw new Error(`a model that was kept cannot be analysed: ${built.words}`);
  const stability = conflict.stabilityOf(built, convention);
  const place = built.states.findIndex(({ pattern }) => pattern === fact.now);
  const now = place < 0 ? null : place;
  const worked = { conflict: built, convention, stability, report: conflict.reportOn(built, stability, now), now };
  known.set(fact, new Map([...(known.get(fact) ?? []), [convention, worked]]));
  return worked;
}
