import type { FC } from 'hono/jsx';
import { institutionOf, partyLetter, partyName, partyOf, type CaseFile, type Seat } from '../domain/index.ts';
import type { View } from './case-page.tsx';

/** A room as its band shows it: its name, and who hears what is said in it. */
export interface BandRoom {
  readonly name: string;
  readonly audience: readonly Seat[];
}

/** The band along the top edge, on screen and on paper: in whose room one is, in words and by the marks of those who hear it. */
export const Band: FC<{ readonly view: View; readonly room: BandRoom; readonly own: boolean; readonly as: string }> = ({
  view,
  room,
  own,
  as,
}) => {
  const marks = marksOf(view.file, room.audience);
  return (
    <section class={`band ${own ? marks.join(' ') : 'band-room'}`} aria-label="Where you are">
      <Strip file={view.file} audience={room.audience} />
      <p>
        <strong>
          <bdi>{room.name}</bdi>
        </strong>{' '}
        <span>
          · you are <bdi>{as}</bdi>
        </span>
      </p>
    </section>
  );
};

/** Those who hear a room, as a strip of their marks; the words beside it say the same. */
export const Strip: FC<{ readonly file: CaseFile; readonly audience: readonly Seat[] }> = ({ file, audience }) => (
  <span class="strip" aria-hidden="true">
    {marksOf(file, audience).map((mark) => (
      <span class={mark} />
    ))}
  </span>
);

/** The room that a person's own pages are in. */
export function ownRoom({ file, actor }: View): BandRoom {
  const audience = actor.seats.filter((seat) => !seat.startsWith('person:')).slice(0, 1);
  switch (actor.role.kind) {
    case 'mediator':
      return { name: 'Mediation', audience };
    case 'delegate':
      return { name: `${partyName(file, actor.role.party)} delegation`, audience };
    case 'reader':
      return { name: 'Reader', audience };
  }
}

/** The marks of those who hear: the mediation first, then an institution apart, then the sides by their letters. */
function marksOf(file: CaseFile, audience: readonly Seat[]): readonly string[] {
  const letters = audience
    .map(partyOf)
    .filter((party) => party !== null)
    .map((party) => partyLetter(file, party).toLowerCase())
    .sort();
  return [
    ...(audience.includes('public') ? ['side-everybody'] : []),
    ...(audience.includes('mediation') ? ['side-mediation'] : []),
    ...(audience.some((seat) => institutionOf(seat) !== null) ? ['side-institution'] : []),
    ...letters.map((letter) => `side-${letter}`),
  ];
}
