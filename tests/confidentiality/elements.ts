import fc from 'fast-check';
import { institutionOf, knows, sideOf, type CastRoom, type Who } from './cast.ts';
import type { Element } from './histories.ts';
import { others, roomsOf, waysIn, type Perspective, type Way } from './perspective.ts';
import { words, type Slot, type Step, type TermPlan } from './steps.ts';

const word = fc.constantFrom(...words);
const release = fc.constantFrom('hold', 'float', 'convey');
const which = fc.nat({ max: 3 });
const term: fc.Arbitrary<TermPlan> = fc.record({
  issue: fc.constantFrom('border', 'water', 'prisoners'),
  answer: fc.constantFrom(0, 1),
  release,
  words: fc.oneof(fc.constant(''), word),
});
const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: ({ issue }) => issue });

/** One thing that happens: open, confided, or something confided and then disclosed; and what the observer does itself. */
export function elements(perspective: Perspective): fc.Arbitrary<Element> {
  const open = openSteps(perspective);
  const confided = confidedSteps(perspective);
  const disclosures = disclosure(perspective);
  const answers = answered(perspective);
  const alone = (slot: fc.Arbitrary<Slot>): fc.Arbitrary<Element> => slot.map((made) => [{ slot: () => made, after: 0 }]);
  const asOpen = (step: fc.Arbitrary<Step>): fc.Arbitrary<Element> => alone(step.map((made) => ({ kind: 'open', step: made })));
  return fc.oneof(
    { weight: 8, arbitrary: asOpen(ownSteps(perspective)) },
    { weight: 5, arbitrary: asOpen(open) },
    {
      weight: 8,
      arbitrary: alone(
        fc
          .record({ told: fc.array(confided, { minLength: 1, maxLength: 2 }), changed: fc.array(confided, { maxLength: 2 }) })
          .map(({ told, changed }) => ({ kind: 'confided', told: told.flat(), changed: changed.flat(), silent: [] })),
      ),
    },
    ...(disclosures === null ? [] : [{ weight: 3, arbitrary: disclosures }]),
    ...twins(perspective).map((arbitrary) => ({ weight: 1, arbitrary })),
    ...(answers === null ? [] : [{ weight: 1, arbitrary: answers }]),
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
  const seen = waysIn(cast).filter((way) => knows(cast, observer, way.said) && way.who !== observer && way.mediator !== observer);
  return oneOf<Step>(
    says(perspective, heard),
    proposes(perspective, heard),
    positions(perspective, heard),
    from(colleagues, (who) => fc.record({ act: fc.constant('answer'), who, which, verdict, release: fc.constantFrom('hold', 'convey'), terms, note: word })),
    from(colleagues, (who) => fc.record({ act: fc.constant('revise'), who, which, terms, note: word })),
    from(colleagues, (who) => fc.record({ act: fc.constant('withdraw'), who, which, words: word })),
    from(seen, (way) => way.chain((chosen) => carries(chosen, fc.constant({ latestOf: chosen.who })))),
    from(mediators, (who) => fc.record({ act: fc.constant('putForward'), who, to: recipients(perspective, true), manner: fc.constantFrom('jointly', 'apart'), terms, words: word })),
    from(mediators, (who) => fc.record({ act: fc.constant('withdrawPut'), who, to: fc.constantFrom(...cast.parties), which, words: word })),
    weighted(3, from(known, (place) => place.chain(({ who, knownTo }) => agenda(who, knownTo, openly)))),
    from(mediators, (who) => fc.record({ act: fc.constant('change'), who, what: fc.constantFrom('meeting', 'round', 'person', 'rules'), which, words: word })),
    side === null ? null : from(mediators, (who) => fc.record({ act: fc.constant('appoint'), who, place: fc.constant(`delegate.${side}`), name: word })),
  );
}

/** What others do that the observer may not know: something else in every world. Each gives the steps that belong together. */
function confidedSteps(perspective: Perspective): fc.Arbitrary<readonly Step[]> {
  const { cast, observer } = perspective;
  const unheard = roomsOf(perspective, false);
  const mediators = mediating(perspective);
  const everybody = others(perspective);
  const strangers = everybody.filter((who) => sideOf(cast, who) !== null && sideOf(cast, who) !== sideOf(cast, observer) && !hears(perspective, `caucus.${sideOf(cast, who)}`));
  const unknown = settingsKnown(perspective, false);
  const inSecret = waysIn(cast).filter((way) => !knows(cast, observer, way.widest) && way.mediator !== observer);
  const toNobody = waysIn(cast).filter((way) => !knows(cast, observer, way.said) && way.mediator !== observer);
  const unheardSides = cast.parties.filter((party) => !hears(perspective, `caucus.${party}`));
  const isElsewhere = cast.elsewhere.people.some(({ key }) => key === observer);
  return oneOf<readonly Step[]>(
    alone(says(perspective, unheard), 3),
    alone(proposes(perspective, unheard), 3),
    alone(positions(perspective, unheard)),
    alone(from(strangers, (who) => fc.record({ act: fc.constant('revise'), who, which, terms, note: word }))),
    alone(from(strangers, (who) => fc.record({ act: fc.constant('withdraw'), who, which, words: word }))),
    alone(from(strangers, (who) => fc.record({ act: fc.constant('answer'), who, which, verdict, release: fc.constantFrom('hold', 'convey'), terms, note: word }))),
    from(inSecret, (way) => way.chain((chosen) => proposedAndCarried(chosen, release))),
    // What is held goes nowhere, so that carrying it to the observer is refused, and the observer may not feel that either.
    from(toNobody, (way) => way.chain((chosen) => proposedAndCarried(chosen, fc.constant('hold')))),
    unheardSides.length === 0
      ? null
      : alone(from(mediators, (who) => fc.record({ act: fc.constant('putForward'), who, to: fc.subarray([...unheardSides], { minLength: 1 }), manner: fc.constantFrom('jointly', 'apart'), terms, words: word }))),
    unheardSides.length === 0 ? null : alone(from(mediators, (who) => fc.record({ act: fc.constant('withdrawPut'), who, to: fc.constantFrom(...unheardSides), which, words: word }))),
    alone(
      from(unknown, (place) => place.chain(({ who, knownTo }) => agenda(who, knownTo, inConfidence))),
      3,
    ),
    from(unknown, (place) =>
      place.chain(({ who, knownTo }) =>
        fc.record({ what: fc.constantFrom('meeting', 'round'), words: inConfidence }).map(({ what, words }): readonly Step[] => [
          { act: 'agenda', who, what, knownTo, words },
          { act: 'change', who, what, which: 0, words },
        ]),
      ),
    ),
    hears(perspective, 'mediation')
      ? null
      : alone(from(mediators, (who) => fc.record({ act: fc.constant('appoint'), who, place: fc.constantFrom('reader', ...unheardSides.map((party) => `delegate.${party}`)), name: word }))),
    alone(from(everybody, (who) => fc.record({ act: fc.constant('look'), who }))),
    isElsewhere ? null : alone(fc.record({ act: fc.constant('elsewhere'), who: fc.constantFrom('ana', 'xenia'), words: word })),
    alone(from(everybody, (name) => fc.record({ act: fc.constant('signIn'), name, right: fc.boolean() }))),
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
    { weight: 5, arbitrary: fc.record({ act: fc.constant('forge'), who, route: fc.nat({ max: 200 }), ids: fc.array(fc.nat({ max: 400 }), { minLength: 2, maxLength: 3 }), filling }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('look'), who }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('signIn'), name: who, right: fc.boolean() }) },
  ] as const;
  const rooms = roomsOf(perspective, true).filter(({ speakers }) => speakers.includes(observer));
  const mine = { ...perspective, only: observer };
  const acting: (fc.Arbitrary<Step> | null)[] = [says(mine, rooms), proposes(mine, rooms), positions(mine, rooms)];
  if (sideOf(cast, observer) !== null)
    acting.push(
      fc.record({ act: fc.constant('answer'), who, which, verdict, release: fc.constantFrom('hold', 'convey'), terms, note: word }),
      fc.record({ act: fc.constant('revise'), who, which, terms, note: word }),
      fc.record({ act: fc.constant('withdraw'), who, which, words: word }),
    );
  acting.push(from(own, (way) => way.chain((chosen) => carries(chosen, fc.constant({ latestOf: chosen.who })))));
  const does = acting.filter((one) => one !== null);
  return fc.oneof(...going, ...(does.length === 0 ? [] : [{ weight: 7, arbitrary: fc.oneof(...does) }]));
}

/** Something confided, and later the like of it openly or by the observer itself, so that the second meets whatever the first left behind. */
function twins(perspective: Perspective): readonly fc.Arbitrary<Element>[] {
  const { cast, observer } = perspective;
  const mine = { ...perspective, only: observer };
  const own = roomsOf(perspective, true).filter(({ speakers }) => speakers.includes(observer));
  const unheard = roomsOf(perspective, false);
  const pair = (first: fc.Arbitrary<Step> | null, second: fc.Arbitrary<Step> | null): fc.Arbitrary<Element> | null =>
    first === null || second === null
      ? null
      : fc.tuple(first, second, fc.nat({ max: 2 })).map(([told, then, after]) => [
          { after: 0, slot: () => ({ kind: 'confided', told: [told], changed: [], silent: [] }) },
          { after, slot: () => ({ kind: 'open', step: then }) },
        ]);
  const [unknown, known] = [settingsKnown(perspective, false), settingsKnown(perspective, true)];
  const onAgenda =
    unknown.length === 0 || known.length === 0
      ? null
      : fc.record({ secret: fc.constantFrom(...unknown), open: fc.constantFrom(...known), what: fc.constantFrom(...things), name: word, after: fc.nat({ max: 2 }) }).map(({ secret, open, what, name, after }): Element => [
          { after: 0, slot: () => ({ kind: 'confided', told: [{ act: 'agenda', what, words: name, ...secret }], changed: [], silent: [] }) },
          { after, slot: () => ({ kind: 'open', step: { act: 'agenda', what, words: name, ...open } }) },
        ]);
  const sameWords = (says1: fc.Arbitrary<Step> | null, says2: fc.Arbitrary<Step> | null): fc.Arbitrary<Element> | null =>
    pair(says1, says2)?.map((element) => element) ?? null;
  return [onAgenda, onAgenda, sameWords(says(perspective, unheard), says(mine, own)), pair(proposes(perspective, unheard), proposes(mine, own))].filter((one) => one !== null && cast !== null) as fc.Arbitrary<Element>[];
}

/** Something confided that is later carried to where the observer reads it: the released terms are the same in every world, and nothing else is. */
function disclosure(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter((way) => !knows(cast, observer, way.said) && knows(cast, observer, way.widest) && way.mediator !== observer && way.who !== observer);
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({ carried: terms, extra: extras, changed: extras, attribution: fc.constantFrom('attributed', 'unattributed'), words: word, covering: word, expires: fc.boolean(), after: fc.nat({ max: 3 }), again: fc.boolean() })
        .map(({ carried, extra, changed, attribution, expires, after, again, ...carry }): Element => {
          const propose = (more: Extra): readonly Step[] => [{ act: 'propose', who: chosen.who, room: chosen.room, terms: withExtra(carried, more, attribution), note: more.note, expires }];
          const carryAt = (from: number): Step => ({ act: 'carry', who: chosen.mediator, source: { slot: from }, issues: carried.map(({ issue }) => issue), verdict: false, to: chosen.to, attribution, ...carry });
          return [
            { after: 0, slot: () => ({ kind: 'confided', told: propose(extra), changed: propose(changed), silent: propose(nothingMore) }) },
            { after, slot: (placeOf) => ({ kind: 'open', step: carryAt(placeOf(0)) }) },
            ...(again ? [{ after: 1, slot: (placeOf: (part: number) => number): Slot => ({ kind: 'open', step: carryAt(placeOf(0)) }) }] : []),
          ];
        }),
    ),
  );
}

/** An answer of a side to what was put to it alone, carried to where the observer reads it; its note and its other conditions are not the same. */
function answered(perspective: Perspective): fc.Arbitrary<Element> | null {
  const { cast, observer } = perspective;
  const ways = waysIn(cast).filter((way) => way.room.startsWith('caucus') && !knows(cast, observer, way.said) && knows(cast, observer, way.widest) && way.mediator !== observer);
  return from(ways, (way) =>
    way.chain((chosen) =>
      fc
        .record({ put: terms, carried: terms, extra: extras, changed: extras, verdict, words: word, covering: word, after: fc.nat({ max: 3 }) })
        .map(({ put, carried, extra, changed, verdict: given, after, ...carry }): Element => {
          const conditional = given === 'acceptIf' || given === 'counter';
          const side = sideOf(cast, chosen.who) ?? '';
          const same = (step: Step): Slot => ({ kind: 'confided', told: [step], changed: [step], silent: [step] });
          const answer = (more: Extra, slot: number): readonly Step[] => [
            { act: 'answer', who: chosen.who, which: { slot }, verdict: given, release: 'convey', terms: conditional ? withExtra(carried, more, 'attributed') : [], note: more.note },
          ];
          return [
            { after: 0, slot: () => same({ act: 'putForward', who: chosen.mediator, to: [side], manner: 'apart', terms: put, words: 'between the two' }) },
            { after, slot: (placeOf) => ({ kind: 'confided', told: answer(extra, placeOf(0)), changed: answer(changed, placeOf(0)), silent: answer(nothingMore, placeOf(0)) }) },
            {
              after,
              slot: (placeOf) => ({
                kind: 'open',
                step: { act: 'carry', who: chosen.mediator, source: { slot: placeOf(1) }, issues: conditional ? carried.map(({ issue }) => issue) : [], verdict: true, to: chosen.to, attribution: 'attributed', ...carry },
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

const extras: fc.Arbitrary<Extra> = fc.record({ others: fc.oneof(fc.constant([]), terms), note: word, words: word, floated: fc.boolean() });
const nothingMore: Extra = { others: [], note: '', words: '', floated: false };
const verdict = fc.constantFrom('accept', 'reject', 'acceptIf', 'counter');

/** The terms that are carried, as their side worded and released them, among others that are not. */
function withExtra(carried: readonly TermPlan[], { others, words, floated }: Extra, attribution: 'attributed' | 'unattributed'): readonly TermPlan[] {
  const released = carried.map((term): TermPlan => ({ ...term, words, release: attribution === 'unattributed' && floated ? 'float' : 'convey' }));
  return [...others.filter(({ issue }) => carried.every((term) => term.issue !== issue)), ...released];
}

const carries = (way: Way, source: fc.Arbitrary<Extract<Step, { readonly act: 'carry' }>['source']>): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant('carry'),
    who: fc.constant(way.mediator),
    source,
    issues: fc.subarray(['border', 'water', 'prisoners'] as TermPlan['issue'][], { minLength: 1 }),
    verdict: fc.boolean(),
    to: fc.constant(way.to),
    attribution: fc.constantFrom('attributed', 'unattributed'),
    words: word,
    covering: word,
  });

const proposedAndCarried = (way: Way, released: fc.Arbitrary<TermPlan['release']>): fc.Arbitrary<readonly Step[]> =>
  fc.record({ offered: terms, release: released, carry: carries(way, fc.constant({ slot: 'here' })) }).map(({ offered, release, carry }) => [
    { act: 'propose', who: way.who, room: way.room, terms: offered.map((one) => ({ ...one, release })), note: '', expires: false },
    carry.act === 'carry' ? { ...carry, issues: offered.map(({ issue }) => issue), verdict: false } : carry,
  ]);

type Whose = Perspective & { readonly only?: Who };

const says = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(placesIn(perspective, rooms), (place) => fc.record({ place, words: word }).map(({ place: [who, room], words }) => ({ act: 'say', who, room, words })));

const proposes = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(([who, room]) => sideOf(perspective.cast, who) !== null && /^(caucus|consultation)/.test(room)),
    (place) => fc.record({ place, terms, note: word, expires: fc.boolean() }).map(({ place: [who, room], ...rest }) => ({ act: 'propose', who, room, ...rest })),
  );

const positions = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(([who, room]) => sideOf(perspective.cast, who) !== null && room !== 'joint'),
    (place) =>
      fc.record({ place, term, stance: fc.constantFrom('position', 'interest', 'redLine') }).map(({ place: [who, room], ...rest }) => ({ act: 'position', who, room, ...rest })),
  );

/**
 * Names for what is put on the agenda. A mediator who gives one thing the name of another is told that it is there; so no name is both
 * given openly and confided. But the names are alike, so that whatever is made of them meets.
 */
const openly = word;
const inConfidence = word;

const things = ['issue', 'deadline', 'report', 'round', 'track', 'venue', 'delegation', 'meeting'] as const;

const agenda = (who: Who, knownTo: string, names: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant('agenda'),
    who: fc.constant(who),
    what: fc.constantFrom(...things),
    knownTo: fc.constant(knownTo),
    words: names,
  });

const mediating = (perspective: Perspective): readonly Who[] => others(perspective).filter((who) => who !== 'otto' && institutionOf(perspective.cast, who) !== null);

/** Who of those who run the case can tell what to which room that the observer hears, or does not. */
const settingsKnown = (perspective: Perspective, heard: boolean): readonly { readonly who: Who; readonly knownTo: string }[] =>
  roomsOf(perspective, heard).flatMap(({ key, speakers }) => mediating(perspective).filter((who) => speakers.includes(who)).map((who) => ({ who, knownTo: key })));

/** Parties to put something to, such that the observer sees it. */
const recipients = ({ cast, observer }: Perspective, _seen: true): fc.Arbitrary<readonly string[]> => {
  const side = sideOf(cast, observer);
  const rest = cast.parties.filter((party) => party !== side);
  return side === null ? fc.subarray([...cast.parties], { minLength: 1 }) : fc.subarray([...rest]).map((more) => [side, ...more]);
};

const hears = (perspective: Perspective, room: string): boolean => roomsOf(perspective, true).some(({ key }) => key === room);

const placesIn = ({ observer, only, cast }: Whose, rooms: readonly CastRoom[]): readonly (readonly [Who, string])[] =>
  cast.people.filter((who) => (only === undefined ? who !== observer : who === only)).flatMap((who) => rooms.filter(({ key, speakers }) => key !== 'public' && speakers.includes(who)).map(({ key }) => [who, key] as const));

/** An arbitrary over a choice of these, or null when there is none to choose. */
const from = <T, U>(choices: readonly T[], arbitrary: (choice: fc.Arbitrary<T>) => fc.Arbitrary<U>): fc.Arbitrary<U> | null => (choices.length === 0 ? null : arbitrary(fc.constantFrom(...choices)));

const alone = (step: fc.Arbitrary<Step> | null, weight = 1): Weighted<readonly Step[]> | null => (step === null ? null : { weight, arbitrary: step.map((one) => [one]) });

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T> | null): Weighted<T> | null => (arbitrary === null ? null : { weight, arbitrary });

type Weighted<T> = { readonly weight: number; readonly arbitrary: fc.Arbitrary<T> };

/** One of these that there are. */
function oneOf<T>(...choices: readonly (fc.Arbitrary<T> | Weighted<T> | null)[]): fc.Arbitrary<T> {
  return fc.oneof(...choices.filter((choice) => choice !== null).map((choice) => ('arbitrary' in choice ? choice : { weight: 1, arbitrary: choice })));
}
