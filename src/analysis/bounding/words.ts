import type { Entangled } from '../frontier/index.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Scores } from '../scores.ts';
import { figure, listInWords, percent } from '../solutions/words.ts';

/** What totals give each party, in utility: `Ana 0.84 and Ben 0.895`. */
export function givesInWords(scores: Pick<Scores, 'parties' | 'step'>, totals: ArrayLike<number>): string {
  return listInWords(scores.parties.map((party, p) => `${party} ${figure(utilityOf(scores, totals[p]!))}`));
}

/** Which share each party gets of the way from `disagreement` to `ideal`: `Ana 62% and Ben 58.3%`. */
export function sharesInWords(
  { parties }: Pick<Scores, 'parties'>,
  disagreement: readonly number[],
  ideal: readonly number[],
  totals: ArrayLike<number>,
): string {
  return listInWords(
    parties.map((party, p) => {
      const range = ideal[p]! - disagreement[p]!;
      return range > 0 ? `${party} ${percent((totals[p]! - disagreement[p]!) / range)}` : `${party} can gain nothing`;
    }),
  );
}

/** Which efficient point it is, or of several that tie which is the first: `The efficient point at which … gives Ana 0.84 and Ben 0.895`. */
export function tiedInWords(
  scores: Pick<Scores, 'parties' | 'step'>,
  tied: readonly { readonly totals: ArrayLike<number> }[],
  what: string,
): string {
  const gives = givesInWords(scores, tied[0]!.totals);
  return tied.length === 1
    ? `The efficient point at which ${what} gives ${gives}`
    : `There are ${tied.length} efficient points at which ${what}; the first gives ${gives}`;
}

/** Whether more could be had, as the end of a sentence: `this is proved` or what is open. */
export function proofInWords(proved: boolean, open: string): string {
  return proved ? 'That no package does better is proved.' : `It is not proved that this is the best: ${open}.`;
}

/** Why nothing was worked out where bonds tie too many issues together. */
export const entangledInWords =
  'Conditions and interactions tie too many issues together to search them exactly; nothing is said rather than guessed.';

/** Why a search found no package. */
export function noneFoundInWords(found: Entangled | { readonly kind: 'no zone' | 'unknown' }): string {
  if ('refused' in found) return entangledInWords;
  return found.kind === 'no zone'
    ? 'No package gives every party at least what it has without an agreement.'
    : 'The search ended before it found a package that all could accept, and before it showed that there is none: this is not known.';
}
