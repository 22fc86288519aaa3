import fc from 'fast-check';
import { agenda, positions, proposes, says, things } from './acts.ts';
import type { Who } from './cast.ts';
import { from, word } from './chance.ts';
import type { Element } from './histories.ts';
import { others, roomsOf, settingsKnown, type Perspective } from './perspective.ts';
import type { Step } from './steps.ts';

/** Something confided, and later what could meet what it left behind: the like of it, done openly or by the observer itself, or the observer reaching for it. */
export function twins(perspective: Perspective): readonly fc.Arbitrary<Element>[] {
  const { observer } = perspective;
  const mine = { ...perspective, only: observer };
  const own = roomsOf(perspective, true).filter(({ speakers }) => speakers.includes(observer));
  const unheard = roomsOf(perspective, false);
  const [unknown, known] = [settingsKnown(perspective, false), settingsKnown(perspective, true)];
  const strangers = others(perspective).filter((who) => who !== 'ria');
  const wrong = fc
    .constantFrom(...strangers)
    .map((name): readonly Step[] => Array.from({ length: 2 }, () => ({ act: 'signIn', name, right: false })));
  const then = (
    first: fc.Arbitrary<readonly Step[]> | null,
    second: fc.Arbitrary<(slot: number, by: Who) => Step> | null,
  ): fc.Arbitrary<Element> | null =>
    first === null || second === null
      ? null
      : fc.tuple(first, second, fc.nat({ max: 2 })).map(([told, made, after]) => [
          { after: 0, slot: () => ({ kind: 'confided', told, changed: [], silent: [] }) },
          { after, slot: (placeOf) => ({ kind: 'open', step: made(placeOf(0), whoIn(told)) }) },
        ]);
  const later = (step: fc.Arbitrary<Step> | null): fc.Arbitrary<() => Step> | null =>
    step?.map((one) => () => one) ?? null;
  const one = (step: fc.Arbitrary<Step> | null): fc.Arbitrary<readonly Step[]> | null =>
    step?.map((only) => [only]) ?? null;
  const reached = fc.nat({ max: 60 }).map((route) => (slot: number, whose: Who): Step => ({
    act: 'reach',
    who: observer,
    whose,
    slot,
    route,
  }));
  const made = from(
    [
      says(perspective, unheard),
      proposes(perspective, unheard),
      positions(perspective, unheard),
      from(unknown, (place) => place.chain(({ who, knownTo }) => agenda(who, knownTo))),
    ].filter((step) => step !== null),
    (step) => step.chain((chosen) => chosen),
  );
  const onAgenda =
    unknown.length === 0 || known.length === 0
      ? null
      : fc
          .record({
            secret: fc.constantFrom(...unknown),
            open: fc.constantFrom(...known),
            what: fc.constantFrom(...things),
            words: word,
            after: fc.nat({ max: 2 }),
          })
          .map(({ secret, open, what, words, after }): Element => [
            {
              after: 0,
              slot: () => ({
                kind: 'confided',
                told: [{ act: 'agenda', what, words, ...secret }],
                changed: [],
                silent: [],
              }),
            },
            { after, slot: () => ({ kind: 'open', step: { act: 'agenda', what, words, ...open } }) },
          ]);
  const sameWords = word.chain(
    (words) =>
      then(
        one(says(perspective, unheard)?.map((step) => ({ ...step, words }) as Step) ?? null),
        later(says(mine, own)?.map((step) => ({ ...step, words }) as Step) ?? null),
      ) ?? fc.constant([]),
  );
  const all = [
    onAgenda,
    onAgenda,
    own.length === 0 ? null : sameWords,
    then(one(made), reached),
    then(one(made), reached),
    then(one(proposes(perspective, unheard)), later(proposes(mine, own))),
    then(
      wrong,
      fc.boolean().map((right) => () => ({ act: 'signIn', name: observer, right })),
    ),
  ];
  return all.filter((element) => element !== null);
}

/** Who takes the first of some steps. */
const whoIn = ([step]: readonly Step[]): Who => (step !== undefined && 'who' in step ? step.who : 'ana');
