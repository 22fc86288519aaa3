import type { Context as Request } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { getConnInfo } from '@hono/node-server/conninfo';
import { sessionLimits } from '../store/index.ts';
import type { Context } from './context.ts';

/** The secret of the session that a request brings, or an empty text, which signs nobody in. */
export const sessionToken = (context: Context, request: Request): string =>
  getCookie(request, cookieName(context)) ?? '';

/** Keeps a session's secret in the browser: out of scripts' reach, sent to this site alone. */
export const keepSession = (context: Context, request: Request, token: string): void =>
  setCookie(request, cookieName(context), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(context),
    maxAge: sessionLimits.absolute / 1000,
  });

/** Takes the session's secret out of the browser. */
export const dropSession = (context: Context, request: Request): void =>
  void deleteCookie(request, cookieName(context), { path: '/', secure: isSecure(context) });

/** The network that a request comes from: the address, or for IPv6 its first 64 bits. */
export function networkOf(request: Request): string {
  const address = addressOf(request);
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}

/** What the browser says that it is, shown to its owner among their sessions. */
export const deviceOf = (request: Request): string => request.req.header('user-agent') ?? 'unknown';

const isSecure = (context: Context): boolean => context.publicUrl?.protocol === 'https:';
const cookieName = (context: Context): string => (isSecure(context) ? '__Host-parley' : 'parley');

function addressOf(request: Request): string {
  try {
    return getConnInfo(request).remote.address ?? 'local';
  } catch {
    return 'local';
  }
}
