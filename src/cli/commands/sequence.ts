import { sequencing, type Exchange } from '../../analysis/index.ts';
import { answered, misused, refused } from '../answer.ts';
import { command } from '../command.ts';
import type { SequenceDocument } from '../documents/documents.ts';
import type { Io } from '../io.ts';
import { workedOut } from '../progress/threads.ts';
import type { SequenceFound } from '../progress/jobs.ts';
import { withScenario } from '../scenario-at.ts';
import { scenarioArgs } from '../scenario-args.ts';
import { strong } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Puts reciprocal steps in an order in which nobody is exposed. */
export const sequenceCommand = command({
  name: 'sequence',
  does: 'Puts the steps of an exchange in an order in which no side is ever exposed beyond its tolerance, or as little as can be.',
  more: 'A side is exposed by what it would have lost if all others stopped now. The file lists the steps as “exchange”.',
  args: {
    ...scenarioArgs,
    tolerance: {
      type: 'string',
      valueHint: 'N',
      description: 'How far any side may be exposed, in points, in place of what the file says.',
    },
    measure: {
      type: 'enum',
      options: ['exposure', 'temptation'],
      default: 'exposure',
      description:
        'What is kept low: what a side would lose if the others stopped, or what it would gain by stopping itself.',
    },
    shares: {
      type: 'boolean',
      description: 'Count each side’s points as shares of 100 of what its own steps cost it.',
    },
  },
  examples: [
    ['parley sequence steps.scenario.yaml', 'The safest order, step by step.'],
    ['parley sequence steps.scenario.yaml --tolerance 0', 'Is there an order in which nobody goes first at a risk?'],
  ],
  run: ({ path, json, tolerance, measure, shares }, io) => {
    const points = tolerance === undefined || /^\d+(\.\d{1,6})?$/.test(tolerance) ? tolerance : null;
    if (points === null)
      return Promise.resolve(
        misused(io, 'sequence', `--tolerance must be a number of at least 0; it is “${tolerance ?? ''}”.`),
      );
    return withScenario({ path, json }, {}, io, async (read) => {
      if (read.exchange === null)
        return refused(io, json, `${plain(path)} holds no steps to be put in order: it needs “exchange”.`);
      const own = points === undefined ? read.exchange : tolerating(read.exchange, Number(points));
      const exchange = shares ? sequencing.inShares(own) : own;
      const question = { exchange, measure: measure as sequencing.Measure };
      const isSmall =
        exchange.steps.reduce((sum, { parts = 1, divisible = 1 }) => sum + Math.max(parts, divisible), 0) <= 10;
      const found = await workedOut(io, isSmall, (threads) => threads.one('sequence', question));
      if (found === null) return refused(io, json, 'This was stopped before it was done.');
      if ('refused' in found) return refused(io, json, `${plain(path)}: ${plain(found.words)}`);
      const document = documentOf(read.name, found);
      return answered(io, json, document, linesOf(document, found, io));
    });
  },
});

const tolerating = (exchange: Exchange, points: number): Exchange => ({
  ...exchange,
  tolerance: Object.fromEntries(exchange.parties.map((party) => [party, points])),
});

type Sequenced = Exclude<SequenceFound, sequencing.ExchangeRefusal>;

function documentOf(name: string, { sequence, remedies }: Sequenced): SequenceDocument {
  const { exchange, turns } = sequence.turns;
  const byParty = (amounts: readonly number[]) =>
    Object.fromEntries(exchange.parties.map((party, p) => [party, amounts[p] ?? 0]));
  const told = (remedy: sequencing.Remedy) => ({
    sentence: sequencing.remedyWords(remedy),
    withinTolerance: remedy.withinTolerance,
    excess: remedy.excess,
  });
  return {
    name,
    parties: [...exchange.parties],
    measure: sequence.measure,
    tolerance: { ...exchange.tolerance },
    withinTolerance: sequence.withinTolerance,
    excess: sequence.excess,
    proved: sequence.proven,
    atLeast: sequence.atLeast,
    orders: sequence.orders.map((order) => {
      const words = sequencing.momentWords(sequence, order);
      return order.map(({ turn, part, given, received, risk }, at) => ({
        steps: (turns[turn]?.steps ?? []).map((s) => ({
          by: exchange.steps[s]?.by ?? '',
          name: exchange.steps[s]?.name ?? '',
        })),
        part,
        parts: turns[turn]?.parts ?? 1,
        given: byParty(given),
        received: byParty(received),
        risk: byParty(risk),
        sentence: words[at] ?? '',
      }));
    }),
    more: sequence.more,
    method: sequencing.sequencingMethod,
    sentences: [...sequencing.sequenceWords(sequence)],
    remedies: {
      untried: [...remedies.untried],
      single: remedies.single.map(told),
      combined: remedies.combined.map(told),
    },
  };
}

function linesOf(
  { name, orders, method, sentences, remedies }: SequenceDocument,
  { sequence }: Sequenced,
  io: Io,
): readonly string[] {
  const paragraph = (text: string) => wrapped(text, 80);
  return [
    strong(plain(name), io),
    '',
    ...(orders[0] ?? []).flatMap(({ sentence }) => paragraph(sentence)),
    '',
    ...sentences.flatMap(paragraph),
    ...(sequence.withinTolerance ? [] : ['', strong('What would help', io), ...helpLines(remedies).flatMap(paragraph)]),
    '',
    ...paragraph(`It assumes: ${method.assumes}`),
    ...paragraph(`It misleads: ${method.misleads}`),
  ];
}

function helpLines({ single, combined, untried }: SequenceDocument['remedies']): readonly string[] {
  const left = { split: 'doing steps in more parts', together: 'doing steps at the same moment' } as const;
  const nothing =
    untried.length === 0
      ? [
          'No single change helps: neither doing a step in more parts, nor two turns of different sides at the same moment.',
        ]
      : [];
  return [
    ...(single.length === 0 ? nothing : single.map(({ sentence }) => `– ${sentence}`)),
    ...(combined.length === 0
      ? []
      : ['One after another:', ...combined.map(({ sentence }, at) => `${at + 1}. ${sentence}`)]),
    ...untried.map(
      (kind) => `Whether ${left[kind]} helps is not known: the search grew too long, or the parts too fine.`,
    ),
  ];
}
