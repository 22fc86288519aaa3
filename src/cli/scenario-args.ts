import type { ArgsDef } from 'citty';

/** The arguments that every command about a scenario takes. */
export const scenarioArgs = {
  path: {
    type: 'positional',
    required: true,
    description:
      'A file or a folder, recognised by what is in it: a Parley scenario, GENIUS XML, NegMAS, GeniusWeb, NegoLog, or a CSV table of points.',
  },
  json: { type: 'boolean', description: 'Answer with one JSON document, as docs/analyse.md describes.' },
} as const satisfies ArgsDef;

/** Whether each method is explained where its result stands. */
export const explainArg = {
  explain: {
    type: 'boolean',
    description: 'Say of each method what it means, what it assumes, when it misleads, and who it is by.',
  },
} as const satisfies ArgsDef;

/** How GENIUS files are read. */
export const rawArg = {
  raw: {
    type: 'boolean',
    description:
      'Take the evaluations of GENIUS files as they stand; otherwise they are read as GENIUS does, divided by the greatest of their issue.',
  },
} as const satisfies ArgsDef;

/** Whether files that are there already may be written over. */
export const forceArg = {
  force: { type: 'boolean', description: 'Write over files that are there already.' },
} as const satisfies ArgsDef;
