import { storeKinds } from '../support/stores.ts';
import { describeWorlds } from './worlds-alike.ts';

// Each history is three worlds, and so three pairs of worlds.
describeWorlds(
  storeKinds[0],
  { ben: 22, ana: 9, yusuf: 12, ria: 5, benAmongThree: 11, cleo: 5, xenia: 6, otto: 4 },
  'both ways',
);
