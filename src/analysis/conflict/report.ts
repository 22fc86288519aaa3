import { coalitionsThatLeave, type CoalitionImprovement } from './coalition.ts';
import type { Conflict } from './conflict.ts';
import { conventionWords } from './convention.ts';
import { reasonFor } from './reason.ts';
import { concepts, type Concept, type Stability } from './stability.ts';
import { evolutionFrom } from './status-quo.ts';
import { coalitionWords, evolutionWords, listed, reasonWords, stateName, stateWords } from './telling.ts';

/** A conflict in plain language: what could last, for whom and why, who could undo it together, and whether it can be reached. */
export interface ConflictReport {
  /** One sentence or two on the whole. */
  readonly summary: readonly string[];
  /** The states that are stable for everybody in some way; those in most ways first. */
  readonly outcomes: readonly OutcomeReport[];
}

/** One state that could last. */
export interface OutcomeReport {
  readonly state: number;
  readonly words: string;
  /** In which ways it is stable for everybody. */
  readonly ways: readonly Concept[];
  /** Why, for each decision maker: in the strictest way in which the state is stable for everybody. */
  readonly reasons: readonly string[];
  /** Who could leave it to the good of each member, answers not reckoned with: the smallest such coalitions, one alone included. */
  readonly coalitions: readonly CoalitionImprovement[];
  readonly coalitionWords: readonly string[];
  /** How it can be reached from the state as it is, if that was given. */
  readonly reach: readonly string[];
}

/** How many outcomes a report describes in full, unless more are asked for. */
export const outcomesDescribed = 20;

/**
 * The report of a conflict. `from`: the place of the state as it is now, if it is known. At most `limit` outcomes are described, and
 * the summary says so when there are more. `heard` is told what share of them is described.
 */
export function reportOn(
  conflict: Conflict,
  stability: Stability,
  from: number | null,
  limit: number = outcomesDescribed,
  heard: (share: number) => void = () => undefined,
): ConflictReport {
  const found = conflict.states.flatMap((_, state) => {
    const ways = concepts.filter((concept) => stability.equilibria[concept].includes(state));
    return ways.length === 0 ? [] : [{ state, ways }];
  });
  const ordered = found.sort((a, b) => b.ways.length - a.ways.length || a.state - b.state);
  const evolutions =
    from === null ? [] : (['improvements', 'moves'] as const).map((by) => evolutionFrom(conflict, from, by));
  const outcomes = ordered.slice(0, limit).map(({ state, ways }, described, { length }) => {
    heard(described / length);
    const coalitions = coalitionsThatLeave(conflict, state, 'smallest');
    return {
      state,
      words: stateWords(conflict, state),
      ways,
      reasons: conflict.makers.map((_, maker) =>
        reasonWords(
          conflict,
          ways[0]!,
          maker,
          state,
          reasonFor(conflict, ways[0]!, stability.convention, maker, state),
        ),
      ),
      coalitions,
      coalitionWords: coalitions.map(({ members, states }) => coalitionWords(conflict, members, state, states)),
      reach: evolutions.map((evolution) => evolutionWords(conflict, evolution, state)),
    };
  });
  return { summary: summaryOf(conflict, stability, ordered.length, outcomes.length), outcomes };
}

function summaryOf(conflict: Conflict, stability: Stability, found: number, described: number): readonly string[] {
  const counts = `${conflict.makers.length} decision makers, ${conflict.options.length} options, ${conflict.states.length} states that can be.`;
  const names = (concept: Concept): string => listed(stability.equilibria[concept].slice(0, 12).map(stateName));
  const tell = (concept: Concept, what: string): string => {
    const count = stability.equilibria[concept].length;
    if (count === 0) return `No state is ${what}.`;
    return `${count} ${count === 1 ? 'state is' : 'states are'} ${what}: ${names(concept)}${count > 12 ? ' and more' : ''}.`;
  };
  return [
    counts,
    tell('R', 'stable for everybody because nobody has a better move'),
    tell('SEQ', 'stable for everybody once answers in the others’ own interest are reckoned with'),
    tell('GMR', 'stable for everybody who fears any possible answer'),
    conventionWords(stability.convention),
    ...(found > described ? [`${described} of ${found} outcomes are described.`] : []),
  ];
}
