import { openingOf, type CaseFile, type CaseId } from '../domain/index.ts';
import { caseIds, operatorFile, type Store } from '../store/index.ts';
import { refused } from './answer.ts';
import type { Exit } from './command.ts';
import type { Io } from './io.ts';
import type { Told } from './place.ts';

/** A case as somebody at the terminal finds it: its id, its name, and the file of all its seats together. */
export interface FoundCase {
  readonly id: CaseId;
  readonly name: string;
  readonly whole: CaseFile;
}

/** Every case of the store, by name. */
export async function allCases(store: Store): Promise<readonly FoundCase[]> {
  const found: FoundCase[] = [];
  for (const id of await caseIds(store)) {
    const whole = await operatorFile(store, id);
    if (whole !== null) found.push({ id, name: openingOf(whole)?.name ?? '', whole });
  }
  return found.sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** Works on the case of this id, of this beginning of an id (six characters or more), or of this name. Refuses when there is none, or several. */
export async function withCase(
  store: Store,
  text: string,
  told: Told,
  io: Io,
  work: (found: FoundCase) => Promise<Exit>,
): Promise<Exit> {
  const typed = text.trim().toLowerCase();
  const all = await allCases(store);
  const fitting = all.filter(
    ({ id, name }) => id === typed || name.toLowerCase() === typed || (typed.length >= 6 && id.startsWith(typed)),
  );
  const [only, another] = fitting;
  if (only === undefined)
    return refused(io, told.json, `There is no case “${text}”. parley case list shows those there are.`);
  if (another !== undefined)
    return refused(
      io,
      told.json,
      `Several cases fit “${text}”: ${fitting.map(({ id }) => id).join(', ')}. Give the id.`,
    );
  return work(only);
}

/** The file of a seat of the case, by the seat as it is written: `mediation`, `party:KEY`, `mediator:KEY`, `person:ID`, `public`. Null when the case has no such seat. */
export async function fileOfSeat(store: Store, { id, whole }: FoundCase, written: string): Promise<CaseFile | null> {
  const seat = whole.seats.find((known) => known === written);
  return seat === undefined ? null : operatorFile(store, id, [seat]);
}

/** The refusal of a seat that the case does not have, with those that it has. */
export function noSuchSeat(written: string, { whole }: FoundCase): string {
  const seats = whole.seats.filter((seat) => !seat.startsWith('person:'));
  return `The case has no seat “${written}”. It has ${seats.sort().join(', ')}, and one for each of its people, person:ID.`;
}
