import type { Context as Request } from 'hono';
import type { Account } from '../../store/index.ts';
import { signedIn } from '../accounts/signed-in.ts';
import type { Context } from '../context.ts';
import { notFound } from '../not-found.tsx';

/** The account that is signed in, if it may open cases; or the answer to give instead. */
export async function opener(context: Context, request: Request): Promise<Account | Response> {
  const account = await signedIn(context, request);
  return account instanceof Response || account.mayOpenCases ? account : notFound(request);
}
