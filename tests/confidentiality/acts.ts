import fc from 'fast-check';
import { from, term, terms, verdict, which, word } from './chance.ts';
import { institutionOf, sideOf, type CastRoom, type Who } from './cast.ts';
import { placesIn, type Way, type Whose } from './perspective.ts';
import type { Made, Step, TermPlan } from './steps.ts';

/** Something said in one of these rooms, or null when nobody can speak there. */
export const says = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(placesIn(perspective, rooms), (place) =>
    fc.record({ place, words: word }).map(({ place: [who, room], words }) => ({ act: 'say', who, room, words })),
  );

/** A proposal put forward in one of these rooms. */
export const proposes = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(
      ([who, room]) => sideOf(perspective.cast, who) !== null && /^(caucus|consultation)/.test(room),
    ),
    (place) =>
      fc
        .record({ place, terms, note: word, expires: fc.boolean() })
        .map(({ place: [who, room], ...rest }) => ({ act: 'propose', who, room, ...rest })),
  );

/** A position taken in one of these rooms. */
export const positions = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(([who, room]) => sideOf(perspective.cast, who) !== null && room !== 'joint'),
    (place) =>
      fc
        .record({ place, term, stance: fc.constantFrom('position', 'interest', 'redLine') })
        .map(({ place: [who, room], ...rest }) => ({ act: 'position', who, room, ...rest })),
  );

/** Points given in one of these rooms: by a side for itself, or as an estimate among those who mediate. */
export const values = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(([who, room]) =>
      sideOf(perspective.cast, who) === null ? room === 'mediation' : /^(caucus|delegation)/.test(room),
    ),
    (place) =>
      fc
        .record({ place, weight: fc.integer({ min: 1, max: 3 }), points: fc.constantFrom(0, 50, 100), basis: word })
        .map(({ place: [who, room], ...rest }) => ({ act: 'value', who, room, ...rest })),
  );

/** What can be put on the agenda. */
export const things = [
  'issue',
  'obstacle',
  'deadline',
  'report',
  'round',
  'track',
  'venue',
  'delegation',
  'meeting',
] as const;

/** Something put on the agenda by somebody, for those in a room. */
export const agenda = (who: Who, knownTo: string): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant('agenda'),
    who: fc.constant(who),
    what: fc.constantFrom(...things),
    knownTo: fc.constant(knownTo),
    words: word,
  });

/** A conflict model or a division kept in one of these rooms, or put in the place of one. */
export const keeps = (perspective: Whose, rooms: readonly CastRoom[]): fc.Arbitrary<Step> | null =>
  from(
    placesIn(perspective, rooms).filter(
      ([who, room]) => institutionOf(perspective.cast, who) !== null && /^(mediation|consultation\.[^.]+)$/.test(room),
    ),
    (place) =>
      fc
        .record({
          place,
          again: fc.boolean(),
          what: fc.constantFrom('conflict', 'division'),
          which,
          words: word,
          first: fc.boolean(),
        })
        .map(({ place: [who, room], again, ...rest }) => ({ act: 'keep', who, room: again ? null : room, ...rest })),
  );

/** An answer to what was put to somebody's side. */
export const answers = (who: fc.Arbitrary<Who>): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant('answer'),
    who,
    which,
    verdict,
    release: fc.constantFrom('hold', 'convey'),
    terms,
    note: word,
  });

/** A revision of a proposal of somebody's side. */
export const revises = (who: fc.Arbitrary<Who>): fc.Arbitrary<Step> =>
  fc.record({ act: fc.constant('revise'), who, which, terms, note: word });

/** The withdrawal of a proposal of somebody's side. */
export const withdraws = (who: fc.Arbitrary<Who>): fc.Arbitrary<Step> =>
  fc.record({ act: fc.constant('withdraw'), who, which, words: word });

/** Something carried along a way, from this source. */
export const carries = (
  way: Way,
  source: Made | { readonly latestOf: Who },
): fc.Arbitrary<Extract<Step, { readonly act: 'carry' }>> =>
  fc.record({
    act: fc.constant('carry'),
    who: fc.constant(way.mediator),
    source: fc.constant(source),
    issues: fc.subarray(['border', 'water', 'prisoners'] as TermPlan['issue'][], { minLength: 1 }),
    verdict: fc.boolean(),
    to: fc.constant(way.to),
    attribution: fc.constantFrom('attributed', 'unattributed'),
    words: word,
    covering: word,
  });

/** The mediation's own proposal, put to some of these sides. */
export const putsForward = (who: fc.Arbitrary<Who>, to: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant('putForward'),
    who,
    to,
    manner: fc.constantFrom('jointly', 'apart'),
    terms,
    words: word,
  });
