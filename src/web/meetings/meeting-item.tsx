import type { Child } from 'hono/jsx';
import type { Entry, FactOf, Meeting } from '../../domain/index.ts';
import { Item } from '../agenda/item.tsx';
import { Whereabouts } from '../agenda/items.tsx';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { meetingStateInWords } from '../entries/line.tsx';
import { participantsInWords } from './participants.ts';

/** A meeting: when, of what format, with whom, where, about what; in the margin who may know that it exists. */
export const MeetingItem = ({
  entry,
  view,
  acts,
}: {
  readonly entry: Entry<FactOf<'meeting'>>;
  readonly view: View;
  readonly acts?: Child;
}) => {
  const { fact } = entry;
  return (
    <Item entry={entry} view={view} when={fact.starts} acts={acts}>
      <h3>
        <bdi>{fact.name}</bdi>
        <span class="state"> · {meetingStateInWords[fact.state]}</span>
      </h3>
      <p>
        {formatInWords[fact.format]}, with <bdi>{participantsInWords(view.file, fact)}</bdi>.
      </p>
      <Whereabouts view={view} track={fact.track} venue={fact.venue} round={fact.round} />
      {fact.agenda !== '' && <Words text={fact.agenda} />}
    </Item>
  );
};

/** The formats of meetings as they read. */
export const formatInWords: Readonly<Record<Meeting['format'], string>> = {
  proximity: 'Proximity talks',
  caucus: 'Caucus',
  consultation: 'Consultation',
  plenary: 'Plenary',
  technical: 'Technical meeting',
};
