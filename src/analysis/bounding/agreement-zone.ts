import type { Entangled } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { figure, listInWords } from '../solutions/words.ts';
import { blocksOf } from './blocks.ts';
import { reaching, totalsAt, type Effort } from './search.ts';
import { entangledInWords, givesInWords } from './words.ts';

/** The words that stand beside the zone of possible agreement. */
export const agreementZoneMethod: Method = {
  name: 'Zone of possible agreement',
  definition: 'Whether some package gives every party at least what it has without an agreement.',
  assumes: 'Every reservation that is known is right, and a party without one would accept anything.',
  misleads:
    'A zone can be there and agreement fail: the parties may not see it, or say less than they would accept. An empty zone under guessed weights proves nothing about the talks.',
  source: 'Raiffa 1982; the proof that a zone is empty is a separating hyperplane: Farkas 1902, Everett 1963',
};

/** Whether there is a zone, with what shows it. */
export type AgreementZone =
  | { readonly kind: 'open'; readonly package: Package; readonly totals: Float64Array }
  | { readonly kind: 'empty'; readonly proof: ProofOfEmptiness }
  /** The search ended before it knew. */
  | { readonly kind: 'unknown' }
  | Entangled;

/** Why no package reaches all floors. */
export type ProofOfEmptiness =
  /**
   * Weighed so, the best package comes to `most`, and the floors come to `needed`, which is more: anybody can check it, issue by issue.
   * Whole weights, 0 for a party without a floor.
   */
  | { readonly kind: 'weights'; readonly weights: readonly number[]; readonly most: bigint; readonly needed: bigint }
  /** Every package that could still reach them was followed, and none did. */
  | { readonly kind: 'search' };

/** Whether some package reaches every floor of the scores. */
export function agreementZone(scores: Scores, effort: Effort = {}): AgreementZone {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const reached = reaching(blocks, scores.floors, effort);
  switch (reached.kind) {
    case 'reached':
      return { kind: 'open', package: blocks.packageOf(reached.chosen), totals: totalsAt(blocks, reached.chosen) };
    case 'unknown':
      return { kind: 'unknown' };
    case 'out of reach': {
      const { weights } = reached;
      if (weights === null) return { kind: 'empty', proof: { kind: 'search' } };
      const weigh = (numbers: (p: number) => number): bigint =>
        weights.reduce((sum, w, p) => (w === 0 ? sum : sum + BigInt(w) * BigInt(numbers(p))), 0n);
      let most = 0n;
      for (let b = 0; b < blocks.count; b++) {
        const values: bigint[] = [];
        for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) values.push(weigh((p) => blocks.of[p]![i]!));
        most += values.reduce((a, v) => (v > a ? v : a));
      }
      const needed = weigh((p) => Math.ceil(scores.floors[p]!));
      return { kind: 'empty', proof: { kind: 'weights', weights, most, needed } };
    }
  }
}

/** The result in a sentence or two. */
export function agreementZoneInWords(scores: Scores, zone: AgreementZone): string {
  if ('refused' in zone) return entangledInWords;
  switch (zone.kind) {
    case 'open':
      return `There is room for agreement: one package gives ${givesInWords(scores, zone.totals)}, at least what each has without an agreement.`;
    case 'unknown':
      return 'Whether there is room for agreement was not found out: no package was found that all could accept, and it was not shown that there is none.';
    case 'empty': {
      const { proof } = zone;
      if (proof.kind === 'search')
        return 'There is no room for agreement: every package that could have been acceptable to all was followed, and none is.';
      const sum = proof.weights.reduce((a, b) => a + b, 0);
      const shares = scores.parties.flatMap((party, p) =>
        proof.weights[p] === 0 ? [] : [`${party} ${figure(proof.weights[p]! / sum)}`],
      );
      const worth = (total: bigint): string => figure((Number(total) / sum) * scores.step);
      return `There is no room for agreement: counting ${listInWords(shares)}, the best package comes to ${worth(proof.most)}, and what the parties have without an agreement to ${worth(proof.needed)}.`;
    }
  }
}
