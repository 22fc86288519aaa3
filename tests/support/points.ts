import { instant, type CaseScript, type Preferences } from '../../src/domain/index.ts';

type Step = CaseScript['history'][number];
type Points = Omit<Preferences, 'kind' | 'provenance'>;
type Room = Extract<Step['act'], { readonly kind: 'statePreferences' }>['room'];

/** An offer of each side on all three issues, each to the mediation. */
export const wholeOffers: readonly Step[] = [
  offer('ana', 'upstream', ['old', 0, 'all'], 1),
  offer('ben', 'downstream', ['new', 30, 'some'], 2),
];

/** What upstream values, which minds the water most. */
export const upstreams: Points = {
  party: 'upstream',
  issues: [
    { issue: 'border', weight: 30, worth: { kind: 'options', values: { old: 100, new: 0 } } },
    {
      issue: 'water',
      weight: 50,
      worth: {
        kind: 'range',
        points: [
          { at: 0, value: 100 },
          { at: 30, value: 0 },
        ],
      },
    },
    { issue: 'prisoners', weight: 20, worth: { kind: 'options', values: { all: 100, some: 0 } } },
  ],
  reservation: 35,
  basis: '',
};

/** What downstream values, which minds the border most; what it has without an agreement is not known. */
export const downstreams: Points = {
  party: 'downstream',
  issues: [
    { issue: 'border', weight: 60, worth: { kind: 'options', values: { old: 0, new: 100 } } },
    {
      issue: 'water',
      weight: 25,
      worth: {
        kind: 'range',
        points: [
          { at: 0, value: 0 },
          { at: 30, value: 100 },
        ],
      },
    },
    { issue: 'prisoners', weight: 15, worth: { kind: 'options', values: { all: 0, some: 100 } } },
  ],
  reservation: null,
  basis: '',
};

/** The offers, upstream's own points in its caucus, and an estimate of downstream's by Xenia, which may be another. */
export const pointsStated = (estimate: Points = downstreams): readonly Step[] => [
  ...wholeOffers,
  stating('ana', 3, upstreams, { kind: 'caucus', parties: ['upstream'] }),
  stating('xenia', 4, estimate, { kind: 'mediation' }),
];

/** The step by which a person states points, some hours into the talks. */
export const stating = (by: string, hour: number, points: Points, room: Room): Step =>
  step(by, hour, { kind: 'statePreferences', ...points, room });

function offer(by: string, party: string, answers: readonly (string | number)[], hour: number): Step {
  const terms = ['border', 'water', 'prisoners'].map(
    (issue, i) => ({ issue, answer: answers[i] ?? '', release: 'convey', words: '' }) as const,
  );
  return step(by, hour, {
    kind: 'submitProposal',
    room: { kind: 'caucus', parties: [party] },
    terms,
    note: '',
    expires: null,
    revises: null,
  });
}

function step(by: string, hour: number, act: Step['act']): Step {
  return { at: instant(new Date(Date.UTC(2031, 0, 6, 9 + hour))), by, label: null, act };
}
