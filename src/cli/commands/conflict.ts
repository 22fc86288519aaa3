import { conflict } from '../../analysis/index.ts';
import { answered, refused } from '../answer.ts';
import { command } from '../command.ts';
import type { ConflictDocument } from '../documents/documents.ts';
import type { Io } from '../io.ts';
import { methodLines } from '../method-lines.ts';
import { workedOut } from '../progress/threads.ts';
import type { ConflictFound } from '../progress/jobs.ts';
import { withScenario } from '../scenario-at.ts';
import { explainArg, scenarioArgs } from '../scenario-args.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Says what could last in a conflict, for whom and why, by the graph model. */
export const conflictCommand = command({
  name: 'conflict',
  does: 'Says which states of a conflict could last, for whom and why, who could leave them together, and how they could be reached (graph model).',
  args: {
    ...scenarioArgs,
    ...explainArg,
    convention: {
      type: 'enum',
      options: ['legal-sequences', 'each-once', 'one-move'],
      default: 'legal-sequences',
      description:
        'Which answers of several opponents count: any sequence in which nobody moves twice running, each at most once, or one move by one of them.',
    },
    from: {
      type: 'string',
      valueHint: 'STATE',
      description: 'The state as things are: its number (s1) or its letters (YNN).',
    },
  },
  examples: [
    ['parley conflict examples/elmira', 'The contaminated ground water of Elmira.'],
    [
      'parley conflict examples/elmira --from s1 --convention one-move',
      'How each outcome is reached from the first state.',
    ],
  ],
  run: ({ path, json, convention, from, explain }, io) =>
    withScenario({ path, json }, {}, io, async (read) => {
      const { conflict: model } = read;
      if (model === null)
        return refused(io, json, `${plain(path)} holds no conflict: it needs “conflict”, with who decides on what.`);
      const question = { model, convention: convention as conflict.Convention, from: from ?? null };
      const isSmall = model.options.length <= 8 && (model.states?.length ?? 0) <= 256;
      const found = await workedOut(io, isSmall, (threads) => threads.one('conflict', question));
      if (found === null) return refused(io, json, 'This was stopped before it was done.');
      if ('refused' in found) return refused(io, json, `${plain(path)}: ${plain(found.words)}`);
      const document = documentOf(read.name, found);
      return answered(io, json, document, linesOf(document, explain === true, io));
    }),
});

type Analysed = Exclude<ConflictFound, { readonly refused: string }>;

function documentOf(name: string, { conflict: graph, stability, report }: Analysed): ConflictDocument {
  const named = (states: readonly number[]) => states.map((state) => `s${state + 1}`);
  const each = <T>(what: (concept: conflict.Concept) => T) =>
    Object.fromEntries(conflict.concepts.map((concept) => [concept, what(concept)])) as Record<conflict.Concept, T>;
  const stableFor = (concept: conflict.Concept, maker: number) =>
    named(graph.states.flatMap((_, state) => (stability.stable[concept][maker]?.[state] === 1 ? [state] : [])));
  return {
    name,
    convention: stability.convention,
    makers: [...graph.makers],
    options: graph.options.map(({ name: option, maker }) => ({ name: option, maker: graph.makers[maker] ?? '' })),
    states: graph.states.map(({ pattern }, state) => ({ state: `s${state + 1}`, pattern })),
    equilibria: each((concept) => named(stability.equilibria[concept])),
    stable: each((concept) => Object.fromEntries(graph.makers.map((maker, m) => [maker, stableFor(concept, m)]))),
    methods: conflict.methodOf,
    summary: [...report.summary],
    outcomes: report.outcomes.map(({ state, words, ways, reasons, coalitions, coalitionWords, reach }) => ({
      state: `s${state + 1}`,
      words,
      ways: [...ways],
      reasons: [...reasons],
      coalitions: coalitions.map(({ members, states }, c) => ({
        members: members.map((member) => graph.makers[member] ?? ''),
        to: named(states),
        sentence: coalitionWords[c] ?? '',
      })),
      reach: [...new Set(reach)],
    })),
  };
}

/** The table lists no more states than this; those that could last are described below it all the same. */
const statesShown = 64;

function linesOf(
  { name, makers, options, states, equilibria, methods, summary, outcomes }: ConflictDocument,
  isExplained: boolean,
  io: Io,
): readonly string[] {
  const inWays = (state: string) =>
    conflict.concepts.filter((concept) => equilibria[concept].includes(state)).join(' ');
  const shown = states.slice(0, statesShown);
  return [
    strong(plain(name), io),
    '',
    ...makers.flatMap((maker) => {
      const own = options.flatMap((option, o) => (option.maker === maker ? [`${o + 1} ${option.name}`] : []));
      return wrapped(`${maker}: ${own.length === 0 ? 'has no option' : own.join('; ')}`, 80);
    }),
    '',
    ...table(
      ['State', 'Options', 'Stable for all'],
      shown.map(({ state, pattern }) => [state, pattern, inWays(state)]),
      io,
    ),
    ...(states.length > shown.length ? [`… and ${states.length - shown.length} more`] : []),
    '',
    ...summary.flatMap((sentence) => wrapped(sentence, 80)),
    ...outcomes.flatMap(({ words, ways, reasons, coalitions, reach }) => [
      '',
      ...wrapped(`${words} — ${ways.join(', ')}`, 80).map((line) => strong(line, io)),
      ...[...reasons, ...coalitions.map(({ sentence }) => sentence), ...reach].flatMap((sentence) =>
        wrapped(sentence, 77).map((line) => `   ${line}`),
      ),
    ]),
    ...(isExplained ? conflict.concepts : []).flatMap((concept) => [
      '',
      strong(`${concept}  ${methods[concept].name}`, io),
      ...methodLines(methods[concept], 77).map((line) => `   ${line}`),
    ]),
  ];
}
