import type { Picture } from './picture.ts';
import { received, worker, type Asked, type Sent } from './work.ts';

/** Has pictures worked out. */
export interface Pictures {
  /** Of what is asked while another is being worked out, only the latest is. */
  readonly ask: (asked: Asked) => void;
  readonly end: () => void;
}

/** Pictures by a thread at this address; by the page itself where the browser allows none, or where it fails. */
export function picturesBy(address: string, shown: (picture: Picture, asked: Asked) => void): Pictures {
  const inPage = worker();
  const here = (asked: Asked): void => shown(received(inPage(asked)), asked);
  let thread = threadAt(address);
  let doing: Asked | null = null;
  let next: Asked | null = null;
  const send = (asked: Asked): void => {
    doing = asked;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes none
    thread?.postMessage(asked);
  };
  thread?.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
    const [done, waiting] = [doing, next];
    [doing, next] = [null, null];
    if (waiting !== null) send(waiting);
    if (done !== null) shown(received(data), done);
  });
  thread?.addEventListener('error', () => {
    const left = next ?? doing;
    thread?.terminate();
    thread = null;
    if (left !== null) here(left);
  });
  return {
    ask: (asked) => {
      if (thread === null) here(asked);
      else if (doing === null) send(asked);
      else next = asked;
    },
    end: () => thread?.terminate(),
  };
}

/** What browsers have that ask for trusted types. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (text: string) => string },
  ) => { readonly createScriptURL: (text: string) => URL };
}

/** The thread, or null where there can be none. The page allows this one policy, and the policy this one address. */
function threadAt(address: string): Worker | null {
  try {
    const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy('parley-worker', {
      createScriptURL: (text) => {
        if (text !== address) throw new TypeError('no other script');
        return text;
      },
    });
    return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  } catch {
    return null;
  }
}
