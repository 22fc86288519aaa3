import type { Logger } from 'pino';
import type { EntryId } from '../domain/index.ts';
import type { SignInLimits, Store } from '../store/index.ts';
import type { Assets } from './assets.ts';

/** What every page has at hand. The clock and chance are arguments, so that tests can fix them. */
export interface Context {
  readonly store: Store;
  readonly clock: () => Date;
  /** The key of a form that is shown to this session, under which it is recorded once. */
  readonly newKey: (token: string) => string;
  /** Fresh entry ids; random unless given. */
  readonly newId?: (key: string, nth: number) => EntryId;
  readonly assets: Assets;
  /** The demonstration: invented people, signed in as with one click, on this computer alone. */
  readonly demonstration: boolean;
  /** The address that people type, which decides whether cookies are for HTTPS only; null when served plainly on this computer. */
  readonly publicUrl: URL | null;
  /** The hosts that a request may be addressed to, so that no other name can be made to lead here; any, where it is not given. */
  readonly hosts?: ReadonlySet<string>;
  readonly limits: SignInLimits;
  readonly log: Logger;
}
