import { authorOf, standingOf, type Actor } from './authority.ts';
import { currentOf, entriesOf, once, type CaseFile } from './case-file.ts';
import { recipientsOf, type Source } from './carrying.ts';
import type { Entry, Instant } from './entry.ts';
import { stateOf } from './proposals.ts';
import { putTo, responseTo, type Answerable } from './responses.ts';
import { conversation, roomsOf, type Room } from './rooms.ts';
import { sealedAnswerOf, sealedQuestions, sealedStateOf, type SealedQuestion } from './sealed.ts';

/** Something that awaits a person's act. */
export type Awaiting =
  | { readonly kind: 'answer'; readonly since: Instant; readonly put: Answerable }
  | { readonly kind: 'sealed'; readonly since: Instant; readonly question: Entry<SealedQuestion> }
  | { readonly kind: 'carry'; readonly since: Instant; readonly source: Source }
  | { readonly kind: 'reply'; readonly since: Instant; readonly room: Room; readonly last: Entry };

/** What awaits a person, oldest first: proposals and sealed questions to answer, released words not yet carried, and rooms where another side spoke last. */
export function awaiting(file: CaseFile, actor: Actor, at: Instant): readonly Awaiting[] {
  const standing = standingOf(file, actor);
  const mediates = standing === 'lead' || standing === 'supporting';
  const all: Awaiting[] = [];
  if (actor.role.kind === 'delegate') {
    const { party } = actor.role;
    for (const put of putTo(file, party))
      if (stateOf(file, put, at) === 'standing' && responseTo(file, party, put.id) === null)
        all.push({ kind: 'answer', since: put.at, put });
    for (const question of sealedQuestions(file))
      if (
        question.fact.to.includes(party) &&
        sealedStateOf(file, question, at) === 'open' &&
        sealedAnswerOf(file, question.id, party) === null
      )
        all.push({ kind: 'sealed', since: question.at, question });
  }
  if (mediates) all.push(...uncarried(file).filter(({ source }) => isOpen(source, at)));
  if (mediates || actor.role.kind === 'delegate')
    for (const room of roomsOf(file)) {
      const last = conversation(file, room).findLast((entry) => entry.fact.kind === 'message');
      if (last === undefined || room.setting.kind === 'joint' || last.by.as === authorOf(actor).as) continue;
      all.push({ kind: 'reply', since: last.at, room, last });
    }
  return all.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Proposals and answers that stand, with something released that no other side has been shown. */
const uncarried = once((file): readonly Extract<Awaiting, { readonly kind: 'carry' }>[] => {
  const carried = new Set(entriesOf(file, 'disclosure').map((entry) => entry.fact.source));
  const sources: readonly Source[] = [...currentOf(file, 'proposal'), ...currentOf(file, 'response')];
  return sources
    .filter(
      (source) =>
        !carried.has(source.id) &&
        (source.fact.terms.some((term) => term.release !== 'hold') ||
          (source.fact.kind === 'response' && source.fact.release === 'convey')) &&
        recipientsOf(file, source).length > 0,
    )
    .map((source) => ({ kind: 'carry', since: source.at, source }));
});

const isOpen = ({ fact }: Source, at: Instant): boolean =>
  fact.kind === 'response' || fact.expires === null || fact.expires > at;
