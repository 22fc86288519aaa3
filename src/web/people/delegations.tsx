import { audienceInWords, currentOf, type Entry, type FactOf } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { rankInWords } from '../shell.tsx';
import { Time } from '../times.tsx';

/** The delegations that a side is known to send, each with its rank, its mandate and its members; who may know of it stands in the margin. */
export const DelegationNotes = ({ party, view }: { readonly party: string; readonly view: View }) => {
  const notes = currentOf(view.file, 'delegation').filter((entry) => entry.fact.party === party);
  return (
    <>
      {notes.map((entry) => (
        <Note entry={entry} view={view} />
      ))}
    </>
  );
};

const Note = ({ entry, view }: { readonly entry: Entry<FactOf<'delegation'>>; readonly view: View }) => (
  <article class="entry delegation" id={`e-${entry.id}`}>
    <div class="margin">
      <p>
        <Time at={entry.at} file={view.file} />
      </p>
      <p class="who-knows">Known to {audienceInWords(view.file, entry.audience)}</p>
    </div>
    <div class="matter">
      <h4>
        Delegation: <bdi>{entry.fact.name}</bdi>, {rankInWords[entry.fact.rank]}
      </h4>
      {entry.fact.mandate !== '' && <Words text={entry.fact.mandate} />}
      {entry.fact.members.length > 0 && (
        <ul>
          {entry.fact.members.map((member) => (
            <li>
              <bdi>{member.name}</bdi>
              {member.title !== '' && (
                <>
                  , <bdi>{member.title}</bdi>
                </>
              )}
              , {rankInWords[member.rank]}
            </li>
          ))}
        </ul>
      )}
    </div>
  </article>
);
