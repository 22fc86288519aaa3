import { headway, packages, preferences, type Package } from '../analysis/index.ts';
import type { CaseFile } from './case-file.ts';
import { answerInWords, type Issue } from './issues.ts';
import { parties, type Party } from './parties.ts';
import { talksIn, told } from './talks.ts';

/** What the sides have said so far, in the form that packages are compared with. Sides and issues are in the order asked for. */
export interface OffersOnTable {
  /** The latest answers of each side. */
  readonly offers: readonly packages.Offer[];
  /** Whole offers in turn, each as it stood when something in it changed; a side is named by its place. */
  readonly dance: readonly packages.DanceOffer[];
  readonly redLines: readonly packages.RedLine[];
  /** What was agreed, where the latest answers of all sides of the talks are the same on everything. */
  readonly deal: Package | null;
  /** What a reader must be told: answers counted as the nearest that is considered, and red lines that are for people to judge. */
  readonly remarks: readonly string[];
}

/** Reads the talks that a viewer knows as offers over these issues and sides. */
export function offersOnTable(
  file: CaseFile,
  issues: readonly Issue[],
  agenda: packages.Agenda,
  sides: readonly Party[],
): OffersOnTable {
  const talks = talksIn(file);
  const names = told(parties(file));
  const nameOf = ({ key }: Party): string => names[parties(file).findIndex((party) => party.key === key)] ?? key;
  const placeIn = talks.issues.map(({ key }) => issues.findIndex((issue) => issue.key === key));
  const remarks: string[] = [];
  const stands = headway.standingIn(talks.history).issues;
  const latest = (name: string): packages.Offer =>
    issues.map((issue, i) => {
      const stand = stands[placeIn.indexOf(i)]?.stands.find(({ party }) => party === name);
      if (stand === undefined) return null;
      const place = placeOfAnswer(agenda[i], stand.answer);
      if (place !== null && !place.exact && typeof stand.answer === 'number')
        remarks.push(
          `${name}’s ${answerInWords(issue, stand.answer)} on ${issue.name} lies between the answers that are considered; the nearest, ${namedAt(agenda[i], place.place)}, stands for it.`,
        );
      return place?.place ?? null;
    });
  const offers = sides.map((side) => latest(nameOf(side)));
  const everybody = parties(file).map((side) => offers[sides.indexOf(side)] ?? latest(nameOf(side)));
  const moves = talks.history.moves.map((move) => ({ ...move, issue: placeIn[move.issue] ?? -1 }));
  const lines = redLinesIn(moves, issues, agenda, sides.map(nameOf));
  return {
    offers,
    dance: danceIn(moves, agenda, sides.map(nameOf)),
    redLines: lines.redLines,
    deal: dealAmong(everybody),
    remarks: [...new Set([...remarks, ...lines.remarks])],
  };
}

/** An answer by its place among those that are considered, and whether it is that answer or the nearest to it. */
export function placeOfAnswer(
  item: packages.AgendaItem | undefined,
  answer: headway.Answer,
): { readonly place: number; readonly exact: boolean } | null {
  if (item === undefined || typeof answer === 'object') return null;
  const { answers } = item;
  if (answers.kind === 'options') {
    const place = answers.options.indexOf(String(answer));
    return place < 0 ? null : { place, exact: true };
  }
  if (typeof answer !== 'number') return null;
  const place = packages.nearestAnswer(answers, answer);
  return { place, exact: Math.abs((answers.numbers[place] ?? Number.NaN) - answer) < 1e-9 };
}

const namedAt = (item: packages.AgendaItem | undefined, place: number): string =>
  item === undefined ? '' : preferences.answerName(item.answers, place);

function danceIn(
  moves: readonly headway.Move[],
  agenda: packages.Agenda,
  sides: readonly string[],
): readonly packages.DanceOffer[] {
  const said = sides.map((): (number | null)[] => agenda.map(() => null));
  const dance: packages.DanceOffer[] = [];
  moves.forEach((move, m) => {
    const party = sides.indexOf(move.party);
    const own = said[party];
    if (own === undefined || move.issue < 0 || move.kind === 'red-line') return;
    own[move.issue] = move.answer === null ? null : (placeOfAnswer(agenda[move.issue], move.answer)?.place ?? null);
    const next = moves[m + 1];
    if (next !== undefined && next.ref === move.ref && next.party === move.party) return;
    const pack = own.filter((answer) => answer !== null);
    const before = dance.findLast((offer) => offer.party === party);
    if (pack.length < agenda.length || before?.pack.join() === pack.join()) return;
    dance.push({ party, pack });
  });
  return dance;
}

/** A red line on a range rules out what lies beyond it, seen from the side's first other answer; one on options has no beyond. */
function redLinesIn(
  moves: readonly headway.Move[],
  issues: readonly Issue[],
  agenda: packages.Agenda,
  sides: readonly string[],
): { readonly redLines: readonly packages.RedLine[]; readonly remarks: readonly string[] } {
  const redLines: packages.RedLine[] = [];
  const remarks: string[] = [];
  sides.forEach((name, party) => {
    issues.forEach((issue, i) => {
      const own = moves.filter((move) => move.party === name && move.issue === i && move.answer !== null);
      const line = own.findLast(({ kind }) => kind === 'red-line')?.answer;
      if (line === undefined || line === null || typeof line === 'object') return;
      const answers = agenda[i]?.answers;
      const other = own.find(({ kind, answer }) => kind !== 'red-line' && answer !== line)?.answer;
      if (answers?.kind !== 'numbers' || typeof line !== 'number' || typeof other !== 'number') {
        const said = issue.scale.kind === 'options' ? String(line) : answerInWords(issue, line);
        remarks.push(
          `${name} drew a red line on ${issue.name}: ${said}. Which answers lie beyond it is not known here; judge it yourself.`,
        );
        return;
      }
      const beyond = answers.numbers.flatMap((number, a) =>
        other > line ? (number < line ? [a] : []) : number > line ? [a] : [],
      );
      redLines.push({ party, issue: i, beyond });
    });
  });
  return { redLines, remarks };
}

function dealAmong(offers: readonly packages.Offer[]): Package | null {
  const [first, ...others] = offers;
  if (first === undefined || others.length === 0 || first.length === 0) return null;
  const whole = first.filter((answer) => answer !== null);
  return whole.length === first.length && others.every((offer) => offer.join() === whole.join()) ? whole : null;
}
