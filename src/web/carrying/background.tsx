import type { FC } from 'hono/jsx';
import {
  audienceInWords,
  disclosuresOf,
  entryWithId,
  type Bridging,
  type Carried,
  type Source,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { EntryLine } from '../entries/line.tsx';
import { PutWords } from '../entries/put-words.tsx';
import { roomAddress, roomOf } from '../entries/room-of.ts';

/** What a source answers, who knows of it, what has been carried of it, and whether it was revised since the address was made. */
export const Background: FC<{ readonly view: View; readonly source: Source; readonly revised: boolean }> = ({
  view,
  source,
  revised,
}) => {
  const answered = source.fact.kind === 'response' ? entryWithId(view.file, source.fact.to) : null;
  const disclosures = disclosuresOf(view.file, source.id);
  const room = roomOf(view.file, source.audience);
  return (
    <>
      {revised && <p class="state">It was revised since. These are the newest terms.</p>}
      <p>
        From{' '}
        <a href={`${roomAddress(view, room)}#e-${source.id}`}>
          <bdi>{room.name}</bdi>
        </a>
        , known to {audienceInWords(view.file, source.audience)}.
      </p>
      {answered !== null && (
        <details>
          <summary>What it answers</summary>
          <PutWords fact={answered.fact as Carried | Bridging} view={view} />
        </details>
      )}
      {disclosures.length > 0 && (
        <>
          <p>Carried of it so far:</p>
          <ul class="lines dated">
            {disclosures.map((entry) => (
              <li>
                <EntryLine entry={entry} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
