import type { Filling, Page } from '../support/browser.ts';
import type { HtmlForm } from '../support/forms.ts';
import { changeOnAgenda, setOnAgenda } from './agenda.ts';
import { sideOf, type Who } from './cast.ts';
import { forge, reach, sweep, wander } from './going-about.ts';
import { password } from './ground.ts';
import type { Memory } from './memory.ts';
import type { Step, TermPlan } from './steps.ts';
import { keepWorking } from './workings.ts';
import type { World } from './world.ts';

/** How an act ended: done, refused, or without a form to do it by. */
export type Outcome = 'done' | 'refused' | 'noForm';

/** Has somebody take a step, by the forms of the real pages. */
export async function play(world: World, memory: Memory, step: Step): Promise<Outcome> {
  const at = (path: string): string => `${world.base}${path}`;
  switch (step.act) {
    case 'say':
      return submit(world, step.who, at(`/rooms/${step.room}`), { words: step.words });
    case 'position':
      return submit(world, step.who, at(`/positions/new?room=${step.room}&issue=${step.term.issue}`), {
        stance: step.stance,
        answer: answerOf(step.term),
        words: step.term.words,
      });
    case 'value': {
      const side = sideOf(world.cast, step.who) ?? world.cast.parties[0];
      return submit(world, step.who, at(`/preferences/${side}`), {
        'points.border.old': '100',
        'points.border.new': String(step.points),
        'weight.border': String(step.weight),
        basis: step.basis,
        room: step.room.split('.')[0] ?? '',
      });
    }
    case 'propose': {
      const filling = { ...termsIn(step.terms), note: step.note, expires: step.expires ? '2031-01-07T09:01' : '' };
      const outcome = await submit(world, step.who, at(`/proposals/new?room=${step.room}`), filling);
      if (outcome === 'done') memory.madeBy(step.who, 'proposal', world.made(0));
      return outcome;
    }
    case 'revise': {
      const id = memory.oneOf('proposal', step.which, sideOf(world.cast, step.who));
      const outcome = await submit(world, step.who, at(`/proposals/${id}/revise`), {
        ...cleared,
        ...termsIn(step.terms),
        note: step.note,
      });
      if (outcome === 'done') memory.replaced('proposal', id, world.made(0));
      return outcome;
    }
    case 'withdraw': {
      const id = memory.oneOf('proposal', step.which, sideOf(world.cast, step.who));
      const outcome = await submit(world, step.who, at(`/proposals/${id}/withdraw`), { reason: step.words });
      if (outcome === 'done') memory.gone('proposal', id);
      return outcome;
    }
    case 'answer': {
      const id = memory.putTo(sideOf(world.cast, step.who), step.which);
      const outcome = await submit(world, step.who, at(`/answer/${id}`), {
        verdict: step.verdict,
        release: step.release,
        ...cleared,
        ...termsIn(step.terms),
        note: step.note,
      });
      if (outcome === 'done') memory.madeBy(step.who, 'answer', world.made(0));
      return outcome;
    }
    case 'carry': {
      const wording = Object.fromEntries(step.issues.map((issue) => [`words.${issue}`, step.words]));
      const filling = {
        terms: step.issues,
        ...wording,
        verdict: step.verdict ? 'yes' : null,
        to: step.to,
        attribution: step.attribution,
        covering: step.covering,
      };
      const outcome = await previewAndConfirm(world, step.who, at(`/carry/${memory.source(step.source)}`), filling);
      if (outcome === 'done' && step.to !== 'mediation')
        memory.made('put', world.made(0), step.to.slice('party:'.length));
      return outcome;
    }
    case 'putForward': {
      const filling = {
        kind: 'bridging',
        title: step.words,
        words: step.words,
        ...termsIn(step.terms),
        to: step.to,
        manner: step.manner,
      };
      const outcome = await previewAndConfirm(world, step.who, at('/put-forward'), filling);
      if (outcome === 'done')
        step.to.forEach((side, nth) => memory.made('put', world.made(step.manner === 'jointly' ? 0 : nth), side));
      return outcome;
    }
    case 'withdrawPut':
      return submit(world, step.who, at(`/withdraw/${memory.oneOf('put', step.which, step.to)}`), {
        reason: step.words,
      });
    case 'agenda':
      return setOnAgenda(world, memory, step);
    case 'change':
      return changeOnAgenda(world, memory, step);
    case 'keep':
      return keepWorking(world, memory, step);
    case 'appoint': {
      const outcome = await submit(world, step.who, at('/people/invite'), {
        name: step.name,
        place: step.place,
        rank: 'senior',
        mandate: 'negotiate',
      });
      if (outcome === 'done') memory.made('person', world.invited(step.who));
      return outcome;
    }
    case 'look':
      return submit(world, step.who, world.base, {});
    case 'elsewhere':
      return submit(world, step.who, `/cases/${world.cast.elsewhere.case}/rooms/caucus.upstream`, {
        words: step.words,
      });
    case 'signIn': {
      const page = await world.knock(step.name, {
        name: step.name,
        password: step.right ? password : 'not the password',
        code: '',
        next: '',
      });
      return page.status === 303 ? 'done' : 'refused';
    }
    case 'wander':
      return wander(world, step);
    case 'forge':
      return forge(world, step);
    case 'reach':
      return reach(world, step);
    case 'sweep':
      return sweep(world);
  }
}

/** Opens a page, fills in its form and sends it. */
export async function submit(world: World, who: Who, address: string, filling: Filling): Promise<Outcome> {
  const page = await world.follow(who, 'GET', address);
  const form = formOf(page);
  return form === null ? 'noForm' : outcomeOf(await world.send(who, form, page, filling));
}

async function previewAndConfirm(world: World, who: Who, address: string, filling: Filling): Promise<Outcome> {
  const page = await world.follow(who, 'GET', address);
  const form = formOf(page);
  if (form === null) return 'noForm';
  const previewed = await world.send(who, form, page, { ...filling, step: 'preview' });
  // What the domain refuses has no preview to confirm; it is sent all the same, as somebody might.
  const again = formOf(previewed) ?? form;
  return outcomeOf(await world.send(who, again, previewed, { ...filling, step: 'confirm' }));
}

/** The form of a page in which something is done, and not the one by which everybody signs out. */
export const formOf = (page: Page): HtmlForm | null =>
  page.forms.find(({ method, action }) => method === 'post' && action !== '/sign-out') ?? null;

/** An act that is done redirects, but for one that shows a link once. */
export const outcomeOf = ({ status, address }: Page): Outcome =>
  status === 303 || (status === 200 && address.endsWith('/people/invite')) ? 'done' : 'refused';

/** The fields of `TermFields` for some terms. */
function termsIn(terms: readonly TermPlan[]): Filling {
  return Object.fromEntries(
    terms.flatMap((term) => [
      [`terms.${term.issue}`, answerOf(term)],
      [`release.${term.issue}`, term.release],
      [`words.${term.issue}`, term.words],
    ]),
  );
}

const cleared: Filling = Object.fromEntries(
  ['border', 'water', 'prisoners'].flatMap((issue) => [
    [`terms.${issue}`, ''],
    [`words.${issue}`, ''],
  ]),
);

const answers = { border: ['old', 'new'], water: ['0', '10'], prisoners: ['all', 'some'] } as const;
const answerOf = ({ issue, answer }: TermPlan): string => answers[issue][answer];
