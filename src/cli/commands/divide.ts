import { division, solutions } from '../../analysis/index.ts';
import { answered, misused, refused } from '../answer.ts';
import { command } from '../command.ts';
import { dividedWithMoney } from '../divide/with-money.ts';
import type { DivideDocument } from '../documents/documents.ts';
import type { Io } from '../io.ts';
import { withScenario } from '../scenario-at.ts';
import { scenarioArgs } from '../scenario-args.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Divides things between two parties by the points that each gives them. */
export const divideCommand = command({
  name: 'divide',
  does: 'Divides things between two parties by the points that each gives them: Adjusted Winner and proportional allocation, exact, step by step.',
  more: 'The file lists the things as “items”, and each party’s points sum to 100.',
  args: {
    ...scenarioArgs,
    money: {
      type: 'boolean',
      description:
        'Take the points as bids in money, give each thing whole to the highest, and let money pass; two parties or more.',
    },
    scale: { type: 'boolean', description: 'Multiply points that do not sum to 100 so that they do.' },
  },
  examples: [
    ['parley divide examples/panama-canal', 'The Panama Canal treaty, with an analyst’s points.'],
    ['parley divide examples/divorce-property --money', 'Each thing whole, and money to make up for it.'],
    ['parley divide divorce.scenario.yaml --json', 'For another program, with exact fractions.'],
  ],
  run: ({ path, json, scale, money }, io) => {
    if (money && scale)
      return Promise.resolve(misused(io, 'divide', '--scale does not go with --money: bids stand as they are.'));
    return withScenario({ path, json }, {}, io, (read, faulty) => {
      if (read.division === null)
        return refused(
          io,
          json,
          `${plain(path)} has nothing to divide: it needs “items”, each of which goes to one party.`,
        );
      const { items, parties, points, places } = read.division;
      if (
        read.scenario !== null &&
        (read.scenario.constraints.length > 0 ||
          read.scenario.profiles.some(({ interactions }) => interactions.length > 0))
      )
        return refused(
          io,
          json,
          `${plain(path)} has conditions or interactions, which a division item by item does not keep. Use parley analyse, or leave them out.`,
        );
      if (money) return dividedWithMoney(read.name, read.division, io, json, faulty);
      const [first, second] = parties;
      const [own, others] = points;
      if (
        first === undefined ||
        second === undefined ||
        own === undefined ||
        others === undefined ||
        parties.length > 2
      )
        return refused(
          io,
          json,
          `${plain(path)} has ${parties.length} parties; these ways of dividing are for two; with --money there may be more.`,
        );
      const claims: division.Claims = { parties: [first, second], items, points: [own, others] };
      const reading = scale ? 'scaled' : 'as stated';
      const winner = division.adjustedWinner(claims, reading);
      const proportional = division.proportionalAllocation(claims, reading);
      if ('refused' in winner || 'refused' in proportional) {
        const why = 'refused' in winner ? winner : proportional;
        const sentence = 'refused' in why ? division.claimsRefusedInWords(why, claims) : '';
        const hint = 'refused' in why && why.refused === 'points do not sum to 100' ? ' Use --scale for that.' : '';
        const place = 'refused' in why && 'party' in why ? places[why.party] : undefined;
        return place === undefined
          ? refused(io, json, `${plain(path)}: ${plain(sentence)}${hint}`)
          : faulty([{ ...place, message: `${sentence}${hint}` }]);
      }
      const document = documentOf(read.name, winner, proportional);
      return answered(io, json, document, linesOf(document, io));
    });
  },
});

function documentOf(
  name: string,
  winner: division.AdjustedWinner,
  proportional: division.ProportionalAllocation,
): DivideDocument {
  const { parties, items, scaled } = winner.claims;
  const rest = (share: solutions.Fraction) => solutions.minus(solutions.fraction(1n), share);
  const divided = ({ shares, totals }: division.Division) => ({
    shares: Object.fromEntries(
      items.map((item, i) => {
        const share = shares[i] ?? solutions.fraction(0n);
        return [item, { [parties[0]]: solutions.asText(share), [parties[1]]: solutions.asText(rest(share)) }];
      }),
    ),
    totals: { [parties[0]]: solutions.asText(totals[0]), [parties[1]]: solutions.asText(totals[1]) },
  });
  const { split } = winner;
  return {
    name,
    parties: [...parties],
    items: [...items],
    scaled: scaled.map((party) => parties[party]),
    adjustedWinner: {
      ...divided(winner),
      split:
        split === null
          ? null
          : {
              item: items[split.item] ?? '',
              from: parties[split.from],
              keeps: solutions.asText(split.keeps),
              to: parties[split.from === 0 ? 1 : 0],
              gets: solutions.asText(rest(split.keeps)),
            },
      steps: [...division.adjustedWinnerSteps(winner)],
      sentence: division.adjustedWinnerInWords(winner),
    },
    proportionalAllocation: {
      ...divided(proportional),
      sentence: division.proportionalAllocationInWords(proportional),
    },
  };
}

function linesOf(
  { name, parties, items, adjustedWinner, proportionalAllocation }: DivideDocument,
  io: Io,
): readonly string[] {
  const sharesIn = ({ shares }: { readonly shares: DivideDocument['adjustedWinner']['shares'] }) =>
    table(
      ['', ...parties],
      items.map((item) => [item, ...parties.map((party) => shares[item]?.[party] ?? '')]),
      io,
    );
  const { adjustedWinnerMethod: exact, proportionalAllocationMethod: inProportion } = division;
  return [
    strong(plain(name), io),
    '',
    strong('Adjusted Winner', io),
    ...wrapped(adjustedWinner.sentence, 80),
    '',
    ...sharesIn(adjustedWinner),
    '',
    ...adjustedWinner.steps.flatMap((step, s) => wrapped(`${s + 1}. ${step}`, 80)),
    '',
    ...wrapped(`It assumes: ${exact.assumes} It misleads: ${exact.misleads}`, 80),
    '',
    strong('Proportional allocation', io),
    ...wrapped(proportionalAllocation.sentence, 80),
    '',
    ...sharesIn(proportionalAllocation),
    '',
    ...wrapped(`It misleads: ${inProportion.misleads}`, 80),
  ];
}
