import { randomUUID } from 'node:crypto';
import {
  authorOf,
  entryOfKind,
  instant,
  isRefusal,
  refuse,
  rosterOf,
  seatsOf,
  type Actor,
  type CaseFile,
  type CaseId,
  type Decision,
  type Draft,
  type EntryId,
  type Making,
  type PersonId,
  type Refusal,
} from '../domain/index.ts';
import { hold, release } from './accounts.ts';
import { append } from './append.ts';
import { clerkActs } from './clerk.ts';
import { asAccounts, qualify, type Tx } from './as-viewer.ts';
import type { Store } from './database.ts';
import { readCaseFile } from './read-case-file.ts';
import { sessionIn } from './sessions.ts';
import { takeTurnAsViewer } from './turn.ts';

/** An act that somebody asks for. `key` is the form's own: the same key with the same `digest` changes nothing a second time. */
export interface Asking {
  readonly token: string;
  readonly caseId: CaseId;
  readonly key: string;
  readonly digest: string;
  readonly now: Date;
  /** Fresh ids; an argument so that tests can fix them. */
  readonly newId?: (key: string, nth: number) => EntryId;
}

/** What the domain decides, given the actor's own file. */
export type Decide = (file: CaseFile, actor: Actor, make: Making) => Decision;

/** What an act did: the entries it appended, now or when the same form was sent before. */
export interface Done {
  readonly entries: readonly EntryId[];
  readonly repeated: boolean;
}

/** What an act did within its transaction, and what is to be done once that is committed. */
interface Doing extends Done {
  readonly settled?: () => void;
  /** Whether a sealed answer was recorded, now or when the same form was sent before, so that the clerk may have something to open. */
  readonly sealed?: boolean;
}

/**
 * One act on a case in one transaction, as the viewer who asks: wait for one's turn on the case, load one's own file, let the domain
 * decide, append. Null when nobody is signed in or the case is none of theirs. A refusal leaves nothing behind.
 */
export const act = (store: Store, asking: Asking, decide: Decide): Promise<Done | Refusal | null> =>
  actBy(
    store,
    asking,
    async (tx) => (await sessionIn(tx, asking.token, asking.now, asking.caseId))?.actor ?? null,
    decide,
  );

/** The same for whoever `findActor` finds, in a transaction that is on accounts. */
export async function actBy(
  store: Store,
  asking: Omit<Asking, 'token'>,
  findActor: (tx: Tx) => Promise<Actor | null>,
  decide: Decide,
): Promise<Done | Refusal | null> {
  const outcome = await asAccounts(store.connection, 'write', async (tx) => {
    const actor = await findActor(tx);
    return actor === null ? null : actAs(tx, store, actor, asking, decide);
  });
  if (outcome === null || isRefusal(outcome)) return outcome;
  const { settled, sealed, ...done } = outcome;
  settled?.();
  if (!done.repeated) store.wake.ring(asking.caseId);
  if (sealed === true) await clerkActs(store, asking.caseId, asking.now, idsOf(asking, 'clerk'));
  return done;
}

async function actAs(
  tx: Tx,
  store: Store,
  actor: Actor,
  asking: Omit<Asking, 'token'>,
  decide: Decide,
): Promise<Doing | Refusal> {
  const { caseId, key, digest, now } = asking;
  const form = { own: [qualify(caseId, `person:${actor.person}`)], key, digest };
  const { before, ends } = await takeTurnAsViewer(tx, caseId, actor.seats, form);
  const file = await readCaseFile(tx, store.held, caseId, actor.seats, ends);
  if (before !== null) {
    if (before.digest === digest) {
      const entries = before.entries as EntryId[];
      return { entries, repeated: true, sealed: entries.some((id) => entryOfKind(file, 'sealedAnswer', id) !== null) };
    }
    return {
      ...refuse('alreadySent', 'look for it in the room'),
      changes: file.entries.filter((entry) => before.entries.includes(entry.id)),
    };
  }
  const at = instant(now);
  const decision = decide(file, actor, { at, id: idsOf(asking, '') });
  if (isRefusal(decision)) return decision;
  const by = authorOf(actor);
  store.held.note(
    caseId,
    decision.drafts.flatMap(({ audience }) => audience),
  );
  const appended = await append(
    tx,
    caseId,
    decision.drafts.map((draft) => ({ ...draft, at, by })),
    ends,
    form,
  );
  await followAppointments(tx, file, decision.drafts);
  return {
    entries: appended.map(({ entry }) => entry.id),
    repeated: false,
    settled: () => store.held.grow(caseId, actor.seats, appended),
    sealed: appended.some(({ entry }) => entry.fact.kind === 'sealedAnswer'),
  };
}

/** Fresh ids for what a form records, or what the clerk does after it. */
function idsOf({ key, newId = () => randomUUID() as EntryId }: Omit<Asking, 'token'>, whose: string): () => EntryId {
  let nth = 0;
  return () => newId(`${key}${whose}`, nth++);
}

const isAppointmentOf = (person: PersonId, { fact }: Draft): boolean =>
  fact.kind === 'appointment' && fact.person === person;

/** Appointments and dismissals give and take seats in the same transaction that records them. */
async function followAppointments(tx: Tx, file: CaseFile, drafts: readonly Draft[]): Promise<void> {
  const { observers } = rosterOf(file);
  for (const { fact } of drafts) {
    if (fact.kind === 'appointment')
      await hold(tx, file.case, { ...fact, seats: seatsOf(fact.person, fact.role, observers) }, null);
    if (fact.kind === 'dismissal' && !drafts.some((other) => isAppointmentOf(fact.person, other)))
      await release(tx, file.case, fact.person);
  }
}
