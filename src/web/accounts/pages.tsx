import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { codePages } from './code.tsx';
import { demonstrationPages } from './demonstration.tsx';
import { invitationPages } from './invitation.tsx';
import { keepAwake } from './keep-awake.ts';
import { ownAccountPages } from './own-account.tsx';
import { signInPages } from './sign-in.tsx';

/** Signing in, invitations, the account. */
export function accountPages(app: Hono, context: Context): void {
  app.use(keepAwake(context));
  signInPages(app, context);
  invitationPages(app, context);
  ownAccountPages(app, context);
  codePages(app, context);
  if (context.demonstration) demonstrationPages(app, context);
}
