import type { Context as Request } from 'hono';
import { visit, type Account } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { sessionToken } from '../session.ts';

/** The account that a request is signed in with, or null. */
export const accountOf = (context: Context, request: Request): Promise<Account | null> =>
  visit(context.store, { token: sessionToken(context, request), now: context.clock() });

/** The account that a request is signed in with, or the answer to give instead: to sign in first. */
export const signedIn = async (context: Context, request: Request): Promise<Account | Response> =>
  (await accountOf(context, request)) ?? request.redirect(`/sign-in?next=${encodeURIComponent(request.req.path)}`, 303);
