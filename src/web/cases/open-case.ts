import { randomUUID } from 'node:crypto';
import type { CaseId, CaseScript, EntryId, PersonId, Replayed, ReplayIds } from '../../domain/index.ts';
import { idFrom, importCase, type Account } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { Form } from '../form.ts';

/** The ids of a case that a form opens: its own and its people's follow from the account and the form, so that sending the form again finds the same case. */
export function idsFor(context: Context, account: Account, form: Form, key: string): ReplayIds {
  const own = [account.id, key, form.digest];
  let made = 0;
  return {
    case: idFrom('case', ...own) as CaseId,
    person: (person) => idFrom('person', ...own, person) as PersonId,
    entry: () => context.newId?.(key, made++) ?? (randomUUID() as EntryId),
  };
}

/** Records a played case with the account in the place of its first person who mediates in the lead, and gives its address. Null when there is no such place. */
export async function openCaseAs(
  context: Context,
  account: Account,
  script: CaseScript,
  played: Replayed,
): Promise<string | null> {
  const leads = script.institutions.filter(({ standing }) => standing === 'lead').map(({ key }) => key);
  const place = played.people.find(
    ({ role, seats }) => seats.length > 0 && role.kind === 'mediator' && leads.includes(role.institution),
  );
  if (place === undefined) return null;
  await importCase(context.store, played, new Map([[place.key, account.id]]));
  return `/cases/${played.case}/people`;
}
