import type { Method } from '../method.ts';
import { listInWords } from './words.ts';

/** The words that stand beside fallback bargaining. */
export const fallbackMethod: Method = {
  name: 'fallback bargaining',
  definition:
    'All parties fall back together, from their first choice to their second and so on, until enough of them (as a rule, all) have a choice in common.',
  assumes:
    'Only each party’s order of preference. A party that would rather have no agreement than an option leaves that option out.',
  misleads:
    'A rank says nothing of how much is lost by it. Adding options that nobody wants can move the depth at which parties meet.',
  source: 'Brams & Kilgour 2001, Group Decision and Negotiation 10:287–316',
};

/** Where the parties meet, if they do. */
export type Fallback<Option> =
  | {
      readonly kind: 'agreement';
      /** How far down the parties had to go; 1 is everybody's first choice. */
      readonly depth: number;
      /** The options that the largest number of parties, and at least the quota, have come to by then; in the order of the first ranking that has them. */
      readonly options: readonly Option[];
      readonly support: number;
    }
  | { readonly kind: 'impasse' }
  | { readonly refused: 'no rankings' }
  | { readonly refused: 'ranked twice'; readonly party: number; readonly option: Option }
  | { readonly refused: 'quota must be a whole number from 1 to the number of parties' };

/**
 * Fallback bargaining from rankings, best first. What a ranking leaves out is worse for that party than no agreement: where all rankings run out
 * before the quota (default: unanimity) is met, the result is an impasse.
 * Laws: the result is efficient; under unanimity it makes the worst rank that any party gets as good as possible.
 */
export function fallback<Option>(
  rankings: readonly (readonly Option[])[],
  quota: number = rankings.length,
): Fallback<Option> {
  if (rankings.length === 0) return { refused: 'no rankings' };
  if (!Number.isInteger(quota) || quota < 1 || quota > rankings.length)
    return { refused: 'quota must be a whole number from 1 to the number of parties' };
  for (const [party, ranking] of rankings.entries()) {
    const option = ranking.find((option, i) => ranking.indexOf(option) !== i);
    if (option !== undefined) return { refused: 'ranked twice', party, option };
  }
  const support = new Map<Option, number>();
  const deepest = Math.max(...rankings.map((ranking) => ranking.length));
  for (let depth = 1; depth <= deepest; depth++) {
    for (const ranking of rankings)
      if (depth <= ranking.length) support.set(ranking[depth - 1]!, (support.get(ranking[depth - 1]!) ?? 0) + 1);
    const most = Math.max(...support.values());
    if (most < quota) continue;
    const options = new Set(rankings.flatMap((ranking) => ranking.slice(0, depth)));
    return { kind: 'agreement', depth, options: [...options].filter((o) => support.get(o) === most), support: most };
  }
  return { kind: 'impasse' };
}

/** The result in a sentence. */
export function fallbackInWords(result: Fallback<string>, parties: readonly string[]): string {
  if ('refused' in result)
    return result.refused === 'ranked twice'
      ? `${parties[result.party]} ranks ${result.option} twice.`
      : `Fallback bargaining cannot start: ${result.refused}.`;
  if (result.kind === 'impasse')
    return `Fallback bargaining ends in an impasse: ${listInWords(parties)} have no acceptable option in common.`;
  const who =
    result.support === parties.length
      ? `all of ${listInWords(parties)}`
      : `${result.support} of ${parties.length} parties`;
  const why =
    result.support === parties.length
      ? 'no option leaves the party that falls furthest with a better rank'
      : 'no option has enough support at a better rank, nor more at this one';
  return `Falling back together, ${who} meet at choice number ${result.depth}, on ${listInWords(result.options)}: ${why}.`;
}
