import type { Hono } from 'hono';
import { formsOf, linksOf, textOf, type HtmlForm } from './forms.ts';

/** A page as it arrived: the answer, and the address that was asked for. */
export interface Page {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly forms: readonly HtmlForm[];
  readonly links: readonly string[];
  /** The page as it reads, without its tags. */
  readonly text: string;
}

/** What is put into a form's fields: one text, several for boxes to tick, or null to send nothing. */
export type Filling = Readonly<Record<string, string | readonly string[] | null>>;

/** A browser without a script: keeps cookies, fetches pages, fills forms in, and goes where it is sent. */
export class Browser {
  readonly #app: Hono;
  readonly #cookies = new Map<string, string>();

  constructor(app: Hono, cookies: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    for (const [name, value] of Object.entries(cookies)) this.#cookies.set(name, value);
  }

  /** Fetches a page and goes where it redirects to. */
  async get(address: string): Promise<Page> {
    return this.#followed(await this.fetch(address));
  }

  /** Posts fields to an address as a form of this site does, and goes where that redirects to. */
  async post(address: string, fields: Filling): Promise<Page> {
    return this.#followed(await this.send(address, fields));
  }

  /**
   * Fills in a form of a page and sends it. Fields that are not named keep what the page put into them, the form's key among them.
   * Without `pick` it is the page's only form to post, besides those around every page; else the first whose address or button has the text `pick`.
   */
  async submit(page: Page, filling: Filling = {}, pick?: string): Promise<Page> {
    const { form, button } = formOn(page, pick);
    const fields = filled(form, filling);
    if (button !== undefined && button.name !== '') fields.push([button.name, button.value]);
    const action = (button?.action ?? form.action) || page.address;
    if (form.method === 'get') return this.get(`${action.split('?')[0]}?${new URLSearchParams(fields).toString()}`);
    return this.#followed(await this.#request(action, 'POST', new URLSearchParams(fields)));
  }

  /** One request without following anything. */
  async fetch(address: string): Promise<Page> {
    return this.#request(address, 'GET');
  }

  /** One post without following anything. */
  async send(address: string, fields: Filling | URLSearchParams): Promise<Page> {
    return this.#request(
      address,
      'POST',
      fields instanceof URLSearchParams ? fields : new URLSearchParams(pairs(fields)),
    );
  }

  /** The answer itself, for what is no page: a stream, a file. */
  async raw(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#app.request(new URL(address, origin).href, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  async #request(address: string, method: 'GET' | 'POST', body?: URLSearchParams): Promise<Page> {
    // A browser says where a form comes from, and the application refuses one that comes from elsewhere.
    const headers = method === 'POST' ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {};
    const response = await this.raw(address.split('#')[0] ?? '', {
      method,
      headers,
      ...(body && { body: body.toString() }),
    });
    return pageOf(address, response, await response.text());
  }

  async #followed(page: Page): Promise<Page> {
    let here = page;
    for (let hops = 0; here.status === 303 || here.status === 302; hops += 1) {
      if (hops === 5) throw new Error(`${page.address} redirects without end`);
      here = await this.fetch(
        new URL(here.headers.get('location') ?? '/', new URL(here.address, origin)).href.slice(origin.length),
      );
    }
    return here;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/;\s*max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(name.length + 1));
  }
}

const origin = 'http://localhost';

function pageOf(address: string, { status, headers }: Response, body: string): Page {
  return {
    address,
    status,
    headers,
    body,
    get forms() {
      return formsOf(body);
    },
    get links() {
      return linksOf(body);
    },
    get text() {
      return textOf(body.replace(/^[\s\S]*<body>/, ''));
    },
  };
}

function formOn(
  page: Page,
  pick: string | undefined,
): { readonly form: HtmlForm; readonly button: HtmlForm['buttons'][number] | undefined } {
  const own = page.forms.filter((form) => form.action !== '/sign-out');
  const found =
    pick === undefined
      ? own.filter((form) => form.method === 'post')
      : own.filter((form) => form.action.includes(pick) || form.buttons.some(({ words }) => words.includes(pick)));
  const [form] = found;
  if (form === undefined || (pick === undefined && found.length > 1))
    throw new Error(
      `${page.address} (${page.status}) has ${found.length} such forms: ${own.map(({ action }) => action).join(', ')}`,
    );
  return {
    form,
    button: form.buttons.find(({ words }) => pick !== undefined && words.includes(pick)) ?? form.buttons[0],
  };
}

/** What a form sends when it is filled in: named fields replaced, the others as the page has them. */
export function filled(form: HtmlForm, filling: Filling): [string, string][] {
  return [
    ...form.fields.filter(([name]) => !(name in filling)).map(([name, value]): [string, string] => [name, value]),
    ...pairs(filling),
  ];
}

const pairs = (filling: Filling): [string, string][] =>
  Object.entries(filling).flatMap(([name, value]) =>
    value === null
      ? []
      : typeof value === 'string'
        ? [[name, value] satisfies [string, string]]
        : value.map((one): [string, string] => [name, one]),
  );
