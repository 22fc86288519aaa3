import type { History, Move } from './history.ts';

/** Talks on one number between two sides, as the press reported them: what each stood at when a round was over. */
export interface PublishedTalks {
  readonly name: string;
  readonly year: number;
  readonly unit: string;
  /** Who reported the offers, and when in that year. */
  readonly source: string;
  /** The two sides’ numbers, round by round; equal where they agreed. */
  readonly rounds: readonly (readonly [number, number])[];
}

const baseball =
  'ESPN 25 January, AP 12 February, MLB.com 17 February, Sports Illustrated 22 February, Sports Business Journal 1 March, The Athletic 6 March, MLB.com 9 March';
const cars = 'Washington Post 14 September, Bloomberg 20 and 27 October';

/**
 * Public offers, restated from reports of the time: bargaining over baseball (MLB and its players’ association, 2020 and 2022), basketball
 * (NBA, 2011), cars (UAW, 2023) and aircraft (IAM at Boeing, 2024), and over Argentina’s debt (2020). A round is a session after which both
 * numbers were reported. Baseball’s games of 2020 are those at full pay, as the league’s shares come to at most; its season was imposed
 * without an agreement. Basketball’s first 46 stands for “the mid-40s”, and its last 50 for the band of 49 to 51 that was agreed.
 */
export const publishedTalks: readonly PublishedTalks[] = [
  {
    name: 'Baseball, pool for young players',
    year: 2022,
    unit: 'million dollars',
    source: baseball,
    rounds: [
      [10, 105],
      [15, 100],
      [20, 115],
      [30, 85],
      [30, 80],
      [40, 80],
      [50, 50],
    ],
  },
  {
    name: 'Baseball, least pay',
    year: 2022,
    unit: 'thousand dollars',
    source: baseball,
    rounds: [
      [615, 775],
      [630, 775],
      [640, 775],
      [700, 725],
      [700, 725],
      [700, 725],
      [700, 700],
    ],
  },
  {
    name: 'Baseball, threshold of the tax',
    year: 2022,
    unit: 'million dollars',
    source: baseball,
    rounds: [
      [214, 245],
      [214, 245],
      [214, 245],
      [220, 238],
      [220, 238],
      [230, 238],
      [230, 230],
    ],
  },
  {
    name: 'Baseball, length of the season',
    year: 2020,
    unit: 'games at full pay',
    source: 'Washington Post 8 June, Reuters 13 June, ESPN 22 June',
    rounds: [
      [57, 114],
      [60, 89],
      [60, 70],
      [60, 70],
    ],
  },
  {
    name: 'Basketball, players’ share',
    year: 2011,
    unit: '% of income',
    source: 'AP 30 September and 6 October, Los Angeles Times 11 and 26 November',
    rounds: [
      [46, 54.3],
      [47, 53],
      [50, 52.5],
      [50, 52],
      [50, 50],
    ],
  },
  {
    name: 'Cars, Ford',
    year: 2023,
    unit: '% rise of pay',
    source: `WNEM 1 September, ${cars}`,
    rounds: [
      [9, 40],
      [20, 36],
      [23, 25],
      [25, 25],
    ],
  },
  {
    name: 'Cars, General Motors',
    year: 2023,
    unit: '% rise of pay',
    source: `The Detroit Bureau 9 September, ${cars}`,
    rounds: [
      [10, 40],
      [20, 36],
      [23, 25],
      [25, 25],
    ],
  },
  {
    name: 'Cars, Stellantis',
    year: 2023,
    unit: '% rise of pay',
    source: `The Detroit Bureau 9 September, ${cars}`,
    rounds: [
      [14.5, 40],
      [20, 36],
      [23, 25],
      [25, 25],
    ],
  },
  {
    name: 'Aircraft, Boeing',
    year: 2024,
    unit: '% rise of pay',
    source: 'AP 10 September, Aviation News 24 September, NBC 4 November',
    rounds: [
      [25, 40],
      [30, 40],
      [35, 40],
      [38, 38],
    ],
  },
  {
    name: 'Debt of Argentina',
    year: 2020,
    unit: 'cents on the dollar',
    source: 'Reuters 3 July, Financial Times 20 July, AFP 21 July, Bloomberg 4 August',
    rounds: [
      [39, 60],
      [50, 60],
      [53.5, 56.6],
      [54.8, 54.8],
    ],
  },
];

/** Published talks as a history; the range is from the lowest number that anybody named to the highest. */
export function historyOf({ name, rounds }: PublishedTalks): History {
  const all = rounds.flat();
  const moves = rounds.flatMap((numbers, place) =>
    numbers.map((answer, side): Move => {
      const at = place * 2 + side;
      return { kind: 'offer', at, round: place + 1, party: sides[side]!, issue: 0, answer, ref: `${name} ${at}` };
    }),
  );
  return {
    parties: sides,
    issues: [{ kind: 'range', name, from: Math.min(...all), to: Math.max(...all), step: null }],
    rounds: rounds.length,
    moves,
  };
}

const sides: readonly [string, string] = ['First', 'Second'];
