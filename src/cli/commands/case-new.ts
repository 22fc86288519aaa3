import { randomUUID } from 'node:crypto';
import {
  instant,
  isReplayRefusal,
  refusalInWords,
  replayCase,
  type CaseId,
  type CaseScript,
  type EntryId,
  type PersonId,
  type PlayedPerson,
  type Replayed,
} from '../../domain/index.ts';
import { parseCaseYaml, type Fault } from '../../formats/index.ts';
import { idFrom, importCase, invite, type Store } from '../../store/index.ts';
import { answered, misused, refused } from '../answer.ts';
import { command, storeArgs } from '../command.ts';
import { openedBy } from '../founder.ts';
import { addressArg, invitationLink, webAddress } from '../links.ts';
import { withStore } from '../place.ts';
import { roleWritten } from '../roles.ts';
import { textAt } from '../text-at.ts';
import { plain } from '../wrapped.ts';

/** Opens a real case from a case file in YAML, and prints the link of each of its people. */
export const caseNewCommand = command({
  name: 'case new',
  does: 'Opens a real case from a case file in YAML, and prints the one-time invitation link of each of its people.',
  more: 'The case is opened whole or not at all. The same file is opened once: a second time is refused, and changes nothing. Each link is good for seven days; parley user invite makes a new one.',
  args: {
    file: { type: 'positional', required: true, description: 'The case file.' },
    'as-lead': {
      type: 'string',
      valueHint: 'NAME',
      description: 'Who opens the case: one of its lead mediators, or somebody who joins them.',
    },
    'public-url': addressArg,
    ...storeArgs,
  },
  examples: [
    ['parley case new talks.yaml', 'Opens the case; its first lead mediator is the one who opens it.'],
    [
      'parley case new talks.yaml --as-lead "Amal Haddad" --public-url https://parley.example.org',
      'Opens it in the name of Amal Haddad, with links to your server.',
    ],
  ],
  run: async (args, io) => {
    const address = webAddress(args['public-url']);
    if (address === undefined)
      return misused(
        io,
        'case new',
        '--public-url must be an address such as https://parley.example.org, without a path.',
      );
    const text = textAt(args.file);
    if (typeof text !== 'string')
      return refused(io, args.json, `${plain(args.file)} ${text.refused}; no case was opened.`);
    const id = idFrom('case file', text, args['as-lead'] ?? '') as CaseId;
    const played = play(text, id, args['as-lead']);
    if ('errors' in played) {
      const lines = played.errors.map(({ line, column, message }) =>
        plain(`${args.file}:${line}:${column}: ${message}`),
      );
      const faults = played.errors.length === 1 ? 'a fault' : `${played.errors.length} faults`;
      return refused(io, args.json, `The file has ${faults}; no case was opened.`, {
        lines,
        document: { faults: played.errors },
      });
    }
    return withStore(args, io, async (store) => {
      if (!(await importCase(store, played.case, new Map())))
        return refused(
          io,
          args.json,
          `This file was opened before, as case ${id}. Nothing was changed. For a new link use parley user invite ${id} --name NAME.`,
          { document: { case: id } },
        );
      const last = played.script.history.at(-1)?.at ?? played.script.opens;
      if (last > instant(io.now()))
        io.err(
          `parley: the history of this file runs to ${last}, which lies ahead; what is entered before then is recorded as of that time.`,
        );
      const invitations = await invitationsOf(store, played.case, address.href, io.now());
      const lines = invitations.flatMap(({ name, role, link }) => ['', plain(`${name} (${role})`), `  ${link}`]);
      return answered(io, args.json, { case: id, name: played.script.opening.name, invitations }, [
        `The case “${plain(played.script.opening.name)}” is open: ${id}`,
        'Give each person their own link. It works once, within seven days.',
        ...lines,
      ]);
    });
  },
});

function play(
  text: string,
  id: CaseId,
  lead: string | undefined,
): { readonly script: CaseScript; readonly case: Replayed } | { readonly errors: readonly Fault[] } {
  const read = parseCaseYaml(text);
  if ('errors' in read) return read;
  const script = lead === undefined ? read.script : openedBy(read.script, lead);
  const played = replayCase(script, {
    case: id,
    person: () => randomUUID() as PersonId,
    entry: () => randomUUID() as EntryId,
  });
  if (!isReplayRefusal(played)) return { script, case: played };
  const { refusal, place } = played;
  return { errors: [{ ...read.placeOf(place, refusal.field), message: refusalInWords(refusal) }] };
}

interface Invited {
  readonly person: PersonId;
  readonly name: string;
  readonly role: string;
  readonly link: string;
}

async function invitationsOf(store: Store, played: Replayed, address: string, now: Date): Promise<readonly Invited[]> {
  const invited: Invited[] = [];
  for (const person of played.people) {
    const token = await invite(store, played.case, person.person, mayOpen(person), now);
    if (token !== null)
      invited.push({
        person: person.person,
        name: person.name,
        role: roleWritten(person.role),
        link: invitationLink(address, token),
      });
  }
  return invited;
}

/** Those who mediate may open further cases. */
const mayOpen = ({ role }: PlayedPerson): boolean => role.kind === 'mediator';
