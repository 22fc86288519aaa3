import type { packages } from '../../analysis/index.ts';

/** The letter of the n-th package on a page. */
export const letterOf = (place: number): string => String.fromCharCode(97 + place);

/** What a suggestion is called: the reasons for which it is here. */
export const namesOf = ({ reasons }: Pick<packages.Suggestion, 'reasons'>): string =>
  reasons.map(({ name }) => titles[name]).join(' · ');

const titles: Readonly<Record<packages.SuggestionName, string>> = {
  nearest: 'Nearest to the table',
  nash: 'Nash',
  egalitarian: 'Egalitarian',
  robust: 'Robust',
  'traded from the middle': 'Traded from the middle',
  'better than the deal': 'Better than the deal, for all',
};
