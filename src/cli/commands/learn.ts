import { preferences } from '../../analysis/index.ts';
import { openingOf } from '../../domain/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import { answered, refused } from '../answer.ts';
import { command } from '../command.ts';
import type { LearnDocument } from '../documents/documents.ts';
import type { Io } from '../io.ts';
import { learntFrom, type LearntFromCase, type LearntOfParty } from '../learn/learnt.ts';
import { columns } from '../lines.ts';
import { methodLines } from '../method-lines.ts';
import { noteEntries, noteLines } from '../notes.ts';
import { withScenario } from '../scenario-at.ts';
import { scenarioArgs } from '../scenario-args.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Says what the offers in a case let one suppose of the sides’ weights. */
export const learnCommand = command({
  name: 'learn',
  does: 'Says what the offers of each side in a case let one suppose of how it weighs the issues, by two models, and how sure they are.',
  more: 'What is learnt is a guess about a side that has not said so, and is labelled as one. Only whole offers count, with an answer to every issue.',
  args: {
    ...scenarioArgs,
    path: { ...scenarioArgs.path, description: 'A case file, or a folder with one.' },
  },
  examples: [
    ['parley learn examples/river', 'What the two cantons seem to care for most, from their offers alone.'],
    ['parley learn talks.yaml --json', 'For another program: weights by issue and model.'],
  ],
  run: ({ path, json }, io) =>
    withScenario({ path, json }, {}, io, (read) => {
      if (read.talks === null)
        return refused(
          io,
          json,
          `${plain(path)} holds no offers: name a case file, or a scenario that takes its issues from a case (“issues-of”).`,
        );
      const name = openingOf(read.talks)?.name ?? read.name;
      const found = learntFrom(read.talks);
      return answered(io, json, documentOf(name, found, read), linesOf(name, found, read, io));
    }),
});

function documentOf(name: string, { issues, parties, remarks }: LearntFromCase, read: ReadScenario): LearnDocument {
  const by = ({ models }: LearntOfParty, model: 'frequency' | 'bayesian') => {
    const found = models.find((one) => one.name === model);
    return {
      weights:
        found?.weights == null ? null : Object.fromEntries(issues.map((issue, i) => [issue, found.weights?.[i] ?? 0])),
      sureness: found?.sureness ?? null,
      sentence: found?.sentence ?? '',
    };
  };
  return {
    name,
    provenance: 'learnt',
    issues: [...issues],
    parties: parties.map((party) => ({
      party: party.name,
      offers: party.offers,
      frequency: by(party, 'frequency'),
      bayesian: by(party, 'bayesian'),
    })),
    methods: { frequency: { ...preferences.frequencyMethod }, bayesian: { ...preferences.bayesianMethod } },
    notes: noteEntries(read, remarks),
  };
}

const linesOf = (
  name: string,
  { issues, parties, remarks }: LearntFromCase,
  read: ReadScenario,
  io: Io,
): readonly string[] => [
  strong(plain(name), io),
  ...wrapped('Learnt from offers alone: a guess about each side, never what it has said of itself.', columns),
  ...parties.flatMap((party) => ['', strong(plain(party.name), io), ...partyLines(party, issues, io)]),
  ...(parties[0]?.models ?? []).flatMap(({ method }) => ['', strong(method.name, io), ...methodLines(method, columns)]),
  ...noteLines(read, remarks, io),
];

function partyLines({ models }: LearntOfParty, issues: readonly string[], io: Io): readonly string[] {
  const told = models.filter(({ weights }) => weights !== null);
  const sentences = [...new Set(models.map(({ sentence }) => sentence))].flatMap((each) => wrapped(each, columns));
  if (told.length === 0) return sentences;
  const rows = issues.map((issue, i) => [
    issue,
    ...told.map(({ weights }) => `${Math.round((weights?.[i] ?? 0) * 100)}%`),
  ]);
  return [...table(['Seems to weigh', ...told.map(({ method }) => method.name)], rows, io, columns), ...sentences];
}
