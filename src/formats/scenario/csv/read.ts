import {
  checkScenario,
  type Issue,
  type Profile,
  type Reservation,
  type Scenario,
  type ValueFunction,
} from '../../../analysis/index.ts';
import { neverBinds, noteReservation, stemOf } from '../assembled.ts';
import { faultsOf, notesOf, start, type Findings, type Place } from '../findings.ts';
import { numberIn } from '../number-in.ts';
import type { Read, ReadScenario, Reading } from '../read-scenario.ts';
import { oddCharacter, oddCharacterInWords } from '../../yaml/characters.ts';
import { twiceIn } from '../twice.ts';
import { rowsIn, type Row } from './rows.ts';

/** Whether a text is a table of points: its first line has the columns “issue” and “option” first. */
export function isPointsTable(text: string): boolean {
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/[\r\n]/, 1);
  const cells = head.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', '').toLowerCase());
  return cells[0] === 'issue' && cells[1] === 'option';
}

interface Table {
  readonly parties: readonly string[];
  /** For each issue its options in order, with the points of each party. */
  readonly points: ReadonlyMap<string, Map<string, readonly number[]>>;
  readonly weights: ReadonlyMap<string, readonly number[]>;
  readonly reservations: readonly (number | null)[];
  /** The line on which they stand. */
  readonly reservationLine: number | null;
}

/**
 * A scenario from a table of points: the columns issue, option, and one for each party. A row whose option is empty gives the weights
 * of its issue (1 if there is none); a row without an issue whose option is “reservation” gives reservation values, empty where there is none.
 */
export function readCsv(text: string, findings: Findings, reading: Reading): Read<ReadScenario> {
  const odd = oddCharacter(text);
  if (odd !== null) {
    const before = text.slice(0, odd).split('\n');
    findings.fault({ line: before.length, column: 1, path: '' }, `Here is ${oddCharacterInWords}.`);
  }
  const rows = rowsIn(text, findings);
  const table = rows === null ? null : tableIn(rows, findings);
  const errors = faultsOf([findings]);
  if (table === null || errors.length > 0) return { errors };
  const issues = [...table.points].map(([name, options]): Issue => ({
    kind: 'options',
    name,
    options: [...options.keys()],
  }));
  const profiles = table.parties.map((party, column): Profile => {
    const limit = table.reservations[column] ?? null;
    const profile: Profile = {
      party,
      provenance: reading.provenance ?? { kind: 'analyst', name: `the author of ${findings.file}` },
      weights: issues.map(({ name }) => table.weights.get(name)?.[column] ?? 1),
      values: [...table.points.values()].map((options): ValueFunction => ({
        kind: 'table',
        values: [...options.values()].map((points) => points[column] ?? 0),
      })),
      interactions: [],
      reservation: limit === null ? null : ({ kind: 'utility', utility: limit } satisfies Reservation),
    };
    noteReservation(profile, findings, table.reservationLine);
    return neverBinds(profile) ? { ...profile, reservation: null } : profile;
  });
  const scenario: Scenario = { issues, profiles, constraints: [] };
  for (const { sentence } of checkScenario(scenario)) findings.fault(start, sentence);
  const unfit = faultsOf([findings]);
  if (unfit.length > 0) return { errors: unfit };
  return {
    format: 'csv',
    name: stemOf(findings.file),
    scenario,
    division: null,
    conflict: null,
    exchange: null,
    talks: null,
    ceilings: profiles.map(() => null),
    discounts: profiles.map(() => null),
    uncertain: profiles.map(() => null),
    notes: notesOf([findings]),
  };
}

function tableIn(rows: readonly Row[], findings: Findings): Table | null {
  const [head, ...body] = rows;
  const [issue, option, ...parties] = head?.cells ?? [];
  if (head === undefined || issue?.toLowerCase() !== 'issue' || option?.toLowerCase() !== 'option') {
    findings.fault(start, 'The first line must name the columns: issue, option, and one for each party.');
    return null;
  }
  const empty = parties.findIndex((party) => party === '');
  const twice = twiceIn(parties);
  if (empty >= 0) findings.fault(placeOf(head, empty + 2), 'This column has no name; it must be that of a party.');
  else if (twice !== undefined)
    findings.fault(placeOf(head, parties.lastIndexOf(twice) + 2), `There are two columns “${twice}”.`);
  if (parties.length < 2)
    findings.fault(
      start,
      `There must be a column for each of at least two parties; here is ${parties.length === 0 ? 'none' : 'one'}.`,
    );
  const points = new Map<string, Map<string, readonly number[]>>();
  const weights = new Map<string, readonly number[]>();
  const weightRows = new Map<string, Row>();
  let reservations: readonly (number | null)[] | null = null;
  let reservationLine: number | null = null;
  for (const row of body) {
    const [name = '', answer = ''] = row.cells;
    if (row.cells.length !== head.cells.length) {
      findings.fault(
        placeOf(row, 0),
        `This row has ${row.cells.length} cells; the first line has ${head.cells.length}.`,
      );
    } else if (name === '' && answer.toLowerCase() === 'reservation') {
      if (reservations !== null) findings.fault(placeOf(row, 1), 'There is a second row of reservation values.');
      reservationLine = row.line;
      reservations = parties.map((_, column) =>
        row.cells[column + 2] === '' ? null : numberAt(row, column + 2, findings),
      );
    } else if (name === '') {
      findings.fault(placeOf(row, 0), 'This row names no issue. Repeat the issue on the row of each option.');
    } else if (answer === '') {
      if (weights.has(name)) findings.fault(placeOf(row, 0), `The issue “${name}” has two rows of weights.`);
      weightRows.set(name, row);
      weights.set(
        name,
        parties.map((_, column) => weightAt(row, column + 2, findings)),
      );
    } else {
      const options = points.get(name) ?? new Map<string, readonly number[]>();
      if (options.has(answer))
        findings.fault(placeOf(row, 1), `The option “${answer}” of “${name}” stands here a second time.`);
      options.set(
        answer,
        parties.map((_, column) => numberAt(row, column + 2, findings) ?? 0),
      );
      points.set(name, options);
      if (points.size > mostIssues) break;
    }
  }
  if (points.size === 0)
    findings.fault(start, 'There is no issue in this table; each row names an issue, an option and its points.');
  if (points.size > mostIssues) findings.fault(start, `There are more than ${mostIssues} issues.`);
  for (const [name, row] of weightRows)
    if (!points.has(name)) findings.fault(placeOf(row, 0), `There are weights for “${name}”, which has no option.`);
  return { parties, points, weights, reservations: reservations ?? parties.map(() => null), reservationLine };
}

const mostIssues = 10_000;

function weightAt(row: Row, column: number, findings: Findings): number {
  const weight = numberAt(row, column, findings) ?? 0;
  if (weight < 0) findings.fault(placeOf(row, column), `A weight must be at least 0; here is ${weight}.`);
  return weight;
}

function numberAt(row: Row, column: number, findings: Findings): number | null {
  const cell = row.cells[column] ?? '';
  const number = numberIn(cell);
  if (number !== null) return number;
  const comma = /^-?\d+,\d+$/.test(cell) ? ' Write decimals with a point.' : '';
  findings.fault(placeOf(row, column), cell === '' ? 'Here is no number.' : `“${cell}” is no number.${comma}`);
  return null;
}

/** A cell of a row: its column is counted in cells. */
const placeOf = ({ line }: Row, column: number): Place => ({ line, column: column + 1, path: '' });
