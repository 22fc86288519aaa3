import { expect, it } from 'vitest';
import { domain, hill, readWell, replaced } from '../../../../tests/support/well-in-genius.ts';

type Change = readonly [line: number, from: string, to: string];
const wrong: readonly (readonly ['domain' | 'hill', string, Change, string])[] = [
  [
    'hill',
    'a DOCTYPE',
    [1, '<utility_space>', '<!DOCTYPE x [<!ENTITY a "b">]><utility_space>'],
    '1: A DOCTYPE is not read: it could name entities and other files. Leave it out.',
  ],
  ['hill', 'an entity', [2, '"hill"', '"&bomb;"'], '2: This is not well-formed XML: undefined entity.'],
  [
    'hill',
    'a processing instruction',
    [2, '<objective', '<?run it?><objective'],
    '2: A processing instruction (<?…?>) is not read. Leave it out.',
  ],
  ['hill', 'text', [7, '</issue>', '</issue>worth it'], '8: Text has no place here: values stand in attributes.'],
  ['hill', 'CDATA', [7, '</issue>', '</issue><![CDATA[x]]>'], '7: Text has no place here: values stand in attributes.'],
  ['hill', 'a tag that does not close', [7, '</issue>', ''], '18: This is not well-formed XML: unexpected close tag.'],
  [
    'hill',
    'an unknown element',
    [7, '</issue>', '</issue><hyperRectangle />'],
    '7: An element <hyperRectangle> in <objective> is not known; only additive utility is read.',
  ],
  [
    'hill',
    'an objective in an objective',
    [7, '</issue>', '</issue><objective />'],
    '7: Objectives within objectives are not read.',
  ],
  [
    'hill',
    'something in an evaluator',
    [9, ' />', '><x /></evaluator>'],
    '9: An element <x> in <evaluator> is not known; only additive utility is read.',
  ],
  [
    'hill',
    'NaN',
    [6, 'evaluation="2"', 'evaluation="NaN"'],
    '6: The evaluation of this <item> is “NaN”, which is no number.',
  ],
  [
    'hill',
    'an infinite weight',
    [15, '0.5', '1e999'],
    '15: The value of this <weight> is “1e999”, which is no number.',
  ],
  ['hill', 'a decimal comma', [15, '0.5', '0,5'], '15: The value of this <weight> is “0,5”, which is no number.'],
  ['hill', 'a negative weight', [15, '0.5', '-0.5'], '15: The weight of issue 1 is -0.5; it must be at least 0.'],
  [
    'hill',
    'a negative evaluation',
    [6, 'evaluation="2"', 'evaluation="-2"'],
    '6: The evaluation of “Vale” is -2; it must be at least 0.',
  ],
  ['hill', 'no weight', [16, '<weight index="2" value="0.3" />', ''], '8: There is no weight for the issue “Days”.'],
  ['hill', 'two weights', [16, '"2"', '"1"'], '16: Issue 1 has two weights.'],
  ['hill', 'a weight of nothing', [16, '"2"', '"9"'], '16: There is no issue with the index 9.'],
  [
    'hill',
    'a missing option',
    [6, '<item index="2" value="Vale" evaluation="2" />', ''],
    '3: There is no evaluation for the option “Vale” of “Keeper”.',
  ],
  [
    'hill',
    'an option twice',
    [6, 'value="Vale"', 'value="Hill &amp; son"'],
    '6: Issue “Keeper” has the option “Hill & son” twice.',
  ],
  [
    'hill',
    'an option that is none',
    [6, 'value="Vale"', 'value="Vael"'],
    '6: There is no option “Vael” of “Keeper” in the domain; did you mean “Vale”?',
  ],
  ['hill', 'no evaluation', [6, ' evaluation="2"', ''], '6: This <item> has no evaluation.'],
  ['hill', 'another issue', [8, '"Days"', '"Weeks"'], '8: There is no issue “Weeks” in the domain.'],
  ['hill', 'an issue twice', [8, '"Days"', '"Keeper"'], '8: There are two issues “Keeper”.'],
  ['hill', 'an index twice', [8, 'index="2"', 'index="1"'], '8: There are two issues with the index 1.'],
  ['hill', 'another range', [8, '"6"', '"7"'], '8: The range of “Days” is another one in the domain.'],
  [
    'hill',
    'another type',
    [8, 'type="integer" lowerbound="2" upperbound="6"', 'type="discrete"'],
    '9: Issue “Days” is discrete; a <evaluator> has no place in it.',
  ],
  [
    'hill',
    'an unknown type',
    [8, 'type="integer"', 'type="ordinal"'],
    '8: Issue “Days” is of type “ordinal”, which is not read; discrete, integer and real are.',
  ],
  [
    'hill',
    'an unknown form',
    [9, '"linear"', '"faratin"'],
    '9: An evaluator of form “faratin” is not read for this type of issue; linear is, and for real issues constant and triangular.',
  ],
  [
    'hill',
    'no evaluator',
    [9, '<evaluator ftype="linear" slope="0.5" offset="0.25" />', ''],
    '8: The issue “Days” has no <evaluator>.',
  ],
  [
    'hill',
    'two reservations',
    [19, '<discount_factor value="0.9" />', '<reservation value="0" />'],
    '20: There is a second <reservation>.',
  ],
  ['hill', 'an impossible discount', [19, '0.9', '1.5'], '1: The discount factor is 1.5; it must lie between 0 and 1.'],
  [
    'domain',
    'a range that goes down',
    [10, 'lowerbound="2"', 'lowerbound="7"'],
    '10: The range of “Days” goes from 7 to 6; it must go upwards.',
  ],
  [
    'domain',
    'a broken bound',
    [10, 'lowerbound="2"', 'lowerbound="2.5"'],
    '10: Issue “Days” is integer; its bounds must be whole numbers.',
  ],
  [
    'domain',
    'several types',
    [10, 'vtype="integer"', 'vtype="real"'],
    '10: Issue “Days” has several types: real, integer, integer.',
  ],
];

it.for(wrong)('refuses in the %s %s', ([part, , change, expected]) => {
  const found = readWell({ [part]: replaced(part === 'domain' ? domain : hill, change) });
  const faults = 'errors' in found ? found.errors : [];
  expect(
    faults
      .filter(({ file }) => file === (part === 'domain' ? 'well.xml' : 'hill.xml'))
      .map(({ line, message }) => `${line}: ${message}`),
  ).toContain(expected);
});
