import { readFolder, type Read, type Reading, type ReadScenario } from '../../src/formats/scenario/index.ts';

// A well on the border of two farms.

/** A domain in GENIUS XML: an option, an integer and a real issue. */
export const domain = [
  /*  1 */ '<?xml version="1.0" encoding="UTF-8"?>',
  /*  2 */ '<negotiation_template>',
  /*  3 */ '  <!-- A well on the border of two farms. -->',
  /*  4 */ '  <utility_space number_of_issues="3">',
  /*  5 */ '    <objective index="0" name="root" type="objective" etype="objective" description="">',
  /*  6 */ '      <issue index="1" name="Keeper" type="discrete" vtype="discrete" etype="discrete">',
  /*  7 */ '        <item index="1" value="Hill &amp; son" />',
  /*  8 */ '        <item index="2" value="Vale" />',
  /*  9 */ '      </issue>',
  /* 10 */ '      <issue index="2" name="Days" type="integer" vtype="integer" etype="integer" lowerbound="2" upperbound="6" />',
  /* 11 */ '      <issue index="3" name="Depth" type="real" vtype="real" etype="real">',
  /* 12 */ '        <range lowerbound="0" upperbound="20" />',
  /* 13 */ '      </issue>',
  /* 14 */ '    </objective>',
  /* 15 */ '  </utility_space>',
  /* 16 */ '</negotiation_template>',
];

/** A profile for it, whose weights sum to 1.2. */
export const hill = [
  /*  1 */ '<utility_space>',
  /*  2 */ '  <objective index="0" name="hill" type="objective" etype="objective" description="">',
  /*  3 */ '    <issue index="1" name="Keeper"',
  /*  4 */ '      type="discrete">',
  /*  5 */ '      <item index="1" value="Hill &amp; son" evaluation="8" />',
  /*  6 */ '      <item index="2" value="Vale" evaluation="2" />',
  /*  7 */ '    </issue>',
  /*  8 */ '    <issue index="2" name="Days" type="integer" lowerbound="2" upperbound="6">',
  /*  9 */ '      <evaluator ftype="linear" slope="0.5" offset="0.25" />',
  /* 10 */ '    </issue>',
  /* 11 */ '    <issue index="3" name="Depth" type="real">',
  /* 12 */ '      <range lowerbound="0" upperbound="20" />',
  /* 13 */ '      <evaluator ftype="linear" parameter0="1.5" parameter1="-0.1" />',
  /* 14 */ '    </issue>',
  /* 15 */ '    <weight index="1" value="0.5" />',
  /* 16 */ '    <weight index="2" value="0.3" />',
  /* 17 */ '    <weight index="3" value="0.4" />',
  /* 18 */ '  </objective>',
  /* 19 */ '  <discount_factor value="0.9" />',
  /* 20 */ '  <reservation value="0.25" />',
  /* 21 */ '</utility_space>',
];

/** Another profile, with a triangle, and without discount and reservation. */
export const vale = hill
  .map((line) =>
    line
      .replace('"8"', '"1"')
      .replace('"2" />', '"4" />')
      .replace('ftype="linear" parameter0="1.5"', 'ftype="triangular" parameter2="5" parameter0="-5"')
      .replace('parameter1="-0.1"', 'parameter1="15"')
      .replace('value="0.4"', 'value="0.2"'),
  )
  .filter((line) => !/discount|reservation/.test(line));

/** What the three files give, with some of them changed. */
export const readWell = (
  parts: { domain?: readonly string[]; hill?: readonly string[] } = {},
  genius: Reading['genius'] = 'genius',
): Read<ReadScenario> =>
  readFolder(
    [
      { name: 'well.xml', content: (parts.domain ?? domain).join('\n') },
      { name: 'hill.xml', content: (parts.hill ?? hill).join('\n') },
      { name: 'vale.xml', content: vale.join('\n') },
    ],
    { genius },
  );

/** The lines with texts on some of them replaced; lines are counted from 1. */
export function replaced(
  lines: readonly string[],
  ...changes: readonly (readonly [number, string, string])[]
): readonly string[] {
  return lines.map((line, i) =>
    changes.reduce((text, [at, from, to]) => {
      if (at !== i + 1) return text;
      if (!text.includes(from)) throw new Error(`line ${at} has no ${from}`);
      return text.replace(from, to);
    }, line),
  );
}
