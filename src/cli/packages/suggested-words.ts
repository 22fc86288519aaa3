import { packages, uncertainty } from '../../analysis/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import type { Party } from '../analyse/analysis.ts';
import { packageInWords } from '../analyse/answers.ts';
import type { Io } from '../io.ts';
import { columns, indented, listed } from '../lines.ts';
import { noteLines } from '../notes.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';
import type { Robustly } from './found.ts';
import { explained, headLines } from './head-lines.ts';
import { robustlyMethods } from './robustly.ts';
import { suggestMethods, type Against, type Suggested, type SuggestedPackage } from './suggested.ts';

const titles: Readonly<Record<string, string>> = {
  nearest: 'Nearest to the latest offers',
  nash: 'Nash solution',
  egalitarian: 'Largest least gain',
  robust: 'Stays efficient most often',
  'traded from the middle': 'Traded from the middle of the offers',
  'better than the deal': 'Better than the deal for all',
};

/** More parties than this do not stand side by side on a terminal. */
const mostInTable = 4;

/** Suggested packages for people to read. */
export function suggestedInWords(
  found: Suggested,
  robustly: readonly Robustly[],
  read: ReadScenario,
  io: Io,
  isExplained: boolean,
): readonly string[] {
  const { parties, suggestions, potential, trades, offers } = found;
  const offered = offers.map((offer) => offer.length > 0);
  const hasOffers = offered.includes(true);
  return [
    ...headLines(parties, read.name, io),
    ...suggestions.flatMap((suggestion, s) => [
      '',
      strong(plain(`${s + 1}. ${suggestion.reasons.map(({ name }) => titles[name] ?? name).join('; ')}`), io),
      ...(parties.length > mostInTable
        ? [
            ...indented(packageInWords(suggestion.package)),
            ...listed(suggestion.accounts.map(({ sentence }) => sentence)),
          ]
        : suggestionTable(suggestion, parties, offered, io)),
      ...(robustly[s] == null ? [] : indented(countsInWords(robustly[s].counts))),
      ...(isExplained ? suggestion.reasons.flatMap(({ sentence }) => ['', ...indented(sentence)]) : []),
    ]),
    '',
    ...wrapped(
      suggestions.length === 0 ? 'There is no package to suggest.' : legend(hasOffers, robustly, isExplained),
      columns,
    ),
    '',
    strong('What could be traded', io),
    ...indented(potential),
    ...listed(trades.map(({ sentence }) => sentence)),
    ...explained([...suggestMethods, ...robustlyMethods], isExplained, io),
    ...noteLines(read, found.notes, io),
  ];
}

function legend(hasOffers: boolean, robustly: readonly Robustly[], isExplained: boolean): string {
  return [
    hasOffers
      ? 'Beside the package: each party’s latest answers, and in brackets what it gains or loses against them.'
      : 'Beside the package: what each answer is worth to each party.',
    'Gain: above what it has without an agreement.',
    ...(hasOffers ? ['Way: how far it would have to come from its latest offer, of the way across all issues.'] : []),
    ...(robustly.some((one) => one !== null) ? [uncertainty.robustnessMethod.misleads] : []),
    ...(isExplained ? [] : ['Why each package is here: --explain.']),
  ].join(' ');
}

/** A package issue by issue, beside what each party asked for, with what it comes to for each. */
function suggestionTable(
  { package: pack, accounts, utilities, apart }: SuggestedPackage,
  parties: readonly Party[],
  offered: readonly boolean[],
  io: Io,
): readonly string[] {
  const hasOffers = offered.includes(true);
  const cell = hasOffers ? againstInWords : ({ points }: Against) => packages.pointsInWords(points);
  const rows = pack.map(({ issue, words }, i) => [
    issue,
    words,
    ...accounts.map(({ against }) => (against[i] === undefined ? '' : cell(against[i]))),
  ]);
  const gain = ({ reservation }: Party, p: number): string =>
    reservation === null ? 'not known' : signed((utilities[p] ?? 0) - reservation);
  const totals = [
    ['Worth', '', ...utilities.map(packages.pointsInWords)],
    ['Gain', '', ...parties.map(gain)],
    ...(hasOffers
      ? [['Way', '', ...apart.map((share, p) => (offered[p] === true ? percent(share) : 'no offer yet'))]]
      : []),
  ];
  const head = ['Issue', 'Package', ...parties.map(({ name }) => name)];
  return table(head, [...rows, ...totals], io, columns - 3).map((line) => `   ${line}`);
}

function againstInWords({ offered, change }: Against): string {
  if (offered === null) return 'no answer yet';
  return change === null || change === 0 ? offered : `${offered} (${signed(change)})`;
}

const signed = (number: number): string => `${number > 0 ? '+' : ''}${packages.pointsInWords(number)}`;

/** How a package fares over the weightings, in one line. */
function countsInWords({ samples, efficient, acceptable }: uncertainty.Robustness): string {
  const accepted =
    acceptable === null
      ? 'whether all could accept it is not known'
      : `acceptable to all in ${oftenInWords(acceptable)}`;
  return `With other weights (${samples.toLocaleString('en')} samples): efficient in ${oftenInWords(efficient)}, ${accepted}.`;
}

const oftenInWords = ({ share, interval }: uncertainty.Often): string =>
  `${percent(share)} (${percent(interval.from)} to ${percent(interval.to)})`;

const percent = (share: number): string => `${Math.round(share * 100)}%`;
