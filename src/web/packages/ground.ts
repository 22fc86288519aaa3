import { packages, preferences } from '../../analysis/index.ts';
import {
  issueOf,
  extentOf,
  issues,
  kindsInTalks,
  lazily,
  offersOnTable,
  onceWhile,
  parties,
  valuedIn,
  type CaseFile,
  type OffersOnTable,
  type Party,
  type Valued,
} from '../../domain/index.ts';

/** What packages are made of, as far as a viewer knows: the issues, whose points are known, and what lies on the table. */
export interface Ground extends OffersOnTable {
  /** The issues and sides that packages are worked out on. Without any points: every issue, and no side. */
  readonly valued: Valued;
  /** The sides that the offers on the table are in the order of: those with points, or all where nobody's are known. */
  readonly sides: readonly Party[];
  readonly table: packages.OnTheTable;
  /** All of it as text, by which it is told from another. */
  readonly text: () => string;
}

/** What the ground is made of. */
const kindsInGround = [...kindsInTalks, 'opening', 'preferences'] as const;

/** The ground of a file: with the sides whose points its viewer knows, or with options and ranges alone. */
export const groundIn = onceWhile(
  (file) => extentOf(file, kindsInGround),
  (file): Ground => groundOf(file, valuedIn(file) ?? withoutPoints(file)),
);

/** The ground of some issues and profiles over a file. */
export function groundOf(file: CaseFile, valued: Valued): Ground {
  const known = valued.sides.map(({ party }) => party);
  const sides = known.length === 0 ? parties(file) : known;
  const agenda = packages.agendaOf(valued.scenario.issues, preferences.answersIn(valued.scenario));
  const laid = offersOnTable(file, valued.issues, agenda, sides);
  const remarks = valued.coarse ? [coarsely, ...laid.remarks] : laid.remarks;
  const ground = { valued, sides, table: { agenda, offers: laid.offers }, ...laid, remarks };
  return { ...ground, text: lazily(() => JSON.stringify(ground)) };
}

const withoutPoints = (file: CaseFile): Valued => ({
  scenario: { issues: issues(file).map(issueOf), profiles: [], constraints: [] },
  issues: issues(file),
  coarse: false,
  sides: [],
});

const coarsely =
  'With three sides or more, ranges are worked through in a few even steps: numbers between them are not considered here.';
