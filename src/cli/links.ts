/** Where the server is found when nobody says otherwise. */
export const usualAddress = 'http://127.0.0.1:8460/';

/** The address of a one-time link, by its secret. */
export const invitationLink = (address: string, token: string): string => new URL(`invitation/${token}`, address).href;

/** An address that people type, without a path; undefined when it is none. */
export function webAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
    ? url
    : undefined;
}

/** The argument of commands that print links. */
export const addressArg = {
  type: 'string',
  valueHint: 'URL',
  default: usualAddress,
  description: 'The address of your server, for the links.',
} as const;
