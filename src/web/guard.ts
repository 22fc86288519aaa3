import type { Context as Request, MiddlewareHandler } from 'hono';
import type { Context } from './context.ts';

/** The content security policy, with the policies of trusted types that a page's scripts may make. */
const policyWith = (trusted: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // No script here makes markup from text, so none may ask to.
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join('; ');

/** What every answer says to the browser: take nothing from elsewhere, show this nowhere else, keep no copy. */
const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': policyWith("'none'"),
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  // With `no-referrer` browsers send forms with `Origin: null`, which cannot be told from another site's.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
};

/**
 * The headers of every answer. They are set before the answer is made, which costs a third of setting them after it; so an answer must be
 * made by the request's own `html`, `text`, `body` or `redirect`, not as a `Response` of its own (a test looks for those).
 */
export function answerHeaders({ publicUrl }: Context): MiddlewareHandler {
  const all = Object.entries({
    ...headers,
    ...(publicUrl?.protocol === 'https:' && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  });
  return (request, next) => {
    for (const [name, value] of all) request.header(name, value);
    return next();
  };
}

/** Lets the scripts of this one answer start the worker of the frontier (web/browser/frontier/thread.ts), and nothing else. */
export const allowWorker = (request: Request): void =>
  request.header('content-security-policy', policyWith('parley-worker'));

/** Refuses requests to another name than this site's. */
export function ownHost({ hosts }: Context): MiddlewareHandler {
  return async (request, next) => {
    if (hosts === undefined || hosts.has(new URL(request.req.url).hostname)) return next();
    return request.text('This is not served here.\n', 421);
  };
}
