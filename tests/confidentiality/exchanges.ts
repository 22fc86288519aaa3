import fc from 'fast-check';
import { carries, putsForward } from './acts.ts';
import { sideOf } from './cast.ts';
import { from, terms, verdict, which, word } from './chance.ts';
import type { Element } from './histories.ts';
import { mediating, recipients, waysIn, type Perspective } from './perspective.ts';
import type { Slot, Step } from './steps.ts';

/** What is put to the observer's side, the answer of the observer, and the carrying of that answer to others: all of it open. */
export function exchange(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter((way) => way.who === observer && way.room.startsWith('caucus'));
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({
          put: putsForward(fc.constantFrom(...mediating(perspective)), recipients(perspective)),
          answer: fc.record({
            act: fc.constant('answer'),
            who: fc.constant(observer),
            which: fc.constant(0),
            verdict,
            release: fc.constant('convey'),
            terms,
            note: word,
          }),
          carry: carries(chosen, { latestOf: observer }),
          end: fc.record({
            act: fc.constant('withdrawPut'),
            who: fc.constant(chosen.mediator),
            to: fc.constant(sideOf(cast, observer) ?? ''),
            which,
            words: word,
          }),
          after: fc.nat({ max: 2 }),
        })
        .map(({ put, answer, carry, end, after }): Element => {
          const conditional = answer.verdict === 'acceptIf' || answer.verdict === 'counter';
          const open = (step: Step, delay = after) => ({ after: delay, slot: (): Slot => ({ kind: 'open', step }) });
          return [
            open(put, 0),
            open({ ...answer, terms: conditional ? answer.terms.map((one) => ({ ...one, release: 'convey' })) : [] }),
            open({
              ...carry,
              issues: conditional ? answer.terms.map(({ issue }) => issue) : [],
              verdict: true,
              attribution: 'attributed',
            }),
            open(end),
          ];
        }),
    ),
  );
}
