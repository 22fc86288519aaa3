import { solutionNames } from '../analyse/bargain.ts';
import { answered, misused, refused } from '../answer.ts';
import { command } from '../command.ts';
import { chosenPackage } from '../packages/chosen.ts';
import { examineDocument } from '../packages/document.ts';
import { isSmall } from '../packages/ground.ts';
import { packagesArgs, packagesAsked } from '../packages/packages-args.ts';
import { robustlyIn, robustlyTold } from '../packages/robustly.ts';
import { examinedInWords } from '../packages/examined-words.ts';
import { withGround } from '../packages/with-ground.ts';
import { workedOut } from '../progress/threads.ts';
import { explainArg, rawArg, scenarioArgs } from '../scenario-args.ts';
import { plain } from '../wrapped.ts';

/** Says what one package means, what would be better for all, and what it depends on. */
export const examineCommand = command({
  name: 'examine',
  does: 'Says of one package what it means for each party, what would be better for all, what would have to be true for all to accept it, and how much depends on the weights.',
  more: 'Name the package by its answers, by the solution that chooses it, or by the party whose latest offer it is.',
  args: {
    ...scenarioArgs,
    package: {
      type: 'string',
      valueHint: 'ANSWERS',
      description: 'An answer to every issue: “ISSUE=ANSWER; ISSUE=ANSWER; …”, or a JSON object.',
    },
    solution: { type: 'enum', options: [...solutionNames], description: 'The package that this solution chooses.' },
    offer: {
      type: 'string',
      valueHint: 'PARTY',
      description: 'The latest offer of this party in the case that the scenario takes its issues from.',
    },
    ...rawArg,
    ...packagesArgs,
    ...explainArg,
  },
  examples: [
    ['parley examine examples/river --solution nash', 'The Nash solution, and what it depends on.'],
    ['parley examine examples/river --offer Upstream', 'What Upstream’s latest offer would mean as a deal.'],
    ['parley examine talks.scenario.yaml --package "Price=40; Delivery=May"', 'A package that somebody thought of.'],
  ],
  run: ({ path, json, raw, explain, package: text, solution, offer, ...work }, io) => {
    const asked = packagesAsked(work, io, 'examine');
    if ('misused' in asked) return Promise.resolve(asked.misused);
    if ([text, solution, offer].filter((each) => each !== undefined).length !== 1)
      return Promise.resolve(misused(io, 'examine', 'Name one package: --package, --solution or --offer.'));
    return withGround({ path, json, raw }, io, async (read, ground) => {
      const found = await workedOut(io, isSmall(ground), async (threads) => {
        const chosen = await chosenPackage({ text, solution, offer }, ground, asked.budget, threads);
        if ('refused' in chosen) return chosen;
        const examined = await threads.one('examine', { ground, pack: chosen.pack, ...asked });
        if ('refused' in examined)
          return { refused: `The package breaks ${examined.broken.map((name) => `“${name}”`).join(' and ')}.` };
        const [counts] = await robustlyIn(threads, ground, [chosen.pack], { ...asked, choices: true });
        return {
          examined: { ...examined, why: chosen.notes, notes: [...chosen.notes, ...examined.notes] },
          robustly: robustlyTold(counts),
        };
      });
      if (found === null) return refused(io, json, 'This was stopped before it was done.');
      if ('refused' in found) return refused(io, json, `${plain(path)}: ${plain(found.refused)}`);
      const { examined, robustly } = found;
      const words = examinedInWords(examined, robustly, read, io, explain === true);
      return answered(io, json, examineDocument(examined, robustly, read), words);
    });
  },
});
