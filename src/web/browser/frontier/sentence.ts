import { packages, preferences, type Scenario } from '../../../analysis/index.ts';
import type { Picture } from './picture.ts';

/** The chosen point in a sentence, to be read out and read. */
export function sentenceOf(scenario: Scenario, picture: Picture, place: number): string {
  if (picture.size === 0) return 'No package is efficient.';
  const agenda = packages.agendaOf(scenario.issues, preferences.answersIn(scenario));
  const gives = picture
    .totalsAt(place)
    .map((total, p) => `${scenario.profiles[p]?.party ?? ''} ${Math.round(total * 10) / 10}`);
  const names = picture.named.filter((one) => one.place === place).map(({ label }) => label);
  const called = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `Point ${place + 1} of ${picture.size}${called}: ${gives.join(', ')}. ${packages.packageInWords(agenda, picture.packageAt(place))}.`;
}
