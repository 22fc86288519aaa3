import type { MiddlewareHandler } from 'hono';
import { sessionLimits, tokenHash, touchSession, Trouble, visit } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { sessionToken } from '../session.ts';

/** How many sessions are remembered before the memory is emptied; each costs one look in the store, no more. */
const remembered = 5_000;

/**
 * Notes that the session of a request is in use, at most once a minute. An open page that only listens for word of something new does
 * not count as use. A session that has ended stays ended.
 */
export function keepAwake(context: Context): MiddlewareHandler {
  const touched = new Map<string, number>();
  return async (request, next) => {
    const token = sessionToken(context, request);
    if (token === '' || request.req.path.endsWith('/events')) return next();
    const now = context.clock();
    const session = tokenHash(token);
    if (now.getTime() - (touched.get(session) ?? -Infinity) >= sessionLimits.touch) {
      if (touched.size >= remembered) touched.clear();
      if (await touch(context, token, now)) touched.set(session, now.getTime());
    }
    return next();
  };
}

/** Whether there was a session to touch. A store that cannot write just now can still be read, so its trouble is left to the page. */
async function touch({ store }: Context, token: string, now: Date): Promise<boolean> {
  try {
    if ((await visit(store, { token, now })) === null) return false;
    await touchSession(store, token, now);
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}
