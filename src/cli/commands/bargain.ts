import { preferences } from '../../analysis/index.ts';
import { answered, misused, refused } from '../answer.ts';
import type { NotBargained } from '../bargain/bargained.ts';
import { bargainedInWords } from '../bargain/bargained-words.ts';
import { bargainDocument } from '../bargain/document.ts';
import { command } from '../command.ts';
import { isSmall } from '../packages/ground.ts';
import { workedOut } from '../progress/threads.ts';
import { withScenario } from '../scenario-at.ts';
import { explainArg, rawArg, scenarioArgs } from '../scenario-args.ts';
import { plain } from '../wrapped.ts';

/** Points beyond this take Raiffa’s paths too long to follow. */
const budget = 20_000;

/** Shows where bargaining by stated rules leads. */
export const bargainCommand = command({
  name: 'bargain',
  does: 'Shows where bargaining by stated rules would lead: Zeuthen’s concessions, Rubinstein’s offers in turn, Raiffa’s interim agreements, a draw between packages, and falling back together.',
  more: 'What each concept of fairness would choose, without any path to it, is what parley analyse says.',
  args: {
    ...scenarioArgs,
    ...rawArg,
    patience: {
      type: 'string',
      valueHint: 'N,N',
      default: '0.9,0.9',
      description:
        'For offers in turn: what part of its gains a round’s delay leaves each of the two parties, in their order.',
    },
    ...explainArg,
  },
  examples: [
    ['parley bargain examples/nash-1950', 'Where Bill and Jack would get by each rule.'],
    ['parley bargain examples/river --patience 0.95,0.8', 'If waiting costs the second side more.'],
  ],
  run: ({ path, json, raw, patience: text, explain }, io) => {
    const patience = text.split(',').map((part) => (/^(0|0?\.\d{1,9})$/.test(part.trim()) ? Number(part) : Number.NaN));
    const [first = Number.NaN, second = Number.NaN, ...others] = patience;
    if (Number.isNaN(first) || Number.isNaN(second) || others.length > 0)
      return Promise.resolve(
        misused(io, 'bargain', `--patience must be two numbers from 0 to below 1, such as 0.9,0.8; it is “${text}”.`),
      );
    return withScenario({ path, json }, { genius: raw ? 'raw' : 'genius' }, io, async (read) => {
      if (read.scenario === null || read.scenario.profiles.length === 0)
        return refused(io, json, `${plain(path)} says nothing of what packages are worth.`);
      const { scenario, ceilings } = read;
      const question = {
        scenario,
        ceilings,
        budget,
        samples: preferences.usualSamples,
        patience: [first, second] as const,
      };
      const found = await workedOut(io, isSmall({ scenario }), (threads) => threads.one('bargain', question));
      if (found === null) return refused(io, json, 'This was stopped before it was done.');
      if ('refused' in found) return refused(io, json, `${plain(path)}: ${why[found.refused]}`);
      return answered(
        io,
        json,
        bargainDocument(found, [first, second], read),
        bargainedInWords(found, read, io, explain === true),
      );
    });
  },
});

const why: Readonly<Record<NotBargained['refused'], string>> = {
  'too many points': `these rules look at the whole frontier, which has more than ${budget.toLocaleString('en')} points here. What can be found without it: parley analyse.`,
  entangled: 'conditions and interactions tie too many issues together to make the frontier.',
  'range without a step': 'these rules look at separate packages; give the ranges a step.',
};
