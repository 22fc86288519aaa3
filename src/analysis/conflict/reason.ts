import { shortestAnswer, type Move } from './answer.ts';
import type { Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import { crossings } from './simultaneous.ts';
import type { Concept } from './stability.ts';
import { bestEscapeFrom } from './symmetric-metarational.ts';

/** Why a state is stable for a decision maker, or is not. */
export type Reason =
  /** It has no better state to go to. */
  | { readonly kind: 'nothing-better' }
  /** Every improvement could be answered; one answer to each. */
  | { readonly kind: 'deterred'; readonly answered: readonly Answered[] }
  /** At least one improvement could not be answered; all such. */
  | { readonly kind: 'free'; readonly improvements: readonly number[] };

/** An improvement and what would follow: moves of others after it, or (SIM) moves of others at the same moment. */
export interface Answered {
  readonly improvement: number;
  readonly by: 'sequence' | 'crossing';
  readonly moves: readonly Move[];
  readonly end: number;
}

/** Why a state is stable, or not, for one decision maker in one of the five ways. */
export function reasonFor(
  conflict: Conflict,
  concept: Concept,
  convention: Convention,
  maker: number,
  state: number,
): Reason {
  const better = improvementsFrom(conflict, maker, state);
  if (better.length === 0) return { kind: 'nothing-better' };
  if (concept === 'R') return { kind: 'free', improvements: better };
  const replies =
    concept === 'SIM'
      ? crossed(conflict, maker, state)
      : better.map((improvement) => ({
          improvement,
          answered: answered(conflict, concept, convention, maker, state, improvement),
        }));
  const free = replies.filter((reply) => reply.answered === null);
  if (free.length > 0) return { kind: 'free', improvements: [...new Set(free.map((reply) => reply.improvement))] };
  return { kind: 'deterred', answered: replies.flatMap((reply) => reply.answered ?? []) };
}

/** The states that a decision maker could go to by one move of its own and likes better. */
export function improvementsFrom(conflict: Conflict, maker: number, state: number): readonly number[] {
  const { starts, ends } = conflict.moves[maker]!;
  const liking = conflict.liking[maker]!;
  return [...ends.subarray(starts[state], starts[state + 1])].filter((to) => liking[to]! > liking[state]!);
}

function answered(
  conflict: Conflict,
  concept: Exclude<Concept, 'R' | 'SIM'>,
  convention: Convention,
  maker: number,
  state: number,
  improvement: number,
): Answered | null {
  const liking = conflict.liking[maker]!;
  const worth = (s: number): number => (concept === 'SMR' ? bestEscapeFrom(conflict, maker, s) : liking[s]!);
  const by = concept === 'SEQ' ? 'improvements' : 'moves';
  const moves = shortestAnswer(conflict, { maker, convention, by }, improvement, (s) => worth(s) <= liking[state]!);
  return moves === null ? null : { improvement, by: 'sequence', moves, end: moves.at(-1)!.to };
}

function crossed(conflict: Conflict, maker: number, state: number) {
  return crossings(conflict, maker, state).map(({ to, crossing }) => ({
    improvement: to,
    answered:
      crossing === null
        ? null
        : {
            improvement: to,
            by: 'crossing' as const,
            moves: crossing.movers.map((mover) => ({ mover, to: crossing.state })),
            end: crossing.state,
          },
  }));
}
