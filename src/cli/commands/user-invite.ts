import { randomUUID } from 'node:crypto';
import {
  appoint,
  currentOf,
  entriesOf,
  isRefusal,
  refusalInWords,
  type CaseFile,
  type PersonId,
} from '../../domain/index.ts';
import { invite, inviteFirst, operatorAct, type Store } from '../../store/index.ts';
import { answered, misused, refused } from '../answer.ts';
import { withCase, type FoundCase } from '../case-named.ts';
import { command, storeArgs, type Exit, type Given } from '../command.ts';
import type { Io } from '../io.ts';
import { addressArg, invitationLink, webAddress } from '../links.ts';
import { withExistingStore, withStore } from '../place.ts';
import { mandateWords, rankWords, readRole, roleWritten } from '../roles.ts';
import { plain } from '../wrapped.ts';

const args = {
  case: { type: 'positional', description: 'The case: its id, the beginning of its id, or its name.' },
  name: { type: 'string', valueHint: 'NAME', description: 'The name of the person.' },
  role: {
    type: 'string',
    valueHint: 'ROLE',
    description: 'mediator:INSTITUTION, delegate:PARTY or reader. Left out: a new link for somebody appointed before.',
  },
  rank: { type: 'enum', options: rankWords, description: 'How senior a delegate is.' },
  mandate: { type: 'enum', options: mandateWords, description: 'What a delegate may concede.' },
  issues: {
    type: 'string',
    valueHint: 'A,B',
    description: 'The issues that the mandate covers; all of them if left out.',
  },
  by: {
    type: 'string',
    valueHint: 'PERSON',
    description:
      'The mediator in whose name the person is appointed: name or id. The one who opened the case if left out.',
  },
  first: { type: 'boolean', description: 'Instead: another link for a first mediator, who may open cases.' },
  'public-url': addressArg,
  ...storeArgs,
} as const;

/** Appoints a person in a mediator's name and prints the person's one-time link. */
export const userInviteCommand = command({
  name: 'user invite',
  does: 'Appoints a person to a case, in the name of one of its mediators, and prints the person’s one-time link.',
  args,
  examples: [
    [
      'parley user invite veyra-id --name "Noor Amsel" --role mediator:commission',
      'A second mediator of the commission.',
    ],
    [
      'parley user invite veyra-id --name "Leo Brant" --role delegate:upstream --rank mid-level --mandate negotiate --issues data,monitoring',
      'A delegate with a mandate on two issues.',
    ],
    ['parley user invite veyra-id --name "Leo Brant"', 'A new link for him; earlier ones end.'],
    ['parley user invite --first', 'A link for a mediator who opens cases, as at the first start.'],
  ],
  run: async (given, io) => {
    const address = webAddress(given['public-url']);
    if (address === undefined)
      return misused(
        io,
        'user invite',
        '--public-url must be an address such as https://parley.example.org, without a path.',
      );
    if (given.first)
      return given.case === undefined
        ? inviteFirstMediator(given, address, io)
        : misused(io, 'user invite', '--first takes no case.');
    const { case: name, name: person } = given;
    if (name === undefined) return misused(io, 'user invite', 'Say to which case, or --first.');
    if (person === undefined) return misused(io, 'user invite', 'Say whom, with --name.');
    return withExistingStore(given, io, (store) =>
      withCase(store, name, given, io, (found) => invitePerson({ store, found, given, address, io }, person)),
    );
  },
});

const inviteFirstMediator = (given: Given<typeof args>, address: URL, io: Io): Promise<Exit> =>
  withStore(given, io, async (store) => {
    const link = invitationLink(address.href, await inviteFirst(store, io.now()));
    return answered(io, given.json, { link }, [
      'The one-time link of a first mediator, good for seven days:',
      `  ${link}`,
    ]);
  });

interface Asked {
  readonly store: Store;
  readonly found: FoundCase;
  readonly given: Given<typeof args>;
  readonly address: URL;
  readonly io: Io;
}

async function invitePerson(asked: Asked, name: string): Promise<Exit> {
  const { store, found, given, io } = asked;
  const before = currentOf(found.whole, 'appointment').find(({ fact }) => fact.name === name);
  if (given.role === undefined)
    return before === undefined
      ? refused(io, given.json, `“${name}” is not in this case. Say as what to appoint them, with --role.`)
      : linkFor(asked, before.fact.person, name, roleWritten(before.fact.role));
  if (before !== undefined)
    return refused(
      io,
      given.json,
      `“${name}” is in this case already (${roleWritten(before.fact.role)}). Leave out --role for a new link.`,
    );
  const role = readRole(found.whole, {
    role: given.role,
    rank: given.rank,
    mandate: given.mandate,
    issues: given.issues,
  });
  if ('wrong' in role) return refused(io, given.json, role.wrong);
  const by = mediatorNamed(found.whole, given.by);
  if (by === null) return refused(io, given.json, `There is no “${given.by ?? ''}” in this case to appoint somebody.`);
  const person = randomUUID() as PersonId;
  const asking = { caseId: found.id, key: randomUUID(), digest: '', now: io.now() };
  const outcome = await operatorAct(store, asking, by, (file, actor, make) =>
    appoint(file, actor, { person, name, role }, make),
  );
  if (outcome === null)
    return refused(io, given.json, 'Whoever opened the case has left it. Name another mediator with --by.');
  if (isRefusal(outcome)) return refused(io, given.json, refusalInWords(outcome));
  return linkFor(asked, person, name, roleWritten(role));
}

async function linkFor(
  { store, found, given, address, io }: Asked,
  person: PersonId,
  name: string,
  role: string,
): Promise<Exit> {
  const token = await invite(store, found.id, person, role.startsWith('mediator'), io.now());
  if (token === null) return refused(io, given.json, `“${name}” has accepted an invitation already, and can sign in.`);
  const link = invitationLink(address.href, token);
  return answered(io, given.json, { case: found.id, person, name, role, link }, [
    plain(`${name} (${role}) is invited to “${found.name}”. The link works once, within seven days:`),
    `  ${link}`,
  ]);
}

/** The person in whose name the operator acts: by name or id, or else whoever opened the case. */
function mediatorNamed(file: CaseFile, by: string | undefined): PersonId | null {
  if (by === undefined) return entriesOf(file, 'opening')[0]?.by.person ?? null;
  return currentOf(file, 'appointment').find(({ fact }) => fact.person === by || fact.name === by)?.fact.person ?? null;
}
