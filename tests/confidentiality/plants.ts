import { Hono } from 'hono';
import type { EntryId } from '../../src/domain/index.ts';
import { HeldFiles } from '../../src/store/read-case-file.ts';
import { uuidOf } from '../support/talks.ts';
import { beginning } from './ground.ts';
import type { Plant, Surroundings } from './plant.ts';

/** Leaks such as systems of this kind have had, each planted around the application. Every one must be found. */
export const plants: readonly Plant[] = [
  { name: 'serial ids', context: () => ({ newId: counting((n) => uuidOf('serial', String(n)) as EntryId) }) },
  {
    name: 'times from a counter of all acts',
    context: () => ({ clock: counting((n) => new Date(beginning.getTime() + n * 10)) }),
  },
  {
    name: 'words that must be unique',
    app: before(async (request, { ground }) => {
      const words = request.method === 'POST' ? (await request.clone().formData()).get('words') : null;
      if (typeof words !== 'string' || words === '') return null;
      const same = await ground.opened.superuser(
        `select from parley.entry where fact->>'kind' = 'message' and fact->>'words' = ${quoted(words)}`,
      );
      return same.length > 0 ? new Response('This was said before.', { status: 409 }) : null;
    }),
  },
  {
    name: 'a count in a header',
    app: after(async (response, _request, world) => withHeader(response, 'x-total', String(await countOf(world)))),
  },
  {
    name: 'an ETag over all entries',
    app: after(async (response, _request, world) =>
      withHeader(response, 'etag', `"${uuidOf(JSON.stringify(await allOf(world, 'id')))}"`),
    ),
  },
  {
    name: 'last-modified from all entries',
    app: after(async (response, _request, world) =>
      withHeader(response, 'last-modified', String((await allOf(world, 'at')).at(-1))),
    ),
  },
  {
    name: 'a sign-in limit that all accounts share',
    app: (app, world) => {
      let wrong = 0;
      return after(async (response, request) => {
        if (request.method !== 'POST' || new URL(request.url).pathname !== '/sign-in') return response;
        wrong += response.status === 403 ? 1 : 0;
        return wrong > 2 ? new Response('Too many', { status: 429 }) : response;
      })(app, world);
    },
  },
  {
    name: '403 for what exists and may not be known',
    app: after(async (response, request, world) => {
      const ids = idsIn(new URL(request.url).pathname);
      return response.status === 404 && (await anyEntry(world, ids))
        ? new Response('This is not for you.', { status: 403 })
        : response;
    }),
  },
  {
    name: 'word to everybody that something happened',
    app: after(async (response, request, { store, cast }) => {
      if (!request.url.endsWith('/events') || response.body === null) return response;
      const reader = response.body.getReader();
      let stop = (): void => {};
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          stop = store.wake.listen(cast.played.case, () =>
            controller.enqueue(new TextEncoder().encode(': something happened\n\n')),
          );
        },
        pull: async (controller) => {
          const { value } = await reader.read();
          if (value !== undefined) controller.enqueue(value);
        },
        cancel: () => {
          stop();
          return reader.cancel();
        },
      });
      return new Response(body, response);
    }),
  },
  {
    name: 'a total of all entries on the page',
    app: after(async (response, _request, world) =>
      rewritten(response, /<\/main>/g, `<p>${await countOf(world)} entries so far.</p></main>`),
    ),
  },
  {
    name: 'proposals numbered across all sides',
    app: after(async (response, _request, world) => {
      const [row] = await world.ground.opened.superuser(
        `select count(*)::int as n from parley.entry where fact->>'kind' = 'proposal'`,
      );
      return rewritten(response, /Proposal \d+/g, `Proposal ${String(row?.['n'])}`);
    }),
  },
  {
    name: 'a reference that is accepted where it exists and refused where it does not',
    app: before(async (request, world) => {
      if (request.method !== 'POST') return null;
      const ids = [...(await request.clone().formData()).entries()]
        .filter(([name]) => name === 'revises' || name === 'source')
        .map(([, id]) => String(id));
      return ids.length > 0 && !(await anyEntry(world, ids))
        ? new Response('There is no such entry.', { status: 422 })
        : null;
    }),
  },
  {
    name: 'form keys that all persons share',
    app: (app, world) => {
      const used = new Map<string, string>();
      return before(async (request) => {
        const key = request.method === 'POST' ? (await request.clone().formData()).get('key') : null;
        const who = request.headers.get('cookie') ?? '';
        if (typeof key !== 'string') return null;
        const owner = used.get(key) ?? who;
        used.set(key, owner);
        return owner === who ? null : new Response('This form was sent before.', { status: 409 });
      })(app, world);
    },
  },
  {
    name: 'case files kept without the seats',
    store: (store) => ({ ...store, held: new KeptByCase(store.kind === 'embedded') }),
  },
  {
    name: 'a policy that shows every row',
    sql: {
      plant: 'create policy everything on parley.entry for select to parley_viewer using (true)',
      remove: 'drop policy everything on parley.entry',
    },
  },
  {
    name: 'a receipt that the other side gets too',
    sql: trigger(
      'after',
      `if new.fact->>'kind' = 'receipt' and cardinality(new.audience) > 1 then
         insert into parley.entry select new.case_id, md5(new.id::text)::uuid, array[new.case_id || '/party:downstream'],
           coalesce((select length from parley.chain where case_id = new.case_id and audience = array[new.case_id || '/party:downstream']), 0) + 1,
           new.at, new.author, new.supersedes, new.fact, new.hash;
         insert into parley.chain select new.case_id, array[new.case_id || '/party:downstream'], 1, new.hash, new.at
           on conflict (case_id, audience) do update set length = parley.chain.length + 1; end if;`,
    ),
  },
  {
    name: 'a carried copy with a link to its source',
    sql: trigger(
      'after',
      `if new.fact->>'kind' = 'disclosure' and new.fact->>'source' is not null then
         update parley.entry set fact = fact || jsonb_build_object('source', new.fact->>'source') where id = (new.fact->>'carried')::uuid; end if;`,
    ),
  },
  {
    name: 'a carried copy with the note of its source',
    sql: trigger(
      'after',
      `if new.fact->>'kind' = 'disclosure' and new.fact->>'source' is not null then
         update parley.entry set fact = fact || jsonb_build_object('covering', (select source.fact->>'note' from parley.entry source where source.id = (new.fact->>'source')::uuid)) where id = (new.fact->>'carried')::uuid; end if;`,
    ),
  },
  {
    name: 'keys of the agenda numbered across everybody',
    sql: trigger(
      'before',
      `if new.fact ? 'key' and new.fact->>'kind' in ('issue', 'track', 'venue') then new.fact := new.fact || jsonb_build_object('key', 'nr-' || (select count(*) from parley.entry)); end if;`,
    ),
  },
];

/** A trigger on entries that sees and does whatever a superuser may. */
function trigger(when: 'before' | 'after', body: string): NonNullable<Plant['sql']> {
  const plant = `do $plant$ begin
    create function parley.planted() returns trigger language plpgsql security definer as $planted$ begin ${body} return new; end $planted$;
    create trigger planted ${when} insert on parley.entry for each row execute function parley.planted();
  end $plant$`;
  return { plant, remove: 'drop function parley.planted() cascade' };
}

/** Answers in place of the application where there is an answer. */
function before(
  answer: (request: Request, world: Surroundings) => Promise<Response | null>,
): NonNullable<Plant['app']> {
  return (app, world) => standingBefore(app, async (request) => (await answer(request, world)) ?? app.fetch(request));
}

/** Changes what the application answers. */
function after(
  change: (response: Response, request: Request, world: Surroundings) => Promise<Response>,
): NonNullable<Plant['app']> {
  return (app, world) =>
    standingBefore(app, async (request) => change(await app.fetch(request.clone()), request, world));
}

function standingBefore(app: Hono, answer: (request: Request) => Promise<Response>): Hono {
  const outer = new Hono().all('*', (context) => answer(context.req.raw));
  return Object.assign(outer, { routes: app.routes });
}

/** Case files kept by the case alone, so that whoever comes second is shown what the first may know. */
class KeptByCase extends HeldFiles {
  override get(key: string): ReturnType<HeldFiles['get']> {
    return super.get(key.slice(0, 36));
  }

  override keep(key: string, ...rest: Rest<Parameters<HeldFiles['keep']>>): void {
    super.keep(key.slice(0, 36), ...rest);
  }
}

type Rest<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Others] ? Others : never;

function counting<T>(made: (n: number) => T): () => T {
  let n = 0;
  return () => made((n += 1));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const idsIn = (text: string): readonly string[] => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];

async function anyEntry({ ground, cast }: Surroundings, ids: readonly string[]): Promise<boolean> {
  const asked = ids.filter((id) => id !== cast.played.case && idsIn(id).length > 0);
  if (asked.length === 0) return false;
  return (
    (await ground.opened.superuser(`select from parley.entry where id in (${asked.map(quoted).join()})`)).length > 0
  );
}

const allOf = async ({ ground }: Surroundings, column: 'id' | 'at'): Promise<readonly unknown[]> =>
  (await ground.opened.superuser(`select ${column}::text as it from parley.entry order by at`)).map(({ it }) => it);

const countOf = async (world: Surroundings): Promise<number> => (await allOf(world, 'id')).length;

function withHeader(response: Response, name: string, value: string): Response {
  response.headers.set(name, value);
  return response;
}

async function rewritten(response: Response, what: RegExp, by: string): Promise<Response> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return response;
  return new Response((await response.text()).replace(what, by), response);
}
