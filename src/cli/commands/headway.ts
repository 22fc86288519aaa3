import { answered, refused } from '../answer.ts';
import { command } from '../command.ts';
import { documentOf } from '../headway/document.ts';
import { headwayOf } from '../headway/headway.ts';
import { headwayInWords } from '../headway/words.ts';
import { withScenario } from '../scenario-at.ts';
import { explainArg, scenarioArgs } from '../scenario-args.ts';
import { plain } from '../wrapped.ts';

/** Says where the sides of a case stand, what each round brought, and how long it may take. */
export const headwayCommand = command({
  name: 'headway',
  does: 'Says where the sides of a case stand, what each round brought, which obstacles arose and what shows them, who moved, and what the pace so far foretells.',
  more: 'Everything in the file counts, what a side said in confidence, too: the answer is for those who may read all of it. Where a scenario beside the case has the sides’ points, gaps in utility are said with it.',
  args: {
    ...scenarioArgs,
    path: {
      ...scenarioArgs.path,
      description: 'A case file, or a folder with one, alone or with a scenario that takes its issues.',
    },
    ...explainArg,
  },
  examples: [
    ['parley headway examples/river', 'Where the two cantons stand after four rounds, with the gaps in utility, too.'],
    ['parley headway talks.yaml --explain', 'With what each measure means, assumes, and when it misleads.'],
    ['parley headway talks.yaml --json', 'For another program: every round, every move and what shows it.'],
  ],
  run: ({ path, json, explain }, io) =>
    withScenario({ path, json }, {}, io, (read) => {
      if (read.talks === null)
        return refused(
          io,
          json,
          `${plain(path)} holds no talks: name a case file, or a scenario that takes its issues from a case (“issues-of”).`,
        );
      const found = headwayOf(read.talks, read, io.now());
      if (found.talks.issues.length === 0)
        return refused(
          io,
          json,
          `${plain(found.name)} has no issues, so there is no gap to measure. Put them on the agenda under “issues”, as docs/case-file.md describes.`,
        );
      return answered(io, json, documentOf(found, read), headwayInWords(found, read, io, explain === true));
    }),
});
