import { answered, refused } from '../answer.ts';
import { command } from '../command.ts';
import { suggestDocument } from '../packages/document.ts';
import { isSmall } from '../packages/ground.ts';
import { packagesArgs, packagesAsked } from '../packages/packages-args.ts';
import { robustlyIn, robustlyTold } from '../packages/robustly.ts';
import { suggestedInWords } from '../packages/suggested-words.ts';
import { withGround } from '../packages/with-ground.ts';
import { workedOut } from '../progress/threads.ts';
import { explainArg, rawArg, scenarioArgs } from '../scenario-args.ts';
import { plain } from '../wrapped.ts';

/** Suggests packages to think about, and says what could be traded. */
export const suggestCommand = command({
  name: 'suggest',
  does: 'Suggests packages to think about: near the latest offers, fair in different ways, traded from the middle of the offers, and better than the deal for all.',
  more: 'The offers are those of the case that the scenario takes its issues from (issues-of). A suggestion is never the right answer: each says why it is here, what it means for each party, and how often it would still be efficient and acceptable if the weights were not what they are taken for.',
  args: { ...scenarioArgs, ...rawArg, ...packagesArgs, ...explainArg },
  examples: [
    ['parley suggest examples/river', 'Packages between the two cantons’ latest offers.'],
    ['parley suggest laptop/ --off 40 --json', 'With less trust in the stated weights; for another program.'],
  ],
  run: ({ path, json, raw, explain, ...work }, io) => {
    const asked = packagesAsked(work, io, 'suggest');
    if ('misused' in asked) return Promise.resolve(asked.misused);
    return withGround({ path, json, raw }, io, async (read, ground) => {
      const found = await workedOut(io, isSmall(ground), async (threads) => {
        const suggested = await threads.one('suggest', { ground, ...asked, isTried: asked.weightings > 0 });
        if ('refused' in suggested) return suggested;
        const packs = suggested.suggestions.map(({ places }) => places);
        const counts = await robustlyIn(threads, ground, packs, { ...asked, choices: false });
        return { suggested, robustly: packs.map((_, s) => robustlyTold(counts[s])) };
      });
      if (found === null) return refused(io, json, 'This was stopped before it was done.');
      if ('refused' in found)
        return refused(
          io,
          json,
          `${plain(path)}: conditions and interactions tie too many issues together to look for packages.`,
        );
      const { suggested, robustly } = found;
      const words = suggestedInWords(suggested, robustly, read, io, explain === true);
      return answered(io, json, suggestDocument(suggested, robustly, read), words);
    });
  },
});
