import { awaiting, partyName, type Awaiting } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { inOneLine } from '../entries/line.tsx';
import { Time } from '../times.tsx';

const shown = 12;

/** What awaits the person, each in one line, oldest first. */
export const AwaitingYou = ({ view }: { readonly view: View }) => {
  const waiting = awaiting(view.file, view.actor, view.now);
  return (
    <section aria-labelledby="awaiting">
      <h2 id="awaiting">Awaiting you</h2>
      {waiting.length === 0 ? (
        <p class="empty">Nothing awaits you. Proposals to answer, words to carry and rooms to reply in appear here.</p>
      ) : (
        <ul class="lines dated to-do">
          {waiting.slice(0, shown).map((one) => (
            <li>
              <span class="when">
                since <Time at={one.since} file={view.file} only="day" />
              </span>{' '}
              <span class="what">
                <WaitingLine one={one} view={view} />
              </span>
            </li>
          ))}
          {waiting.length > shown && (
            <li>
              and <a href={`${view.base}/proposals`}>{waiting.length - shown} more after these</a>
            </li>
          )}
        </ul>
      )}
    </section>
  );
};

const WaitingLine = ({ one, view }: { readonly one: Awaiting; readonly view: View }) => {
  switch (one.kind) {
    case 'answer':
      return (
        <a href={`${view.base}/answer/${one.put.id}`}>
          Answer: <bdi>{inOneLine(view.file, one.put)}</bdi>
        </a>
      );
    case 'sealed':
      return (
        <a href={`${view.base}/sealed/${one.question.id}`}>
          Answer under seal: <bdi>{one.question.fact.title}</bdi>, by{' '}
          <Time at={one.question.fact.closes} file={view.file} />
        </a>
      );
    case 'carry':
      return (
        <a href={`${view.base}/carry/${one.source.id}`}>
          Carry from <bdi>{partyName(view.file, one.source.fact.party)}</bdi>:{' '}
          <bdi>{inOneLine(view.file, one.source)}</bdi>
        </a>
      );
    case 'reply':
      return (
        <a href={`${view.base}/rooms/${one.room.key}#e-${one.last.id}`}>
          Reply in <bdi>{one.room.name}</bdi>: <bdi>{inOneLine(view.file, one.last)}</bdi>
        </a>
      );
  }
};
