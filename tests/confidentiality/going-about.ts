import type { HtmlForm } from '../support/forms.ts';
import { uuidOf } from '../support/talks.ts';
import { institutionOf } from './cast.ts';
import { sessionOf } from './ground.ts';
import type { Outcome } from './play.ts';
import { words, worldNames, type OwnStep } from './steps.ts';
import type { World } from './world.ts';

type Numbers = readonly number[];

/** Goes on from the page seen last by its links, and sends a form found on the way, filled in at random. */
export async function wander(
  world: World,
  { who, link, sends, filling }: Extract<OwnStep, { readonly act: 'wander' }>,
): Promise<Outcome> {
  let page = world.page ?? (await world.follow(who, 'GET', world.base));
  for (let hops = 0; hops < 3; hops += 1) {
    const ways = page.links.filter(isWay);
    page = await world.follow(who, 'GET', ways[(link + (filling[hops] ?? 0)) % ways.length] ?? world.base);
    const forms = page.forms.filter(({ action }) => !endings.some((ending) => action.includes(ending)));
    const form = forms[(filling[0] ?? 0) % forms.length];
    if (!sends) return 'done';
    if (form === undefined) continue;
    const button = form.buttons[(filling[1] ?? 0) % form.buttons.length];
    const named = [...form.choices.keys(), ...form.typed.keys()].map(
      (name) => [name, filledAtRandom(name, form, filling)] as const,
    );
    const pressed = button === undefined || button.name === '' ? [] : [[button.name, [button.value]] as const];
    const sent = await world.send(who, form, page, Object.fromEntries([...named, ...pressed]));
    return sent.status < 400 ? 'done' : 'refused';
  }
  return 'noForm';
}

/**
 * Asks for any route that the application has, with ids of things that this person may not know, of this world or of another. A mediator
 * does not invite here, since an invitation shows a secret made by chance.
 */
export async function forge(
  world: World,
  { who, route, ids, filling }: Extract<OwnStep, { readonly act: 'forge' }>,
): Promise<Outcome> {
  const invites = institutionOf(world.cast, who) !== null;
  const routes = world.app.routes.filter(
    ({ method, path }) =>
      (method === 'GET' || method === 'POST') &&
      path.includes('/:') &&
      !/^\/(assets|account|sign)|\/events$/.test(path) &&
      !(invites && method === 'POST' && path.includes('/people')),
  );
  const found = routes[route % routes.length];
  if (found === undefined) return 'noForm';
  let nth = 0;
  const address = found.path.replace(/:(\w+)/g, (_, name: string) => {
    const n = ids[nth++ % ids.length] ?? 0;
    if (name !== 'case') return hiddenId(world, n);
    return n % 5 === 0 ? world.cast.elsewhere.case : world.cast.played.case;
  });
  const page = await world.follow(
    who,
    found.method === 'POST' ? 'POST' : 'GET',
    address,
    found.method === 'POST' ? forgedFields(world, ids, filling) : [],
  );
  return page.status < 400 ? 'done' : 'refused';
}

/** Asks for what somebody made in an earlier slot, if this is the world in which it was told, or sends a form of its own under the key of theirs. */
export async function reach(
  world: World,
  { who, whose, slot, route }: Extract<OwnStep, { readonly act: 'reach' }>,
): Promise<Outcome> {
  const moment = { slot, nth: 0, own: worldNames[0] };
  const marks = [
    ['key', world.keyFor(sessionOf(whose), moment, 0)],
    ['seen', ''],
  ] as const;
  const routes = world.app.routes.filter(
    ({ method, path }) => (method === 'GET' || method === 'POST') && /^\/cases\/:case\/.*:(?!room)/.test(path),
  );
  const found = routes[route % (routes.length + 4)];
  const room = world.cast.rooms.find(({ key, speakers }) => key !== 'public' && speakers.includes(who));
  if (found === undefined && room === undefined) return 'noForm';
  const id = world.entryId(moment, 0);
  const fields = ['revises', 'source', 'appointment', 'round'].map((name) => [name, id] as const);
  const page =
    found === undefined
      ? await world.follow(who, 'POST', `${world.base}/rooms/${room?.key}`, [...marks, ['words', words[0]]])
      : await world.follow(
          who,
          found.method === 'POST' ? 'POST' : 'GET',
          found.path.replace(':case', world.cast.played.case).replace(/:\w+/, id),
          found.method === 'POST' ? [...marks, ...fields] : [],
        );
  return page.status < 400 ? 'done' : 'refused';
}

/** Looks at every page that there is a way to; of pages that differ in an id alone, at the two newest. */
export async function sweep(world: World): Promise<Outcome> {
  const waiting = [world.base, '/cases', `${world.base}/file.json`, `${world.base}/file.yaml`, '/account'];
  const seen = new Map<string, number>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const page = await world.follow(world.observer, 'GET', next);
    for (const link of page.links.filter(isWay).map((way) => way.split('#')[0] ?? '')) {
      if (seen.has(link)) continue;
      const kind = link
        .replace(/\?.*/, '')
        .replace(world.base, '')
        .replace(/[0-9a-f-]{36}/g, ':id')
        .replace(/(rooms)\/.*/, '$1');
      const before = seen.get(kind) ?? 0;
      seen.set(kind, before + 1).set(link, 1);
      if (before < (kind === '/rooms' ? 9 : 2)) waiting.push(link);
    }
  }
  return 'done';
}

/** Links within the site, but for a page that shows a secret made by chance. */
const isWay = (link: string): boolean => /^\/(cases|account$)/.test(link);

/** Forms that end what the observer is here by, or show a secret made by chance. */
const endings = ['/sign-out', '/account', '/people', '/cases/new'];

/** What is typed or chosen in a field at random: something else each time, from the few words that everybody uses. */
function filledAtRandom(name: string, form: HtmlForm, filling: Numbers): readonly string[] {
  const n = filling[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 1) % filling.length] ?? 0;
  const choices = form.choices.get(name);
  if (choices !== undefined) return [choices[n % choices.length] ?? ''];
  switch (form.typed.get(name)) {
    case 'number':
      return [String((n % 4) * 10)];
    case 'date':
      return [`2031-01-0${7 + (n % 3)}`];
    case 'datetime-local':
      return [n % 2 === 0 ? '' : `2031-01-0${7 + (n % 3)}T12:00`];
    default:
      return /^(terms|answer)/.test(name) ? [['', '0', '10', '20'][n % 4] ?? ''] : [words[n % words.length] ?? ''];
  }
}

/** An id that the observer was not given: of an entry made in this world or another, of one there from the beginning, of a room, a person, a case. */
function hiddenId(world: World, n: number): string {
  const { cast } = world;
  const rest = Math.floor(n / 8);
  const entries = [...cast.played.entries, ...cast.elsewhere.entries];
  switch (n % 8) {
    case 0:
      return cast.rooms[rest % cast.rooms.length]?.key ?? '';
    case 1:
      return cast.played.people[rest % cast.people.length]?.person ?? '';
    case 2:
      return entries[rest % entries.length]?.id ?? '';
    case 3:
      return rest % 2 === 0 ? uuidOf('nothing') : cast.elsewhere.case;
    default:
      return world.entryId(otherMoment(world, rest), rest % 3 === 0 ? 1 : 0);
  }
}

/** A moment of the past, in this world or in another. */
function otherMoment(world: World, n: number): { readonly slot: number; readonly nth: number; readonly own: string } {
  const own = ['', ...worldNames][n % 4] ?? '';
  return { slot: world.slot - (Math.floor(n / 4) % (world.slot + 1)), nth: 0, own };
}

/** Every field that some form has, filled with what is not the observer's to name, under a key that another person was given. */
function forgedFields(world: World, ids: Numbers, filling: Numbers): readonly (readonly [string, string])[] {
  const [n = 0, m = 0] = ids;
  const id = hiddenId(world, n);
  const room = world.cast.rooms[m % world.cast.rooms.length]?.key ?? '';
  const somebody = world.cast.people[m % world.cast.people.length] ?? 'ana';
  const word = words[(filling[0] ?? 0) % words.length] ?? '';
  const party = world.cast.parties[m % world.cast.parties.length] ?? '';
  return [
    ['key', world.keyFor(sessionOf(somebody), otherMoment(world, n), 0)],
    ['seen', String((n % 2) * 99)],
    ['room', room],
    ['knownTo', room],
    ['words', word],
    ['reason', word],
    ['basis', word],
    ['options', `One: ${word}`],
    ['items', `${word}: 60; 40`],
    ['note', word],
    ['title', word],
    ['name', word],
    ['issue', 'border'],
    ['stance', 'position'],
    ['answer', 'old'],
    ['terms', 'border'],
    ['terms.border', 'old'],
    ['release.border', 'convey'],
    ['words.border', word],
    ['verdict', 'counter'],
    ['release', 'convey'],
    ['to', m % 2 === 0 ? `party:${party}` : party],
    ['party', party],
    ['attribution', 'unattributed'],
    ['manner', 'jointly'],
    ['step', m % 2 === 0 ? 'preview' : 'confirm'],
    ['place', `delegate.${party}`],
    ['rank', 'senior'],
    ['mandate', 'explore'],
    ['account', id],
    ...[
      'id',
      'source',
      'revises',
      'appointment',
      'meeting',
      'round',
      'track',
      'venue',
      'from',
      'about',
      'person',
      'participants',
    ].map((name): readonly [string, string] => [name, id]),
  ];
}
