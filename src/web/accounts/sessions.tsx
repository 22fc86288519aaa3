import { instant } from '../../domain/index.ts';
import type { Session } from '../../store/index.ts';
import { dayAndTime } from '../times.tsx';

/** Where an account is signed in, latest use first, and the way to end all of it. */
export const Sessions = ({ sessions }: { readonly sessions: readonly Session[] }) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">Since (UTC)</th>
            <th scope="col">Last use (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr>
              <th scope="row">
                <bdi>{deviceInWords(session.device)}</bdi>
                {session.current && <strong> (this one)</strong>}
              </th>
              <td>
                <When at={session.since} />
              </td>
              <td>
                <When at={session.seen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="hint">If you do not know one of them, sign out everywhere and change your password.</p>
    <form method="post" action="/account/sign-out-everywhere">
      <button>Sign out everywhere</button>
    </form>
  </section>
);

const When = ({ at }: { readonly at: Date }) => (
  <time datetime={at.toISOString()}>
    <bdi>{dayAndTime(instant(at), 'UTC')}</bdi>
  </time>
);

const browsers = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Chrome', /Chrom(e|ium)\/|CriOS/],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux|X11/],
] as const;

/** What a browser says that it is, in the words of its owner: “Firefox on Windows”; as it says it where that is not known. */
export function deviceInWords(device: string): string {
  const named = (names: readonly (readonly [string, RegExp])[]) => names.find(([, mark]) => mark.test(device))?.[0];
  const [browser, system] = [named(browsers), named(systems)];
  return browser === undefined ? device.slice(0, 80) : system === undefined ? browser : `${browser} on ${system}`;
}
