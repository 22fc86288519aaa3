import type { Hono } from 'hono';
import { pino } from 'pino';
import type { EntryId } from '../../src/domain/index.ts';
import { idFrom, type Store } from '../../src/store/index.ts';
import { HeldFiles } from '../../src/store/read-case-file.ts';
import { builtAssets, createApp, type Context } from '../../src/web/index.ts';
import { Browser, filled, type Filling, type Page } from '../support/browser.ts';
import type { HtmlForm } from '../support/forms.ts';
import { uuidOf } from '../support/talks.ts';
import { seatsIn, type Cast, type Who } from './cast.ts';
import { beginning, sessionOf, type Ground } from './ground.ts';
import type { Plant } from './plant.ts';
import { namedPastReaders, type RecordedEntry } from './references.ts';
import { Stream } from './stream.ts';

/** When and by whom something happens: a place in the history, and whether it is confided there, and so this world's own. */
export interface Moment {
  readonly slot: number;
  readonly nth: number;
  readonly own: string;
}

/** What a world is built from. `own` is the name that only this world has. */
export interface WorldOptions {
  readonly ground: Ground;
  readonly cast: Cast;
  readonly own: string;
  readonly observer: Who;
  readonly plant?: Plant | undefined;
}

/**
 * One world: the whole application on a store that begins where every other world begins. Its clock, its ids and its form keys depend on
 * nothing but the place in the history, who acts and how often, so that what one person does changes nothing in what another is given.
 */
export class World {
  readonly cast: Cast;
  readonly app: Hono;
  readonly store: Store;
  readonly observer: Who;
  readonly own: string;
  /** What the observer has been answered so far, in order. */
  readonly observed: string[] = [];
  /** The page that the observer saw last. */
  page: Page | null = null;
  readonly #ground: Ground;
  readonly #browsers = new Map<string, Browser>();
  readonly #stream: Stream;
  #moment: Moment = { slot: 0, nth: 0, own: '' };
  #made = 0;
  #keys = 0;

  static async open(options: WorldOptions): Promise<World> {
    const { ground, cast, plant } = options;
    const fresh = await ground.clear(cast);
    const world = new World(options, plant?.store?.(fresh) ?? forgetful(fresh));
    await world.#stream.open(await world.browser(world.observer).raw(`${world.base}/events`));
    return world;
  }

  private constructor({ ground, cast, own, observer, plant }: WorldOptions, store: Store) {
    this.#ground = ground;
    this.cast = cast;
    this.own = own;
    this.observer = observer;
    this.store = store;
    const context: Context = {
      store,
      clock: () => new Date(beginning.getTime() + (this.#moment.slot + 1) * 6_000),
      newKey: (token) => this.keyFor(token, this.#moment, this.#keys++),
      newId: () => this.entryId(this.#moment, this.#made++),
      assets: builtAssets(),
      demonstration: false,
      publicUrl: null,
      limits: { perNetwork: 2, perAccount: 4, minutes: 15 },
      log: pino({ enabled: false }),
      ...plant?.context?.(),
    };
    const app = createApp(context);
    this.app = plant?.app?.(app, { ground, store, cast }) ?? app;
    this.#stream = new Stream(() => this.#knownToObserver());
  }

  /** The address of the case. */
  get base(): string {
    return `/cases/${this.cast.played.case}`;
  }

  /** The place in the history. */
  get slot(): number {
    return this.#moment.slot;
  }

  /** The id of the nth entry made in the present moment. */
  made(nth: number): EntryId {
    return this.entryId(this.#moment, nth);
  }

  /** Moves the world on to a moment. */
  at(moment: Moment): void {
    this.#moment = moment;
    this.#made = 0;
    this.#keys = 0;
  }

  /** The id of the nth entry made in a moment, which can be worked out without having been told. */
  entryId({ slot, nth, own }: Moment, made: number): EntryId {
    return uuidOf('entry', String(slot), String(nth), own, String(made)) as EntryId;
  }

  /** The nth key given in a moment to the forms of somebody's session. */
  keyFor(token: string, { slot, nth, own }: Moment, given: number): string {
    return uuidOf('key', token, String(slot), String(nth), own, String(given));
  }

  /** The browser in which somebody is signed in from the beginning, or one of nobody's. */
  browser(who: Who | null): Browser {
    const known = this.#browsers.get(who ?? '');
    if (known !== undefined) return known;
    const made = new Browser(this.app, who === null ? {} : { parley: sessionOf(who) });
    this.#browsers.set(who ?? '', made);
    return made;
  }

  /** Asks as somebody; what the observer is answered is written down, and nobody may meet a fault of the program. */
  async ask(
    who: Who | null,
    method: 'GET' | 'POST',
    address: string,
    fields: readonly (readonly [string, string])[] = [],
  ): Promise<Page> {
    const browser = this.browser(who);
    const page =
      method === 'GET'
        ? await browser.fetch(address)
        : await browser.send(address, new URLSearchParams(fields.map(([name, value]) => [name, value])));
    if (page.status >= 500) throw new Error(`${method} ${address} as ${who} gave ${page.status}`);
    if (who === this.observer) {
      this.page = page;
      this.observed.push(written(method, address, page));
    }
    if (method === 'POST') await this.#stream.settle();
    return page;
  }

  /** Asks, and goes where the answer redirects to. */
  async follow(
    who: Who | null,
    method: 'GET' | 'POST',
    address: string,
    fields: readonly (readonly [string, string])[] = [],
  ): Promise<Page> {
    let page = await this.ask(who, method, address, fields);
    for (let hops = 0; page.status === 303 && hops < 5; hops += 1)
      page = await this.ask(who, 'GET', page.headers.get('location') ?? '/');
    return page;
  }

  /** Sends a form of a page with these fields in place of its own. The observer goes where the answer leads; the answer itself is returned. */
  async send(who: Who, form: HtmlForm, page: Page, filling: Filling): Promise<Page> {
    const address = (form.action || page.address).split('#')[0] ?? '';
    if (form.method === 'get')
      return this.follow(who, 'GET', `${address}?${new URLSearchParams(filled(form, filling)).toString()}`);
    const answer = await this.ask(who, 'POST', address, filled(form, filling));
    if (who === this.observer && answer.status === 303)
      await this.follow(who, 'GET', answer.headers.get('location') ?? '/');
    return answer;
  }

  /** The id of the person whom somebody has just appointed by the first form that was shown in the present moment. */
  invited(who: Who): string {
    return idFrom('person', uuidOf('account', who), this.keyFor(sessionOf(who), this.#moment, 0));
  }

  /** Signs in by name and password in a browser of its own; what the observer is answered at the door is written down too. */
  async knock(name: string, fields: Filling): Promise<Page> {
    const page = await new Browser(this.app).send('/sign-in', fields);
    if (name === this.observer) this.observed.push(written('POST', '/sign-in', page));
    return page;
  }

  /** Forgets every case file that is kept in memory, as a restart would. */
  forget(): void {
    if ('forget' in this.store && typeof this.store.forget === 'function') this.store.forget();
  }

  /** Ends the world; what the stream of events said is the last thing observed. */
  async close(): Promise<readonly string[]> {
    this.observed.push(`EVENTS\n${await this.#stream.close(this.store)}`);
    return this.observed;
  }

  /** The entries that name another of which some of those who may know them may not know. There should be none. */
  async namedPastReaders(): Promise<readonly string[]> {
    const { case: id, people } = this.cast.played;
    const rows = await this.#ground.opened.superuser(
      `select id, audience, supersedes, fact from parley.entry where case_id = '${id}'`,
    );
    const observers = people.flatMap(({ key, role }) =>
      key === 'otto' && role.kind === 'mediator' ? [role.institution] : [],
    );
    return namedPastReaders(
      rows as unknown as readonly RecordedEntry[],
      { parties: this.cast.parties, observers },
      `${id}/`,
    );
  }

  async #knownToObserver(): Promise<number> {
    const seats = seatsIn(this.cast, this.observer).map((seat) => `'${this.cast.played.case}/${seat}'`);
    const [row] = await this.#ground.opened.superuser(
      `select count(*)::int as known from parley.entry where audience && array[${seats.join()}]`,
    );
    return Number(row?.['known']);
  }
}

/** A store that keeps nothing in memory yet, and can forget what it will have kept. */
function forgetful(store: Store): Store & { readonly forget: () => void } {
  const kept = (): HeldFiles => new HeldFiles(store.kind === 'embedded');
  let held = kept();
  return {
    ...store,
    get held() {
      return held;
    },
    forget: () => {
      held = kept();
    },
  };
}

/** An answer as it is compared: everything of it, but for the secret that a cookie holds, which is chance and shown nowhere else. */
function written(method: string, address: string, { status, headers, body }: Page): string {
  const lines = [...headers].map(
    ([name, value]) =>
      `${name}: ${name === 'set-cookie' ? value.replace(/^(parley=)[\w-]{43}(?=;)/, '$1secret') : value}`,
  );
  return `${method} ${address}\n${status}\n${lines.join('\n')}\n\n${body}`;
}
