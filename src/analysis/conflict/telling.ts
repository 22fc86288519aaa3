import type { Move } from './answer.ts';
import type { Conflict } from './conflict.ts';
import type { Reason } from './reason.ts';
import type { Concept } from './stability.ts';
import type { Evolution } from './status-quo.ts';

/** A state by its number. */
export function stateName(state: number): string {
  return `s${state + 1}`;
}

/** A state by its number and what is done in it: `s3 (MoE: Modify; Uniroyal: Accept)`. */
export function stateWords(conflict: Conflict, state: number): string {
  const { pattern } = conflict.states[state]!;
  const parts = conflict.makers.flatMap((maker, m) => {
    const done = conflict.options.flatMap(({ name, maker: owner }, o) => {
      if (owner !== m || pattern[o] === 'N') return [];
      return [pattern[o] === 'Y' ? name : `${name} or not`];
    });
    return done.length === 0 ? [] : [`${maker}: ${done.join(', ')}`];
  });
  return `${stateName(state)} (${parts.length === 0 ? 'nothing is done' : parts.join('; ')})`;
}

/** Why a state is stable for a decision maker, or not, in one of the five ways. */
export function reasonWords(
  conflict: Conflict,
  concept: Concept,
  maker: number,
  state: number,
  reason: Reason,
): string {
  const who = conflict.makers[maker]!;
  const here = stateName(state);
  switch (reason.kind) {
    case 'nothing-better':
      return `${who} would not move from ${here}: it can reach nothing better by itself.`;
    case 'free':
      return `${who} would move from ${here} to ${oneOf(reason.improvements)}, which it prefers${unanswered(concept)}.`;
    case 'deterred': {
      const told = reason.answered.slice(0, 3).map(({ improvement, by, moves, end }) => {
        const worse = liked(conflict, maker, end, state);
        return by === 'crossing'
          ? `its move to ${stateName(improvement)} could cross with moves of ${listed(moves.map(({ mover }) => conflict.makers[mover]!))}, and together they would bring about ${stateName(end)}, which ${who} likes ${worse}`
          : `after its move to ${stateName(improvement)}, ${movesWords(conflict, moves)}, which ${who} likes ${worse}${concept === 'SMR' ? ' and could not escape from' : ''}`;
      });
      const rest = reason.answered.length - told.length;
      const likewise = rest === 0 ? '' : `; and so with ${rest} more`;
      return `${who} would not move from ${here}: ${told.join('; ')}${likewise}.`;
    }
  }
}

/** How far and by whom a state can be come to from where things stand. */
export function evolutionWords(conflict: Conflict, evolution: Evolution, state: number): string {
  const steps = evolution.steps[state]!;
  const from = stateName(evolution.from);
  const kind = evolution.by === 'moves' ? 'moves' : 'moves that are each to the good of whoever makes them';
  if (steps === 0) return `${stateName(state)} is where things stand.`;
  if (steps < 0) return `${stateName(state)} cannot be reached from ${from} by ${kind}.`;
  const last = listed(
    evolution.lastMovers[state]!.map((m) => conflict.makers[m]!),
    'or',
  );
  return `${stateName(state)} can be reached from ${from} in ${steps} ${steps === 1 ? 'move' : 'moves'}${evolution.by === 'improvements' ? ', each to the good of whoever makes it' : ''}, the last by ${last}.`;
}

/** What a coalition could do. */
export function coalitionWords(
  conflict: Conflict,
  members: readonly number[],
  from: number,
  states: readonly number[],
): string {
  const names = listed(members.map((m) => conflict.makers[m]!));
  if (states.length === 0)
    return `${names} could not leave ${stateName(from)} to the good of ${members.length === 1 ? 'itself' : 'each of them'}.`;
  const joint = members.length === 1 ? 'could by itself' : 'could together';
  return `${names} ${joint} go from ${stateName(from)} to ${oneOf(states)}, ${members.length === 1 ? 'which it prefers' : 'which each of them prefers'}.`;
}

/** Words joined by commas and a last `and` or `or`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

function oneOf(states: readonly number[]): string {
  const shown = states.slice(0, 5).map(stateName);
  return listed(states.length > 5 ? [...shown, `${states.length - 5} more`] : shown, 'or');
}

function unanswered(concept: Concept): string {
  switch (concept) {
    case 'R':
      return '';
    case 'SIM':
      return ', and no crossing moves could spoil that';
    case 'SEQ':
      return ', and the others have no answer in their own interest that would spoil it';
    case 'SMR':
      return ', and the others have no answer that would spoil it for good';
    case 'GMR':
      return ', and the others have no answer that would spoil it';
  }
}

function liked(conflict: Conflict, maker: number, end: number, state: number): string {
  const here = stateName(state);
  if (end === state) return 'as it was';
  return conflict.liking[maker]![end]! < conflict.liking[maker]![state]!
    ? `less than ${here}`
    : `no better than ${here}`;
}

function movesWords(conflict: Conflict, moves: readonly Move[]): string {
  const [first, ...rest] = moves.map(({ mover, to }) => ({ who: conflict.makers[mover]!, to: stateName(to) }));
  return [`${first!.who} could answer with ${first!.to}`, ...rest.map(({ who, to }) => `then ${who} with ${to}`)].join(
    ', ',
  );
}
