import fc from 'fast-check';
import {
  agenda,
  answers,
  carries,
  keeps,
  positions,
  proposes,
  putsForward,
  revises,
  says,
  values,
  withdraws,
} from './acts.ts';
import { knows, sideOf } from './cast.ts';
import { from, oneOf, release, weighted, which, word, type Weighted } from './chance.ts';
import { answered, disclosure, keptUp, offer, proposedAndCarried } from './disclosures.ts';
import { exchange } from './exchanges.ts';
import type { Element } from './histories.ts';
import {
  hears,
  mediating,
  others,
  recipients,
  roomsOf,
  settingsKnown,
  waysIn,
  type Perspective,
} from './perspective.ts';
import type { Slot, Step } from './steps.ts';
import { twins } from './twins.ts';

/** One thing that happens: open, confided, or something confided and then disclosed; and what the observer does itself. */
export function elements(perspective: Perspective): fc.Arbitrary<Element> {
  const open = openSteps(perspective);
  const confided = confidedSteps(perspective);
  const alone = (slot: fc.Arbitrary<Slot>): fc.Arbitrary<Element> =>
    slot.map((made) => [{ slot: () => made, after: 0 }]);
  const asOpen = (step: fc.Arbitrary<Step>): fc.Arbitrary<Element> =>
    alone(step.map((made) => ({ kind: 'open', step: made })));
  return fc.oneof(
    { weight: 8, arbitrary: asOpen(ownSteps(perspective)) },
    { weight: 5, arbitrary: asOpen(open) },
    {
      weight: 8,
      arbitrary: alone(
        fc
          .record({
            told: fc.array(confided, { minLength: 1, maxLength: 2 }),
            changed: fc.array(confided, { maxLength: 2 }),
          })
          .map(({ told, changed }) => ({ kind: 'confided', told: told.flat(), changed: changed.flat(), silent: [] })),
      ),
    },
    ...[
      weighted(3, disclosure(perspective)),
      weighted(1, answered(perspective)),
      weighted(1, exchange(perspective)),
      weighted(1, offer(perspective)),
      weighted(1, keptUp(perspective)),
    ].filter((one) => one !== null),
    ...twins(perspective).map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** One thing that happens and that no later page of the observer's depends on, but for the room in which it was said. */
export function calm(perspective: Perspective): fc.Arbitrary<Element> {
  const mine = { ...perspective, only: perspective.observer };
  const rooms = roomsOf(perspective, true);
  const own = rooms.filter(({ speakers }) => speakers.includes(perspective.observer));
  const open = oneOf(says(mine, own), proposes(mine, own), positions(mine, own), says(perspective, rooms));
  return fc.oneof(
    open.map((step): Element => [{ slot: () => ({ kind: 'open', step }), after: 0 }]),
    confidedSteps(perspective).map((told): Element => [
      { slot: () => ({ kind: 'confided', told, changed: [], silent: [] }), after: 0 },
    ]),
  );
}

/** What others do that the observer may know: the same in every world. */
function openSteps(perspective: Perspective): fc.Arbitrary<Step> {
  const { cast, observer } = perspective;
  const side = sideOf(cast, observer);
  const heard = roomsOf(perspective, true);
  const mediators = mediating(perspective);
  const colleagues = others(perspective).filter((who) => side !== null && sideOf(cast, who) === side);
  const known = settingsKnown(perspective, true);
  const seen = waysIn(cast).filter(
    (way) => knows(cast, observer, way.said) && way.who !== observer && way.mediator !== observer,
  );
  return oneOf<Step>(
    says(perspective, heard),
    proposes(perspective, heard),
    positions(perspective, heard),
    values(perspective, heard),
    weighted(3, keeps(perspective, heard)),
    from(colleagues, answers),
    from(colleagues, revises),
    from(colleagues, withdraws),
    from(seen, (way) => way.chain((chosen) => carries(chosen, { latestOf: chosen.who }))),
    from(mediators, (who) => putsForward(who, recipients(perspective))),
    from(mediators, (who) =>
      fc.record({ act: fc.constant('withdrawPut'), who, to: fc.constantFrom(...cast.parties), which, words: word }),
    ),
    weighted(
      4,
      from(known, (place) => place.chain(({ who, knownTo }) => agenda(who, knownTo))),
    ),
    from(mediators, (who) =>
      fc.record({
        act: fc.constant('change'),
        who,
        what: fc.constantFrom('meeting', 'round', 'obstacle', 'person', 'rules'),
        which,
        words: word,
      }),
    ),
    side === null
      ? null
      : weighted(
          3,
          from(mediators, (who) =>
            fc.record({ act: fc.constant('appoint'), who, place: fc.constant(`delegate.${side}`), name: word }),
          ),
        ),
  );
}

/** What others do that the observer may not know: something else in every world. Each gives the steps that belong together. */
function confidedSteps(perspective: Perspective): fc.Arbitrary<readonly Step[]> {
  const { cast, observer } = perspective;
  const unheard = roomsOf(perspective, false);
  const mediators = mediating(perspective);
  const everybody = others(perspective);
  const strangers = everybody.filter(
    (who) =>
      sideOf(cast, who) !== null &&
      sideOf(cast, who) !== sideOf(cast, observer) &&
      !hears(perspective, `caucus.${sideOf(cast, who)}`),
  );
  const unknown = settingsKnown(perspective, false);
  const inSecret = waysIn(cast).filter((way) => !knows(cast, observer, way.widest) && way.mediator !== observer);
  const toNobody = waysIn(cast).filter((way) => !knows(cast, observer, way.said) && way.mediator !== observer);
  const unheardSides = cast.parties.filter((party) => !hears(perspective, `caucus.${party}`));
  const isElsewhere = cast.elsewhere.people.some(({ key }) => key === observer);
  return oneOf<readonly Step[]>(
    single(says(perspective, unheard), 3),
    single(proposes(perspective, unheard), 3),
    single(positions(perspective, unheard)),
    single(values(perspective, unheard)),
    single(keeps(perspective, unheard)),
    single(from(strangers, revises)),
    single(from(strangers, withdraws)),
    single(from(strangers, answers)),
    from(inSecret, (way) => way.chain((chosen) => proposedAndCarried(chosen, release))),
    // What is held goes nowhere, so that carrying it to the observer is refused, and the observer may not feel that either.
    from(toNobody, (way) => way.chain((chosen) => proposedAndCarried(chosen, fc.constant('hold')))),
    unheardSides.length === 0
      ? null
      : single(from(mediators, (who) => putsForward(who, fc.subarray([...unheardSides], { minLength: 1 })))),
    // Taken back at once, so that there is something to take back.
    unheardSides.length === 0
      ? null
      : weighted(
          3,
          from(mediators, (who) =>
            fc.constantFrom(...unheardSides).chain((side) =>
              fc.tuple(putsForward(who, fc.constant([side])), word).map(([put, words]): readonly Step[] => {
                if (put.act !== 'putForward') throw new Error('nothing was put forward');
                return [put, { act: 'withdrawPut', who: put.who, to: side, which: 0, words }];
              }),
            ),
          ),
        ),
    single(
      from(unknown, (place) => place.chain(({ who, knownTo }) => agenda(who, knownTo))),
      3,
    ),
    from(unknown, (place) =>
      place.chain(({ who, knownTo }) =>
        fc
          .record({ what: fc.constantFrom('meeting', 'round', 'obstacle'), words: word })
          .map(({ what, words }): readonly Step[] => [
            { act: 'agenda', who, what, knownTo, words },
            { act: 'change', who, what, which: 0, words },
          ]),
      ),
    ),
    hears(perspective, 'mediation')
      ? null
      : single(
          from(mediators, (who) =>
            fc.record({
              act: fc.constant('appoint'),
              who,
              place: fc.constantFrom('reader', ...unheardSides.map((party) => `delegate.${party}`)),
              name: word,
            }),
          ),
        ),
    single(from(everybody, (who) => fc.record({ act: fc.constant('look'), who }))),
    isElsewhere
      ? null
      : single(fc.record({ act: fc.constant('elsewhere'), who: fc.constantFrom('ana', 'xenia'), words: word })),
    single(from(everybody, (name) => fc.record({ act: fc.constant('signIn'), name, right: fc.boolean() }))),
  );
}

/** What the observer does itself: the same in every world, but that it may reach for what is only in one. */
function ownSteps(perspective: Perspective): fc.Arbitrary<Step> {
  const { cast, observer } = perspective;
  const who = fc.constant(observer);
  const filling = fc.array(fc.nat({ max: 11 }), { minLength: 3, maxLength: 5 });
  const link = fc.nat({ max: 60 });
  const own = waysIn(cast).filter((way) => way.mediator === observer);
  const going = [
    { weight: 4, arbitrary: fc.record({ act: fc.constant('wander'), who, link, sends: fc.boolean(), filling }) },
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('forge'),
        who,
        route: fc.nat({ max: 200 }),
        ids: fc.array(fc.nat({ max: 400 }), { minLength: 2, maxLength: 3 }),
        filling,
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('look'), who }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('signIn'), name: who, right: fc.boolean() }) },
  ] as const;
  const rooms = roomsOf(perspective, true).filter(({ speakers }) => speakers.includes(observer));
  const mine = { ...perspective, only: observer };
  const acting: (fc.Arbitrary<Step> | null)[] = [says, proposes, positions, values, keeps].map((act) =>
    act(mine, rooms),
  );
  if (sideOf(cast, observer) !== null) acting.push(answers(who), revises(who), withdraws(who));
  acting.push(from(own, (way) => way.chain((chosen) => carries(chosen, { latestOf: chosen.who }))));
  const does = acting.filter((one) => one !== null);
  return fc.oneof(...going, ...(does.length === 0 ? [] : [{ weight: 7, arbitrary: fc.oneof(...does) }]));
}

/** A step by itself, where several could belong together. */
const single = (step: fc.Arbitrary<Step> | null, weight = 1): Weighted<readonly Step[]> | null =>
  step === null ? null : { weight, arbitrary: step.map((one) => [one]) };
