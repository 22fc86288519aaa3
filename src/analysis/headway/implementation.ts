import type { Method } from '../method.ts';
import { percentOf } from './percent.ts';

/** How far one provision of an agreement is carried out. */
export const implementationStages = ['not begun', 'minimal', 'intermediate', 'full'] as const;

/** The words that stand beside a score of implementation. */
export const implementationMethod: Method = {
  name: 'Implementation score',
  definition:
    'How far the provisions of an agreement are carried out: each counts 0 (not begun), 1 (minimal), 2 (intermediate) or 3 (full), and the sum is a share of the most there could be.',
  assumes: 'That every provision weighs the same, and that somebody whom the sides trust judges the stages.',
  misleads:
    'When many small provisions are carried out and the few that matter are not: the score rises while the agreement fails. It says nothing about pace or about intent.',
  source: 'Peace Accords Matrix, Kroc Institute; Joshi, Quinn and Regan 2015, Journal of Peace Research 52(4)',
};

/** The score of provisions by their stages, 0 to 3: a share from 0 to 1. Refuses what is no stage, with its place, and no provisions. */
export function implementationScore(
  stages: readonly number[],
):
  | { readonly share: number }
  | { readonly refused: 'no provisions' }
  | { readonly refused: 'no stage'; readonly place: number } {
  if (stages.length === 0) return { refused: 'no provisions' };
  const most = implementationStages.length - 1;
  const place = stages.findIndex((stage) => !(Number.isInteger(stage) && stage >= 0 && stage <= most));
  if (place >= 0) return { refused: 'no stage', place };
  return { share: stages.reduce((sum, stage) => sum + stage, 0) / (most * stages.length) };
}

/** The score in a sentence, with how many provisions stand where. */
export function implementationInWords(stages: readonly number[]): string {
  const score = implementationScore(stages);
  if ('refused' in score) return 'How far the agreement is carried out cannot be said.';
  const counts = implementationStages.flatMap((name, stage) => {
    const count = stages.filter((each) => each === stage).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return `The agreement is carried out to ${percentOf(score.share)} (of ${stages.length} provisions ${counts.join(', ')}).`;
}
