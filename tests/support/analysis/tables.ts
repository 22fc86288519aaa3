import type { Chance } from '../../../src/analysis/chance.ts';
import { agendaOf, type Agenda, type Offer, type OnTheTable } from '../../../src/analysis/packages/index.ts';
import { answersOf } from '../../../src/analysis/preferences/index.ts';
import type { Issue } from '../../../src/analysis/scenario.ts';
import type { Scores } from '../../../src/analysis/scores.ts';

/** An agenda that fits the scores: some issues with options, some with ranges of steps. */
export function randomAgenda(chance: Chance, { sizes }: Pick<Scores, 'sizes'>): Agenda {
  const issues = sizes.map((size, i): Issue => {
    const name = `issue ${i}`;
    if (size < 2 || chance() < 0.5)
      return { kind: 'options', name, options: Array.from({ length: size }, (_, a) => `option ${a}`) };
    return { kind: 'range', name, from: 10, to: 10 + 5 * (size - 1), step: 5, unit: 'days' };
  });
  return agendaOf(
    issues,
    issues.map((issue) => answersOf(issue)),
  );
}

/** Offers by every party, each of which leaves an issue open with the chance `open` (0.2 unless given). */
export function randomTable(chance: Chance, scores: Pick<Scores, 'sizes' | 'parties'>, open = 0.2): OnTheTable {
  const whole = (below: number): number => Math.floor(chance() * below);
  const agenda = randomAgenda(chance, scores);
  const offers = scores.parties.map((): Offer => scores.sizes.map((size) => (chance() < open ? null : whole(size))));
  return { agenda, offers };
}

/** A random package, allowed or not. */
export function randomPackage(chance: Chance, { sizes }: Pick<Scores, 'sizes'>): readonly number[] {
  return sizes.map((size) => Math.floor(chance() * size));
}
