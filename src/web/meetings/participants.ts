import {
  institutions,
  listed,
  mediatorSeat,
  participantInWords,
  parties,
  partySeat,
  type CaseFile,
  type Meeting,
  type Seat,
} from '../../domain/index.ts';

/** Who can take part in a meeting: the mediation, each institution, each side in alphabetical order; persons and the public are not asked for. */
export const possibleParticipants = (file: CaseFile): readonly Seat[] => [
  'mediation',
  ...institutions(file).map(({ key }) => mediatorSeat(key)),
  ...parties(file).map(({ key }) => partySeat(key)),
];

/** Who takes part in a meeting, in words, in the same order for every meeting. */
export function participantsInWords(file: CaseFile, { participants }: Pick<Meeting, 'participants'>): string {
  const order = possibleParticipants(file);
  const place = (seat: Seat) => (order.includes(seat) ? order.indexOf(seat) : order.length);
  return listed([...participants].sort((a, b) => place(a) - place(b)).map((seat) => participantInWords(file, seat)));
}
