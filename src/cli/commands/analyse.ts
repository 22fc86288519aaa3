import { writeFileSync } from 'node:fs';
import { preferences } from '../../analysis/index.ts';
import { analyseAtOnce, analyseIn } from '../analyse/analyse.ts';
import { documentOf } from '../analyse/document.ts';
import { svgOf } from '../analyse/svg.ts';
import { analysisInWords } from '../analyse/words.ts';
import type { ReadScenario } from '../../formats/index.ts';
import { answered, misused, refused } from '../answer.ts';
import { command } from '../command.ts';
import { inThreads } from '../progress/threads.ts';
import { withScenario } from '../scenario-at.ts';
import { explainArg, forceArg, rawArg, scenarioArgs } from '../scenario-args.ts';
import { plain } from '../wrapped.ts';
import { written } from '../written.ts';

const mostPoints = 5_000_000;
const mostSteps = 1_000;

/** Says what packages there are, which are efficient, what each solution chooses, and whether there is room for agreement. */
export const analyseCommand = command({
  name: 'analyse',
  does: 'Says which packages are efficient, which each solution concept would choose and why, and whether there is room for agreement.',
  more: 'Everything is exact where the frontier keeps within --budget; otherwise what is shown says how far it may be off and what is proved. Points are those of whoever stands beside them, and never more than that.',
  args: {
    ...scenarioArgs,
    ...rawArg,
    budget: {
      type: 'string',
      valueHint: 'POINTS',
      default: '100000',
      description: 'The most points that the frontier may keep; more take time and memory.',
    },
    samples: {
      type: 'string',
      valueHint: 'STEPS',
      default: String(preferences.usualSamples),
      description: 'How many even steps of a range without a step are considered.',
    },
    svg: { type: 'string', valueHint: 'FILE', description: 'Draw the frontier into this file as SVG.' },
    ...explainArg,
    ...forceArg,
  },
  examples: [
    ['parley analyse examples/nash-1950', 'Nash’s own example: what Bill and Jack should swap.'],
    ['parley analyse laptop/ --json', 'A folder with a GENIUS domain and two profiles, for another program.'],
    ['parley analyse talks.scenario.yaml --svg frontier.svg', 'The frontier as a picture, too.'],
  ],
  run: ({ path, json, raw, budget, samples, svg, explain, force }, io) => {
    const points = /^\d{1,7}$/.test(budget) ? Number(budget) : 0;
    if (points < 1 || points > mostPoints)
      return Promise.resolve(
        misused(io, 'analyse', `--budget must be a whole number from 1 to ${mostPoints}; it is “${budget}”.`),
      );
    const steps = /^\d{1,4}$/.test(samples) ? Number(samples) : 0;
    if (steps < 1 || steps > mostSteps)
      return Promise.resolve(
        misused(io, 'analyse', `--samples must be a whole number from 1 to ${mostSteps}; it is “${samples}”.`),
      );
    return withScenario({ path, json }, { genius: raw ? 'raw' : 'genius' }, io, async (read) => {
      const { scenario, ceilings } = read;
      if (scenario === null)
        return refused(io, json, `${plain(path)} holds no scenario with points for packages. ${elsewhere(read)}`);
      const question = { scenario, ceilings, budget: points, samples: steps };
      const analysis = analyseAtOnce(question) ?? (await inThreads(io, (threads) => analyseIn(threads, question)));
      if (analysis === null) return refused(io, json, 'This was stopped before it was done.');
      if (svg !== undefined) {
        const picture = svgOf(analysis, read.name);
        if (force) writeFileSync(svg, picture, { mode: 0o600 });
        else if (!written(svg, picture))
          return refused(io, json, `${plain(svg)} is there already. Name another file, or use --force.`);
      }
      return answered(io, json, documentOf(analysis, read), analysisInWords(analysis, read, io, explain === true));
    });
  },
});

/** Which command the file is for. */
const elsewhere = ({ conflict, exchange, talks }: Pick<ReadScenario, 'conflict' | 'exchange' | 'talks'>): string =>
  [
    ...(talks === null
      ? []
      : [
          'It is a case: parley headway says where its sides stand and what headway they make. A scenario beside it can take its issues, with “issues-of”.',
        ]),
    ...(conflict === null ? [] : ['It holds a conflict: see parley conflict.']),
    ...(exchange === null ? [] : ['It holds steps to be put in order: see parley sequence.']),
  ].join(' ');
