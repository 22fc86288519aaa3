import { readFiles } from './scenario-files.ts';

const points = '{ depth: { low: 1, high: 0 }, owner: { hill: 1, vale: 0 }, total: { all: 1, half: 0 } }';

/** What a Parley scenario on a well gives, whose second party, hill, has these lines about its weights, from line 15 on. */
export const wellWithWeights = (...lines: readonly string[]) =>
  readFiles({
    'x.yaml': [
      'parley-scenario: 1',
      'name: A well',
      'provenance: Fiction.',
      'issues:',
      '  depth: { name: Depth, options: { low: Low, high: High } }',
      '  owner: { name: Owner, options: { hill: Hill, vale: Vale } }',
      '  total: { name: Total, options: { all: All, half: Half } }',
      'profiles:',
      '  vale:',
      '    provenance: own',
      `    points: ${points}`,
      '  hill:',
      '    provenance: own',
      `    points: ${points}`,
      ...lines.map((line) => `    ${line}`),
    ].join('\n'),
  });
