import type { Filling } from '../support/browser.ts';
import type { Cast } from './cast.ts';
import type { Memory } from './memory.ts';
import { submit, type Outcome } from './play.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** Puts something on the agenda, for those who may know of it. What a form proposes by itself is left as it stands. */
export async function setOnAgenda(
  world: World,
  memory: Memory,
  { who, what, knownTo, words }: Extract<Step, { readonly act: 'agenda' }>,
): Promise<Outcome> {
  const put = (path: string, filling: Filling): Promise<Outcome> =>
    submit(world, who, `${world.base}${path}`, { ...filling, ...settingOf(knownTo) });
  const noted = async (outcome: Promise<Outcome>): Promise<Outcome> => {
    if ((await outcome) === 'done') memory.made(what, world.made(0));
    return outcome;
  };
  switch (what) {
    case 'issue':
      return noted(put('/agenda/issue', { name: words, scale: 'options', options: 'one\nother' }));
    case 'obstacle':
      return noted(put('/obstacles/enter', { title: words, words, remedy: words, state: 'standing' }));
    case 'deadline':
      return noted(put('/agenda/deadline', { name: words, falls: '2031-01-09T12:00', consequence: words }));
    case 'report':
      return noted(
        put('/agenda/report', { what: 'event', on: '2031-01-06', words, attribution: words, source: words }),
      );
    case 'round':
      return noted(put('/agenda/round', { name: words }));
    case 'track':
    case 'venue':
      return noted(put('/agenda/place', { kind: what, name: words, place: words }));
    case 'delegation':
      return noted(put('/meetings/delegation', { name: words, mandate: words }));
    case 'meeting':
      return noted(
        put('/meetings/new', {
          name: words,
          starts: '2031-01-08T12:00',
          participants: participantsIn(world.cast, knownTo),
          agenda: words,
          knownParties: null,
        }),
      );
  }
}

/** Changes something that was put on the agenda, for those who know of it. */
export async function changeOnAgenda(
  world: World,
  memory: Memory,
  { who, what, which, words }: Extract<Step, { readonly act: 'change' }>,
): Promise<Outcome> {
  switch (what) {
    case 'meeting': {
      const id = memory.oneOf('meeting', which);
      const outcome = await submit(world, who, `${world.base}/meetings/${id}`, {
        agenda: `${words} instead`,
        starts: '2031-01-08T13:00',
      });
      if (outcome === 'done') memory.replaced('meeting', id, world.made(0));
      return outcome;
    }
    case 'round': {
      const id = memory.oneOf('round', which);
      const outcome = await submit(world, who, `${world.base}/agenda/round/${id}/close`, {});
      if (outcome === 'done') memory.gone('round', id);
      return outcome;
    }
    case 'obstacle': {
      const id = memory.oneOf('obstacle', which);
      const outcome = await submit(world, who, `${world.base}/obstacles/${id}`, { remedy: `${words} instead` });
      if (outcome === 'done') memory.replaced('obstacle', id, world.made(0));
      return outcome;
    }
    case 'person':
      return submit(world, who, `${world.base}/people/${memory.oneOf('person', which)}/end`, {});
    case 'rules':
      return submit(world, who, `${world.base}/agenda/rules`, { receipts: which % 2 === 0 ? 'yes' : 'no' });
  }
}

/** The fields of “who may know of it” for a room. */
function settingOf(room: string): Filling {
  const [kind = '', first, second] = room.split('.');
  switch (kind) {
    case 'caucus':
      return { knownTo: 'parties', knownParties: first ?? null };
    case 'consultation':
      return { knownTo: 'institution', knownParties: second ?? null };
    default:
      return { knownTo: kind, knownParties: null };
  }
}

/** Those who can take part in a meeting that is known to a room. */
function participantsIn({ parties }: Cast, room: string): readonly string[] {
  const [kind, first, second] = room.split('.');
  switch (kind) {
    case 'caucus':
      return ['mediation', `party:${first}`];
    case 'consultation':
      return [`mediator:${first}`, ...(second === undefined ? [] : [`party:${second}`])];
    case 'mediation':
      return ['mediation'];
    default:
      return ['mediation', ...parties.map((party) => `party:${party}`)];
  }
}
