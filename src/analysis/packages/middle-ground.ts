import { frontierOf } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { answerName } from '../preferences/index.ts';
import { listInWords, percent } from '../solutions/words.ts';
import type { Agenda } from './agenda.ts';
import { byNearness } from './nearness.ts';
import { asShare, distancesOf, hasOffered, type Offer, type OnTheTable } from './table.ts';

/** Where one issue stands between the offers, by the places of its answers. */
export interface Middle {
  /**
   * - `open`: nobody has answered it.
   * - `unopposed`: all who answered it gave the same answer, but not everybody who made an offer did.
   * - `agreed`: everybody who made an offer gave the same answer.
   * - `between`: the answers of a range differ, and something lies between them.
   * - `one or the other`: the answers differ and nothing lies between: options, or neighbours on a range.
   */
  readonly kind: 'open' | 'unopposed' | 'agreed' | 'between' | 'one or the other';
  /**
   * Of a range, the answers whose furthest side is nearest, and among those the nearest to all together; of options, all that were
   * given. None if the issue is open.
   */
  readonly answers: readonly number[];
}

/** What lies between the offers when nobody's preferences are known. */
export interface MiddleGround {
  readonly issues: readonly Middle[];
  /** Packages of such answers that divide what remains as evenly as it can be; an open issue stays null. At most as many as were asked for. */
  readonly candidates: readonly Offer[];
  /** Whether these are all such packages. */
  readonly all: boolean;
  /** For each party that made an offer: how far each candidate is from it, at most, as a share of all issues. */
  readonly furthest: number;
}

/**
 * The middle ground, from options and ranges alone: issue by issue, and as packages that split the difference. Contested options are dealt out
 * so that the side that must come furthest comes the least far. `limit`: how many packages to list (5 unless given).
 */
export function middleGround(table: OnTheTable, limit = 5): MiddleGround {
  const offers = table.offers.filter(hasOffered);
  const issues = table.agenda.map((_, i) => middleOf(table, offers, i));
  if (offers.length === 0) return { issues, candidates: [], all: true, furthest: 0 };
  const dealt = deal(table.agenda, offers, issues, limit);
  return { issues, ...dealt };
}

function middleOf({ agenda }: OnTheTable, offers: readonly Offer[], issue: number): Middle {
  const said = offers.map((offer) => offer[issue] ?? null);
  const given = said.filter((answer) => answer !== null);
  const { answers, issue: asked } = agenda[issue]!;
  if (given.length === 0) return { kind: 'open', answers: [] };
  const distinct = [...new Set(given)].sort((a, b) => a - b);
  if (distinct.length === 1)
    return { kind: given.length === offers.length ? 'agreed' : 'unopposed', answers: distinct };
  if (asked.kind === 'options') return { kind: 'one or the other', answers: distinct };
  const away = distancesOf({ agenda: [agenda[issue]!], offers: given.map((answer) => [answer]) }).of.map(([of]) => of!);
  const costs = Array.from({ length: answers.size }, (_, a) => away.map((from) => from[a]!));
  const least = costs.reduce((best, steps) => (byNearness(steps, best) < 0 ? steps : best));
  const middle = costs.flatMap((steps, a) => (byNearness(steps, least) === 0 ? [a] : []));
  // The numbers that are considered rise with their places.
  const lies = distinct.at(-1)! - distinct[0]! > 1;
  return { kind: lies ? 'between' : 'one or the other', answers: middle };
}

// Dealing out is a problem of its own, in which each side minds nothing but its distance: the even deals lie on its frontier.
function deal(
  agenda: Agenda,
  offers: readonly Offer[],
  issues: readonly Middle[],
  limit: number,
): Omit<MiddleGround, 'issues'> {
  const distances = distancesOf({ agenda, offers });
  const choices = issues.map(({ answers }) => answers);
  const asked = choices.map((_, i) => i).filter((i) => choices[i]!.length > 0);
  const of = offers.map((_, p) =>
    asked.map((i) => Float64Array.from(choices[i]!, (a) => 0 - distances.of[p]![i]![a]!)),
  );
  const scores: Scores = {
    parties: offers.map((_, p) => `${p}`),
    sizes: asked.map((i) => choices[i]!.length),
    of,
    bonds: [],
    floors: offers.map(() => -Infinity),
    step: 1,
    error: 0,
  };
  const frontier = frontierOf(scores);
  if ('refused' in frontier) throw new Error('without bonds no frontier is refused');
  const costs = Array.from({ length: frontier.size }, (_, place) => of.map((_, p) => 0 - frontier.totals[p]![place]!));
  const least = costs.reduce((best, steps) => (byNearness(steps, best) < 0 ? steps : best));
  const furthest = asShare(distances, Math.max(...least));
  const candidates: Offer[] = [];
  for (const [place, steps] of costs.entries()) {
    if (byNearness(steps, least) !== 0) continue;
    for (const pack of frontier.packagesAt(place)) {
      if (candidates.length === limit) return { candidates, all: false, furthest };
      const whole: (number | null)[] = issues.map(() => null);
      asked.forEach((i, j) => (whole[i] = choices[i]![pack[j]!]!));
      candidates.push(whole);
    }
  }
  return { candidates, all: frontier.exact === true, furthest };
}

/** The middle ground in a few sentences, with what it is not. */
export function middleGroundInWords(table: OnTheTable, ground: MiddleGround): string {
  if (ground.candidates.length === 0) return 'No side has made an offer, so there is nothing to be in the middle of.';
  const named = (i: number): string => {
    const { issue, answers } = table.agenda[i]!;
    const choices = ground.issues[i]!.answers.map((answer) => answerName(answers, answer));
    return `${issue.name}: ${choices.length > 3 ? `one of ${choices.length} answers` : choices.join(' or ')}`;
  };
  const lines = (
    [
      ['agreed', 'Agreed'],
      ['between', 'Halfway'],
      ['one or the other', 'Nothing lies between'],
      ['unopposed', 'Said by some, with nothing known against it'],
    ] as const
  ).flatMap(([kind, words]) => {
    const which = ground.issues.flatMap((middle, i) => (middle.kind === kind ? [i] : []));
    return which.length === 0 ? [] : [`${words}: ${listInWords(which.map(named))}.`];
  });
  const open = ground.issues.flatMap(({ kind }, i) => (kind === 'open' ? [table.agenda[i]!.issue.name] : []));
  if (open.length > 0) lines.push(`Open: ${listInWords(open)}.`);
  const [first] = ground.candidates as [Offer, ...Offer[]];
  const count = ground.all ? `${ground.candidates.length}` : `${ground.candidates.length} or more`;
  const such = ground.all && ground.candidates.length === 1 ? '' : `, one of ${count}`;
  lines.push(
    `The most even division takes no side further than ${percent(ground.furthest)} of the way across all issues${such}: ${offerInWords(table, first)}.`,
    'Nothing here says what this is worth to anybody: halfway need not be fair, and a trade across issues may give every side more.',
  );
  return lines.join(' ');
}

function offerInWords({ agenda }: OnTheTable, offer: Offer): string {
  return agenda
    .map(({ issue, answers }, i) => `${issue.name}: ${offer[i] == null ? 'open' : answerName(answers, offer[i])}`)
    .join('; ');
}

/** The middle of the offers, without preferences. */
export const middleGroundMethod: Method = {
  name: 'Middle ground',
  definition:
    'On each range, the answer for which the side that must come furthest comes the least far; of contested options, divisions that are as even as can be.',
  assumes: 'Every issue counts alike, and every part of a range as much as any other.',
  misleads:
    'Where the sides value issues differently it throws away what both could gain, and it rewards whoever opened with the more extreme demand. It knows no red line and no reservation.',
  source: 'Pruitt 1981 on compromise; Froman and Cohen 1970',
};
