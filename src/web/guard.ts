import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { csrf } from 'hono/csrf';
import type { Context } from './context.ts';

/** The headers of every answer, and the refusal of requests to another name and of forms that another site sends. Nothing a person reads is kept by a cache. */
export function guard(context: Context): readonly MiddlewareHandler[] {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      // No script here makes markup from text, so none may ask to.
      trustedTypes: ["'none'"],
    },
    crossOriginEmbedderPolicy: 'require-corp',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // With `no-referrer` browsers send forms with `Origin: null`, which cannot be told from another site's.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: context.publicUrl?.protocol === 'https:' ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  const noStore: MiddlewareHandler = async (request, next) => {
    await next();
    if (!request.res.headers.has('cache-control')) request.res.headers.set('cache-control', 'no-store');
  };
  const ownHost: MiddlewareHandler = async (request, next) => {
    const { hostname } = new URL(request.req.url);
    if (context.hosts !== undefined && !context.hosts.has(hostname))
      return request.text('This is not served here.\n', 421);
    return next();
  };
  return [headers, noStore, ownHost, csrf()];
}
