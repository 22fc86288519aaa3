import fc from 'fast-check';
import { carries } from './acts.ts';
import { knows, sideOf } from './cast.ts';
import { from, terms, verdict, word } from './chance.ts';
import type { Element } from './histories.ts';
import { settingsKnown, waysIn, type Perspective, type Way } from './perspective.ts';
import type { Slot, Step, TermPlan } from './steps.ts';

/** Something confided that is later carried to where the observer reads it: the released terms are the same in every world, and nothing else is. */
export function disclosure(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter(
    (way) =>
      !knows(cast, observer, way.said) &&
      knows(cast, observer, way.widest) &&
      way.mediator !== observer &&
      way.who !== observer,
  );
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({
          carried: terms,
          extra: extras,
          changed: extras,
          attribution: fc.constantFrom('attributed', 'unattributed'),
          words: word,
          covering: word,
          expires: fc.boolean(),
          after: fc.nat({ max: 3 }),
          again: fc.boolean(),
        })
        .map(({ carried, extra, changed, attribution, expires, after, again, ...carry }): Element => {
          const propose = (more: Extra): readonly Step[] => [
            {
              act: 'propose',
              who: chosen.who,
              room: chosen.room,
              terms: withExtra(carried, more, attribution),
              note: more.note,
              expires,
            },
          ];
          const carryAt = (from: number): Step => ({
            act: 'carry',
            who: chosen.mediator,
            source: { slot: from },
            issues: carried.map(({ issue }) => issue),
            verdict: false,
            to: chosen.to,
            attribution,
            ...carry,
          });
          return [
            {
              after: 0,
              slot: () => ({
                kind: 'confided',
                told: propose(extra),
                changed: propose(changed),
                silent: propose(nothingMore),
              }),
            },
            { after, slot: (placeOf) => ({ kind: 'open', step: carryAt(placeOf(0)) }) },
            ...(again
              ? [
                  {
                    after: 1,
                    slot: (placeOf: (part: number) => number): Slot => ({ kind: 'open', step: carryAt(placeOf(0)) }),
                  },
                ]
              : []),
          ];
        }),
    ),
  );
}

/** An answer of a side to what was put to it alone, carried to where the observer reads it; its note and its other conditions are not the same. */
export function answered(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter(
    (way) =>
      way.room.startsWith('caucus') &&
      !knows(cast, observer, way.said) &&
      knows(cast, observer, way.widest) &&
      way.mediator !== observer,
  );
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({
          put: terms,
          carried: terms,
          extra: extras,
          changed: extras,
          verdict,
          words: word,
          covering: word,
          after: fc.nat({ max: 3 }),
        })
        .map(({ put, carried, extra, changed, verdict: given, after, ...carry }): Element => {
          const conditional = given === 'acceptIf' || given === 'counter';
          const side = sideOf(cast, chosen.who) ?? '';
          const same = (step: Step): Slot => ({ kind: 'confided', told: [step], changed: [step], silent: [step] });
          const answer = (more: Extra, slot: number): readonly Step[] => [
            {
              act: 'answer',
              who: chosen.who,
              which: { slot },
              verdict: given,
              release: 'convey',
              terms: conditional ? withExtra(carried, more, 'attributed') : [],
              note: more.note,
            },
          ];
          return [
            {
              after: 0,
              slot: () =>
                same({
                  act: 'putForward',
                  who: chosen.mediator,
                  to: [side],
                  manner: 'apart',
                  terms: put,
                  words: 'between the two',
                }),
            },
            {
              after,
              slot: (placeOf) => ({
                kind: 'confided',
                told: answer(extra, placeOf(0)),
                changed: answer(changed, placeOf(0)),
                silent: answer(nothingMore, placeOf(0)),
              }),
            },
            {
              after,
              slot: (placeOf) => ({
                kind: 'open',
                step: {
                  act: 'carry',
                  who: chosen.mediator,
                  source: { slot: placeOf(1) },
                  issues: conditional ? carried.map(({ issue }) => issue) : [],
                  verdict: true,
                  to: chosen.to,
                  attribution: 'attributed',
                  ...carry,
                },
              }),
            },
          ];
        }),
    ),
  );
}

/** What a proposal holds besides the terms that are carried from it. */
interface Extra {
  readonly others: readonly TermPlan[];
  readonly note: string;
  readonly words: string;
  readonly floated: boolean;
}

const extras: fc.Arbitrary<Extra> = fc.record({
  others: fc.oneof(fc.constant([]), terms),
  note: word,
  words: word,
  floated: fc.boolean(),
});
const nothingMore: Extra = { others: [], note: '', words: '', floated: false };

/** The terms that are carried, as their side worded and released them, among others that are not. */
function withExtra(
  carried: readonly TermPlan[],
  { others, words, floated }: Extra,
  attribution: 'attributed' | 'unattributed',
): readonly TermPlan[] {
  const released = carried.map((term): TermPlan => ({
    ...term,
    words,
    release: attribution === 'unattributed' && floated ? 'float' : 'convey',
  }));
  return [...others.filter(({ issue }) => carried.every((term) => term.issue !== issue)), ...released];
}

/** A proposal with every term released alike, and the carrying of it at once. */
export const proposedAndCarried = (
  way: Way,
  released: fc.Arbitrary<TermPlan['release']>,
): fc.Arbitrary<readonly Step[]> =>
  fc
    .record({ offered: terms, release: released, carry: carries(way, { slot: 'here' }) })
    .map(({ offered, release, carry }) => [
      {
        act: 'propose',
        who: way.who,
        room: way.room,
        terms: offered.map((one) => ({ ...one, release })),
        note: '',
        expires: false,
      },
      { ...carry, issues: offered.map(({ issue }) => issue), verdict: false },
    ]);

/** Something that the observer offers, what is carried of it to another side, and what becomes of it: all of it open. */
export function offer(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter((way) => way.who === observer);
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({
          offered: terms,
          carry: carries(chosen, { latestOf: observer }),
          revised: terms,
          ends: fc.boolean(),
          note: word,
          after: fc.nat({ max: 2 }),
        })
        .map(({ offered, carry, revised, ends, note, after }): Element => {
          const who = observer;
          const released = offered.map((one): TermPlan => ({ ...one, release: 'convey' }));
          const open = (step: Step, delay = after) => ({ after: delay, slot: (): Slot => ({ kind: 'open', step }) });
          return [
            open({ act: 'propose', who, room: chosen.room, terms: released, note, expires: false }, 0),
            open({ ...carry, issues: offered.map(({ issue }) => issue), verdict: false }),
            open({ act: 'revise', who, which: 0, terms: revised, note }),
            ...(ends ? [open({ act: 'withdraw', who, which: 0, words: note })] : []),
          ];
        }),
    ),
  );
}

/** Something on the agenda that the observer may know, and a change to it. */
export function keptUp(perspective: Perspective): fc.Arbitrary<Element> | null {
  const side = sideOf(perspective.cast, perspective.observer);
  return from(settingsKnown(perspective, true), (place) =>
    fc
      .record({ place, what: fc.constantFrom('meeting', 'round', 'person'), words: word, after: fc.nat({ max: 2 }) })
      .map(({ place: { who, knownTo }, what, words, after }): Element => {
        const first: Step =
          what === 'person'
            ? { act: 'appoint', who, place: side === null ? 'mediator.envoy' : `delegate.${side}`, name: words }
            : { act: 'agenda', who, what, knownTo, words };
        return [
          { after: 0, slot: () => ({ kind: 'open', step: first }) },
          { after, slot: () => ({ kind: 'open', step: { act: 'change', who, what, which: 0, words } }) },
        ];
      }),
  );
}
